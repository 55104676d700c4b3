using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks the customer of an order whose lines changed.</summary>
public class OrderItemConsumer(DirtyCustomerMarker marker, IRepository<Order> orders) :
    IConsumer<EntityInsertedEvent<OrderItem>>,
    IConsumer<EntityUpdatedEvent<OrderItem>>,
    IConsumer<EntityDeletedEvent<OrderItem>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<OrderItem> eventMessage) => MarkAsync(eventMessage.Entity.OrderId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<OrderItem> eventMessage) => MarkAsync(eventMessage.Entity.OrderId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<OrderItem> eventMessage) => MarkAsync(eventMessage.Entity.OrderId);

    private Task MarkAsync(int orderId) => marker.MarkOrderAsync(orderId, () => orders.Table);
}
