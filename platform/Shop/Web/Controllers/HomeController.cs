using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Customers;
using Nop.Services.Security;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The dashboard of the admin area.</summary>
public sealed class HomeController(
    ICustomerService customerService,
    IPermissionService permissionService,
    IPriceFormatter priceFormatter,
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings,
    IRepository<Order> orders) : AdminController
{
    public async Task<IActionResult> Index()
    {
        var model = new DashboardModel
        {
            ShowOrders = await permissionService.AuthorizeAsync(StandardPermission.Orders.ORDERS_VIEW),
            ShowCustomers = await permissionService.AuthorizeAsync(StandardPermission.Customers.CUSTOMERS_VIEW)
        };
        if (model.ShowOrders)
            await FillOrdersAsync(model);
        if (model.ShowCustomers)
            await FillCustomersAsync(model);
        return View(model);
    }

    private async Task FillOrdersAsync(DashboardModel model)
    {
        var cancelled = (int)OrderStatus.Cancelled;
        var pending = (int)OrderStatus.Pending;
        var sales = await orders.Table.Where(o => !o.Deleted && o.OrderStatusId != cancelled).SumAsync(o => o.OrderTotal - o.RefundedAmount);
        model.Orders = await orders.Table.CountAsync(o => !o.Deleted);
        model.PendingOrders = await orders.Table.CountAsync(o => !o.Deleted && o.OrderStatusId == pending);
        model.Sales = await priceFormatter.FormatPriceAsync(sales, true, false);
        model.LatestOrders.SetGridPageSize(10);
    }

    private async Task FillCustomersAsync(DashboardModel model)
    {
        var registered = await customerService.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.RegisteredRoleName);
        model.Customers = await customers.Table.CountAsync(c => !c.Deleted
            && roleMappings.Table.Any(m => m.CustomerId == c.Id && m.CustomerRoleId == registered.Id));
    }
}
