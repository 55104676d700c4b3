using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Directory;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Orders;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The list of customers and the page of one.</summary>
public sealed class CustomerController(
    ICountryService countryService,
    ICustomerService customerService,
    IDateTimeHelper dateTimeHelper,
    ILocalizationService localizationService,
    INotificationService notificationService,
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings,
    IRewardPointService rewardPointService,
    IStoreContext storeContext,
    OrderRows orderRows) : AdminController
{
    private const int NEWEST_POINTS = 50;

    public IActionResult Index()
    {
        return RedirectToAction(nameof(List));
    }

    [CheckPermission(StandardPermission.Customers.CUSTOMERS_VIEW)]
    public async Task<IActionResult> List()
    {
        var registered = await customerService.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.RegisteredRoleName);
        var model = new CustomerSearchModel { SelectedCustomerRoleIds = new List<int> { registered.Id }, AvailableCustomerRoles = await RoleItemsAsync() };
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Customers.CUSTOMERS_VIEW)]
    public async Task<IActionResult> CustomerList(CustomerSearchModel searchModel)
    {
        var query = customers.Table.Where(c => !c.Deleted && !c.IsSystemAccount);
        if (!string.IsNullOrWhiteSpace(searchModel.SearchEmail))
            query = query.Where(c => c.Email.Contains(searchModel.SearchEmail));
        if (!string.IsNullOrWhiteSpace(searchModel.SearchFirstName))
            query = query.Where(c => c.FirstName.Contains(searchModel.SearchFirstName));
        if (!string.IsNullOrWhiteSpace(searchModel.SearchLastName))
            query = query.Where(c => c.LastName.Contains(searchModel.SearchLastName));
        var roles = searchModel.SelectedCustomerRoleIds.Where(id => id > 0).ToList();
        if (roles.Count > 0)
            query = query.Where(c => roleMappings.Table.Any(m => m.CustomerId == c.Id && roles.Contains(m.CustomerRoleId)));

        var page = await query.OrderByDescending(c => c.CreatedOnUtc).ThenByDescending(c => c.Id).ToPagedListAsync(searchModel.Page - 1, searchModel.PageSize);
        var roleNames = await RoleNamesAsync(page.Select(c => c.Id).ToList());
        var rows = new List<CustomerModel>();
        foreach (var customer in page)
        {
            rows.Add(new CustomerModel
            {
                Id = customer.Id,
                Email = customer.Email,
                FullName = await customerService.GetCustomerFullNameAsync(customer),
                Company = customer.Company,
                CustomerRoleNames = string.Join(", ", roleNames[customer.Id]),
                Active = customer.Active,
                CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(customer.CreatedOnUtc, DateTimeKind.Utc)
            });
        }

        return Json(new CustomerListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.Customers.CUSTOMERS_VIEW)]
    public async Task<IActionResult> Edit(int id)
    {
        if (await customerService.GetCustomerByIdAsync(id) is not { Deleted: false } customer)
            return RedirectToAction(nameof(List));

        return View(await PrepareAsync(new CustomerModel
        {
            Id = customer.Id,
            Email = customer.Email,
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            Company = customer.Company,
            Active = customer.Active,
            AdminComment = customer.AdminComment,
            SelectedCustomerRoleIds = [.. await customerService.GetCustomerRoleIdsAsync(customer, true)]
        }, customer));
    }

    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(StandardPermission.Customers.CUSTOMERS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Edit(CustomerModel model, bool continueEditing)
    {
        if (await customerService.GetCustomerByIdAsync(model.Id) is not { Deleted: false } customer)
            return RedirectToAction(nameof(List));

        await CheckAsync(model, customer);
        if (!ModelState.IsValid)
            return View(await PrepareAsync(model, customer));

        customer.Email = model.Email?.Trim();
        customer.FirstName = model.FirstName;
        customer.LastName = model.LastName;
        customer.Company = model.Company;
        customer.Active = model.Active;
        customer.AdminComment = model.AdminComment;
        await customerService.UpdateCustomerAsync(customer);
        await SaveRolesAsync(customer, model.SelectedCustomerRoleIds);
        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Customers.Customers.Updated"));
        return continueEditing ? RedirectToAction(nameof(Edit), new { id = customer.Id }) : RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Customers.CUSTOMERS_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await customerService.GetCustomerByIdAsync(id) is { Deleted: false, IsSystemAccount: false } customer)
        {
            if (await customerService.IsAdminAsync(customer))
            {
                notificationService.ErrorNotification(await localizationService.GetResourceAsync("Admin.Customers.Customers.AdminAccountStays"));
                return RedirectToAction(nameof(Edit), new { id });
            }

            await customerService.DeleteCustomerAsync(customer);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.Customers.Customers.Deleted"));
        }

        return RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.ORDERS_VIEW)]
    public async Task<IActionResult> OrderList(CustomerOrderSearchModel searchModel)
    {
        return Json(await orderRows.PageAsync(searchModel, query => query.Where(o => o.CustomerId == searchModel.CustomerId)));
    }

    private async Task CheckAsync(CustomerModel model, Customer customer)
    {
        var email = model.Email?.Trim();
        if (string.IsNullOrEmpty(email))
        {
            if (!string.IsNullOrEmpty(customer.Email))
                ModelState.AddModelError(nameof(model.Email), await localizationService.GetResourceAsync("Admin.Customers.Customers.Fields.Email.Required"));
        }
        else if (await customerService.GetCustomerByEmailAsync(email) is { } other && other.Id != customer.Id)
        {
            ModelState.AddModelError(nameof(model.Email), await localizationService.GetResourceAsync("Admin.Customers.Customers.Fields.Email.Taken"));
        }

        if (await customerService.IsAdminAsync(customer))
        {
            var administrators = await customerService.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.AdministratorsRoleName);
            if (!model.Active || !model.SelectedCustomerRoleIds.Contains(administrators.Id))
                ModelState.AddModelError(string.Empty, await localizationService.GetResourceAsync("Admin.Customers.Customers.AdminAccountStays"));
        }
    }

    private async Task SaveRolesAsync(Customer customer, IList<int> wanted)
    {
        var present = await customerService.GetCustomerRoleIdsAsync(customer, true);
        foreach (var roleId in wanted.Except(present))
            await customerService.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = roleId });
        foreach (var roleId in present.Except(wanted))
            await customerService.RemoveCustomerRoleMappingAsync(customer, await customerService.GetCustomerRoleByIdAsync(roleId));
    }

    private async Task<CustomerModel> PrepareAsync(CustomerModel model, Customer customer)
    {
        model.FullName = await customerService.GetCustomerFullNameAsync(customer);
        model.AvailableCustomerRoles = await RoleItemsAsync();
        model.Country = customer.CountryId > 0 ? (await countryService.GetCountryByIdAsync(customer.CountryId))?.Name : null;
        model.CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(customer.CreatedOnUtc, DateTimeKind.Utc);
        model.LastActivityDate = await dateTimeHelper.ConvertToUserTimeAsync(customer.LastActivityDateUtc, DateTimeKind.Utc);
        model.OrderSearch.CustomerId = customer.Id;
        model.OrderSearch.SetGridPageSize(7);
        model.RewardPointsBalance = await rewardPointService.GetRewardPointsBalanceAsync(customer.Id, (await storeContext.GetCurrentStoreAsync()).Id);
        foreach (var entry in await rewardPointService.GetRewardPointsHistoryAsync(customer.Id, showNotActivated: true, pageSize: NEWEST_POINTS))
            model.RewardPoints.Add(await PointsAsync(entry));
        return model;
    }

    private async Task<CustomerRewardPointsModel> PointsAsync(RewardPointsHistory entry)
    {
        return new CustomerRewardPointsModel
        {
            Points = entry.Points,
            Message = entry.Message,
            CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(entry.CreatedOnUtc, DateTimeKind.Utc),
            EndDate = entry.EndDateUtc is { } end ? await dateTimeHelper.ConvertToUserTimeAsync(end, DateTimeKind.Utc) : null
        };
    }

    private async Task<IList<SelectListItem>> RoleItemsAsync()
    {
        return (await customerService.GetAllCustomerRolesAsync(true)).Select(r => new SelectListItem(r.Name, r.Id.ToString())).ToList();
    }

    private async Task<ILookup<int, string>> RoleNamesAsync(List<int> customerIds)
    {
        var mappings = await roleMappings.Table.Where(m => customerIds.Contains(m.CustomerId)).ToListAsync();
        var names = (await customerService.GetAllCustomerRolesAsync(true)).ToDictionary(r => r.Id, r => r.Name);
        return mappings.Where(m => names.ContainsKey(m.CustomerRoleId)).ToLookup(m => m.CustomerId, m => names[m.CustomerRoleId]);
    }
}
