using Nop.Core.Domain.Orders;

namespace Nop.Services.Orders;

public partial interface IOrderService
{
    Task DeleteOrderAsync(Order order);
    Task<Order> GetOrderByIdAsync(int orderId);
    Task<IList<OrderItem>> GetOrderItemsAsync(int orderId, bool? isNotReturnable = null, bool? isShipEnabled = null, int vendorId = 0);
    Task<IList<Order>> GetOrdersByIdsAsync(int[] orderIds);
    Task InsertOrderAsync(Order order);
    Task InsertOrderItemAsync(OrderItem orderItem);
    Task UpdateOrderAsync(Order order);
}
