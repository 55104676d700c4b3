using Nop.Core.Domain.Catalog;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks a customer who began or ceased to wait for a product.</summary>
public class BackInStockConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<BackInStockSubscription>>,
    IConsumer<EntityUpdatedEvent<BackInStockSubscription>>,
    IConsumer<EntityDeletedEvent<BackInStockSubscription>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<BackInStockSubscription> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<BackInStockSubscription> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<BackInStockSubscription> eventMessage) => MarkAsync(eventMessage.Entity);

    private Task MarkAsync(BackInStockSubscription subscription) => marker.MarkAsync(subscription.CustomerId, RuleSources.BackInStock);
}
