using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The list of customer roles, the page of one, and the form of a new one.</summary>
public sealed class CustomerRoleController(ICustomerService customerService, IRepository<CustomerCustomerRoleMapping> mappings) : AdminController
{
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_VIEW)]
    public IActionResult List()
    {
        var model = new CustomerRoleSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_VIEW)]
    public async Task<IActionResult> List(CustomerRoleSearchModel searchModel)
    {
        var page = (await customerService.GetAllCustomerRolesAsync(true)).ToPagedList(searchModel);
        var rows = new List<CustomerRoleModel>();
        foreach (var role in page)
        {
            rows.Add(new CustomerRoleModel
            {
                Id = role.Id,
                Name = role.Name,
                SystemName = role.SystemName,
                Active = role.Active,
                IsSystemRole = role.IsSystemRole,
                Customers = await mappings.Table.CountAsync(m => m.CustomerRoleId == role.Id)
            });
        }

        return Json(new CustomerRoleListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE)]
    public IActionResult Create()
    {
        return View(new CustomerRoleModel { Active = true });
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Create(CustomerRoleModel model)
    {
        if (string.IsNullOrWhiteSpace(model.Name))
            return View(model);

        await customerService.InsertCustomerRoleAsync(new CustomerRole { Name = model.Name.Trim(), Active = model.Active });
        return RedirectToAction(nameof(List));
    }

    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_VIEW)]
    public async Task<IActionResult> Edit(int id)
    {
        return await customerService.GetCustomerRoleByIdAsync(id) is { } role
            ? View(new CustomerRoleModel { Id = role.Id, Name = role.Name, SystemName = role.SystemName, Active = role.Active, IsSystemRole = role.IsSystemRole })
            : RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Edit(CustomerRoleModel model)
    {
        if (await customerService.GetCustomerRoleByIdAsync(model.Id) is not { } role)
            return RedirectToAction(nameof(List));
        if (string.IsNullOrWhiteSpace(model.Name))
            return RedirectToAction(nameof(Edit), new { id = role.Id });

        role.Name = model.Name.Trim();
        if (!role.IsSystemRole)
            role.Active = model.Active;
        await customerService.UpdateCustomerRoleAsync(role);
        return RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Customers.CUSTOMER_ROLES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await customerService.GetCustomerRoleByIdAsync(id) is { IsSystemRole: false } role)
            await customerService.DeleteCustomerRoleAsync(role);
        return RedirectToAction(nameof(List));
    }
}
