using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks a customer who was given reward points or spent some.</summary>
public class RewardPointsConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<RewardPointsHistory>>,
    IConsumer<EntityUpdatedEvent<RewardPointsHistory>>,
    IConsumer<EntityDeletedEvent<RewardPointsHistory>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<RewardPointsHistory> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<RewardPointsHistory> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<RewardPointsHistory> eventMessage) => MarkAsync(eventMessage.Entity);

    private Task MarkAsync(RewardPointsHistory history) => marker.MarkAsync(history.CustomerId, RuleSources.RewardPoints);
}
