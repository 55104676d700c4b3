using Nop.Core.Domain.Orders;
using Nop.Services.Orders;

namespace Shop.Services.Orders;

/// <summary>Takes orders from elsewhere over, as they are. Nothing is placed or paid, and nothing of that kind is said: first an order is stored, then its lines.</summary>
public sealed class OrderImport(IOrderService orders)
{
    /// <summary>Stores an order with its lines, or its changes when it is known already.</summary>
    public async Task ImportAsync(Order order, IReadOnlyList<OrderItem> lines)
    {
        if (order.Id == 0)
            await orders.InsertOrderAsync(order);
        else
            await orders.UpdateOrderAsync(order);

        foreach (var line in lines)
        {
            line.OrderId = order.Id;
            await orders.InsertOrderItemAsync(line);
        }
    }
}
