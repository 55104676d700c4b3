using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Orders;

namespace Shop.Services.Orders;

internal sealed class OrderService(IRepository<Order> orders, IRepository<OrderItem> items) : IOrderService
{
    public Task DeleteOrderAsync(Order order)
    {
        return orders.DeleteAsync(order);
    }

    public Task<Order> GetOrderByIdAsync(int orderId)
    {
        return orders.GetByIdAsync(orderId);
    }

    public async Task<IList<OrderItem>> GetOrderItemsAsync(int orderId, bool? isNotReturnable = null, bool? isShipEnabled = null, int vendorId = 0)
    {
        return await items.Table.Where(i => i.OrderId == orderId).OrderBy(i => i.Id).ToListAsync();
    }

    public Task<IList<Order>> GetOrdersByIdsAsync(int[] orderIds)
    {
        return orders.GetByIdsAsync(orderIds, includeDeleted: false);
    }

    public Task InsertOrderAsync(Order order)
    {
        return orders.InsertAsync(order);
    }

    public Task InsertOrderItemAsync(OrderItem orderItem)
    {
        return items.InsertAsync(orderItem);
    }

    public Task UpdateOrderAsync(Order order)
    {
        return orders.UpdateAsync(order);
    }
}
