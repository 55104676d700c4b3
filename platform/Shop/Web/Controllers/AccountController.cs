using Microsoft.AspNetCore.Mvc;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Localization;
using Nop.Services.Security;
using Nop.Web.Framework.Controllers;
using Shop.Services.Customers;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>Signing in and out, and becoming a customer for a demonstration.</summary>
[AutoValidateAntiforgeryToken]
public sealed class AccountController(
    ICustomerService customerService,
    ILanguageService languageService,
    ILocalizationService localizationService,
    IPermissionService permissionService,
    IRepository<Customer> customers,
    Visitors visitors,
    IWorkContext workContext) : BaseController
{
    private const int SHOWN_CUSTOMERS = 20;

    [HttpGet("login")]
    public IActionResult Login(string? returnUrl)
    {
        return View(new LoginModel { ReturnUrl = returnUrl });
    }

    [HttpPost("login")]
    public async Task<IActionResult> Login(LoginModel model)
    {
        var customer = string.IsNullOrWhiteSpace(model.Email) || string.IsNullOrEmpty(model.Password)
            ? null
            : await visitors.SignInAsync(model.Email, model.Password, model.RememberMe);
        if (customer is null)
        {
            ModelState.AddModelError(string.Empty, await localizationService.GetResourceAsync("Account.Login.WrongCredentials"));
            return View(model with { Password = null });
        }

        if (Url.IsLocalUrl(model.ReturnUrl))
            return LocalRedirect(model.ReturnUrl);

        return await permissionService.AuthorizeAsync(StandardPermission.Security.ACCESS_ADMIN_PANEL, customer)
            ? RedirectToAction("Index", "Home", new { area = "Admin" })
            : RedirectToAction("Index", "Catalog");
    }

    [HttpPost("logout")]
    public async Task<IActionResult> Logout()
    {
        await visitors.SignOutAsync();
        return RedirectToAction("Index", "Catalog");
    }

    [HttpGet("act-as")]
    public async Task<IActionResult> ActAs(string? email)
    {
        var text = email?.Trim();
        var query = customers.Table.Where(c => c.Active && !c.Deleted && !c.IsSystemAccount && c.Email != null && c.Email != "");
        if (!string.IsNullOrEmpty(text))
            query = query.Where(c => c.Email.Contains(text));

        var found = await query.OrderBy(c => c.Email).Take(SHOWN_CUSTOMERS).ToListAsync();
        return View(new ActAsModel
        {
            Email = text,
            Customers = found.Select(c => new ActAsCustomerModel(c.Id, c.Email, $"{c.FirstName} {c.LastName}".Trim())).ToList()
        });
    }

    /// <summary>Only customers can be borrowed, never the accounts of the staff.</summary>
    [HttpPost("act-as")]
    public async Task<IActionResult> ActAs(int customerId)
    {
        var customer = await customerService.GetCustomerByIdAsync(customerId);
        if (customer is not { Active: true, Deleted: false, IsSystemAccount: false }
            || await permissionService.AuthorizeAsync(StandardPermission.Security.ACCESS_ADMIN_PANEL, customer))
            return RedirectToAction(nameof(ActAs));

        await visitors.SignInAsync(customer, remember: false);
        return RedirectToAction("Index", "Catalog");
    }

    [HttpPost("language")]
    public async Task<IActionResult> SetLanguage(int languageId, string? returnUrl)
    {
        if (await languageService.GetLanguageByIdAsync(languageId) is { Published: true } language)
            await workContext.SetWorkingLanguageAsync(language);

        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction("Index", "Catalog");
    }
}
