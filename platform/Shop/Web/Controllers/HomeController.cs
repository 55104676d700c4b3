using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Customers;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The dashboard of the admin area.</summary>
public sealed class HomeController(
    ICustomerService customerService,
    IPriceFormatter priceFormatter,
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings,
    IRepository<Order> orders) : AdminController
{
    public async Task<IActionResult> Index()
    {
        var registered = await customerService.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.RegisteredRoleName);
        var cancelled = (int)OrderStatus.Cancelled;
        var pending = (int)OrderStatus.Pending;
        var sales = await orders.Table.Where(o => !o.Deleted && o.OrderStatusId != cancelled).SumAsync(o => o.OrderTotal - o.RefundedAmount);
        var model = new DashboardModel
        {
            Orders = await orders.Table.CountAsync(o => !o.Deleted),
            PendingOrders = await orders.Table.CountAsync(o => !o.Deleted && o.OrderStatusId == pending),
            Customers = await customers.Table.CountAsync(c => !c.Deleted
                && roleMappings.Table.Any(m => m.CustomerId == c.Id && m.CustomerRoleId == registered.Id)),
            Sales = await priceFormatter.FormatPriceAsync(sales, true, false)
        };
        model.LatestOrders.SetGridPageSize(10);
        return View(model);
    }
}
