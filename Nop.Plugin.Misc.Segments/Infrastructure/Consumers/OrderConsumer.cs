using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Marks the customer of an order that changed in any way. The entity's own events are not enough, as lines follow the order; nor are the
/// others, as an import publishes none.
/// </summary>
public class OrderConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<Order>>,
    IConsumer<EntityUpdatedEvent<Order>>,
    IConsumer<EntityDeletedEvent<Order>>,
    IConsumer<OrderPlacedEvent>,
    IConsumer<OrderStatusChangedEvent>,
    IConsumer<OrderAuthorizedEvent>,
    IConsumer<OrderPaidEvent>,
    IConsumer<OrderRefundedEvent>,
    IConsumer<OrderVoidedEvent>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<Order> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Order> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Order> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(OrderPlacedEvent eventMessage) => MarkAsync(eventMessage.Order);

    /// <inheritdoc />
    public Task HandleEventAsync(OrderStatusChangedEvent eventMessage) => MarkAsync(eventMessage.Order);

    /// <inheritdoc />
    public Task HandleEventAsync(OrderAuthorizedEvent eventMessage) => MarkAsync(eventMessage.Order);

    /// <inheritdoc />
    public Task HandleEventAsync(OrderPaidEvent eventMessage) => MarkAsync(eventMessage.Order);

    /// <inheritdoc />
    public Task HandleEventAsync(OrderRefundedEvent eventMessage) => MarkAsync(eventMessage.Order);

    /// <inheritdoc />
    public Task HandleEventAsync(OrderVoidedEvent eventMessage) => MarkAsync(eventMessage.Order);

    private Task MarkAsync(Order order) => marker.MarkOrderAsync(order);
}
