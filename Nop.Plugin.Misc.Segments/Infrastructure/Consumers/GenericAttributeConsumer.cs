using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks a customer about whom the shop or a plugin stored a value by key.</summary>
public class GenericAttributeConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<GenericAttribute>>,
    IConsumer<EntityUpdatedEvent<GenericAttribute>>,
    IConsumer<EntityDeletedEvent<GenericAttribute>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<GenericAttribute> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<GenericAttribute> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<GenericAttribute> eventMessage) => MarkAsync(eventMessage.Entity);

    private Task MarkAsync(GenericAttribute attribute) => string.Equals(attribute.KeyGroup, nameof(Customer), StringComparison.OrdinalIgnoreCase)
        ? marker.MarkAsync(attribute.EntityId, RuleSources.GenericAttributes)
        : Task.CompletedTask;
}
