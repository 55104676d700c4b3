using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks all customers when a merchant changes how a customer attribute is answered: a rule about a choice says nothing about a text.</summary>
public class CustomerAttributeConsumer(DirtyCustomerMarker marker) : IConsumer<EntityUpdatedEvent<CustomerAttribute>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<CustomerAttribute> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Profile);
}
