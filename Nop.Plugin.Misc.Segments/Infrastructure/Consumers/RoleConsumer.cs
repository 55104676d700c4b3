using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Marks a customer who was given a role or lost one, and all customers when a role itself changed: the database tells nobody of its mappings.
/// </summary>
public class RoleConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<CustomerCustomerRoleMapping>>,
    IConsumer<EntityDeletedEvent<CustomerCustomerRoleMapping>>,
    IConsumer<EntityUpdatedEvent<CustomerRole>>,
    IConsumer<EntityDeletedEvent<CustomerRole>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<CustomerCustomerRoleMapping> eventMessage) =>
        marker.MarkAsync(eventMessage.Entity.CustomerId, RuleSources.Roles);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerCustomerRoleMapping> eventMessage) =>
        marker.MarkAsync(eventMessage.Entity.CustomerId, RuleSources.Roles);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<CustomerRole> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Roles);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerRole> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Roles);
}
