using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Stores;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Models.Extensions;
using Shop.Web.Models;

namespace Shop.Web;

/// <summary>Pages of orders, newest first, for the grids that show them.</summary>
public sealed class OrderRows(
    IDateTimeHelper dateTimeHelper,
    ILocalizationService localizationService,
    IPriceFormatter priceFormatter,
    IStoreService storeService,
    IRepository<Customer> customers,
    IRepository<Order> orders)
{
    public async Task<OrderListModel> PageAsync(BaseSearchModel search, Func<IQueryable<Order>, IQueryable<Order>> filter)
    {
        var query = filter(orders.Table.Where(o => !o.Deleted));
        var page = await query.OrderByDescending(o => o.CreatedOnUtc).ThenByDescending(o => o.Id).ToPagedListAsync(search.Page - 1, search.PageSize);
        var customerIds = page.Select(o => o.CustomerId).Distinct().ToList();
        var buyers = await customers.Table.Where(c => customerIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var stores = (await storeService.GetAllStoresAsync()).ToDictionary(s => s.Id, s => s.Name);
        var rows = new List<OrderModel>();
        foreach (var order in page)
        {
            rows.Add(new OrderModel
            {
                Id = order.Id,
                CustomOrderNumber = order.CustomOrderNumber,
                CustomerId = order.CustomerId,
                CustomerEmail = buyers.GetValueOrDefault(order.CustomerId)?.Email,
                CustomerName = buyers.TryGetValue(order.CustomerId, out var buyer) ? $"{buyer.FirstName} {buyer.LastName}".Trim() : null,
                Store = stores.GetValueOrDefault(order.StoreId),
                OrderStatusId = order.OrderStatusId,
                PaymentStatusId = order.PaymentStatusId,
                OrderStatus = await localizationService.GetLocalizedEnumAsync(order.OrderStatus),
                PaymentStatus = await localizationService.GetLocalizedEnumAsync(order.PaymentStatus),
                OrderTotal = await priceFormatter.FormatPriceAsync(order.OrderTotal, true, false),
                CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(order.CreatedOnUtc, DateTimeKind.Utc)
            });
        }

        return new OrderListModel().PrepareToGrid(search, page, () => rows);
    }
}
