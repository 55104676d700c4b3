using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Marks the customer of an order with which a discount was used, and all customers when a discount itself changed: whether it takes a coupon code
/// says which orders used one.
/// </summary>
public class DiscountConsumer(DirtyCustomerMarker marker, IRepository<Order> orders) :
    IConsumer<EntityInsertedEvent<DiscountUsageHistory>>,
    IConsumer<EntityUpdatedEvent<DiscountUsageHistory>>,
    IConsumer<EntityDeletedEvent<DiscountUsageHistory>>,
    IConsumer<EntityUpdatedEvent<Discount>>,
    IConsumer<EntityDeletedEvent<Discount>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<DiscountUsageHistory> eventMessage) => MarkAsync(eventMessage.Entity.OrderId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<DiscountUsageHistory> eventMessage) => MarkAsync(eventMessage.Entity.OrderId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<DiscountUsageHistory> eventMessage) => MarkAsync(eventMessage.Entity.OrderId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Discount> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Orders);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Discount> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Orders);

    private Task MarkAsync(int orderId) => marker.MarkOrderAsync(orderId, () => orders.Table);
}
