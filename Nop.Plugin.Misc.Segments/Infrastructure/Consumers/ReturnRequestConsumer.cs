using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks the customer of a return request that was made or changed.</summary>
public class ReturnRequestConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<ReturnRequest>>,
    IConsumer<EntityUpdatedEvent<ReturnRequest>>,
    IConsumer<EntityDeletedEvent<ReturnRequest>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<ReturnRequest> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<ReturnRequest> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ReturnRequest> eventMessage) => MarkAsync(eventMessage.Entity);

    private Task MarkAsync(ReturnRequest returnRequest) => marker.MarkAsync(returnRequest.CustomerId, RuleSources.Returns);
}
