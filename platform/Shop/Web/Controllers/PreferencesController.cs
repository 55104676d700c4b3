using Microsoft.AspNetCore.Mvc;
using Nop.Core;
using Nop.Services.Common;
using Nop.Services.Localization;

namespace Shop.Web.Controllers;

/// <summary>What the admin area remembers about its user: the language, and which cards are closed.</summary>
public sealed class PreferencesController(
    IGenericAttributeService attributes,
    ILanguageService languageService,
    IWorkContext workContext) : AdminController
{
    [HttpPost]
    public async Task<IActionResult> SavePreference(string name, bool value)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200)
            return BadRequest();

        await attributes.SaveAttributeAsync(await workContext.GetCurrentCustomerAsync(), name, value);
        return Json(new { Result = true });
    }

    [HttpPost]
    public async Task<IActionResult> SetLanguage(int languageId, string? returnUrl)
    {
        if (await languageService.GetLanguageByIdAsync(languageId) is { Published: true } language)
            await workContext.SetWorkingLanguageAsync(language);

        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction("Index", "Home");
    }
}
