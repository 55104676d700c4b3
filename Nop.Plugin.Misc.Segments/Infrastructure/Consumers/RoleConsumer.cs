using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>
/// Marks a customer who was given a role or lost one, and all customers when a role itself changed: the database tells nobody of its mappings.
/// What segments themselves give and take is marked with it, where it matters.
/// </summary>
public class RoleConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<CustomerCustomerRoleMapping>>,
    IConsumer<EntityDeletedEvent<CustomerCustomerRoleMapping>>,
    IConsumer<EntityUpdatedEvent<CustomerRole>>,
    IConsumer<EntityDeletedEvent<CustomerRole>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<CustomerCustomerRoleMapping> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerCustomerRoleMapping> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<CustomerRole> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Roles);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerRole> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Roles);

    private Task MarkAsync(CustomerCustomerRoleMapping mapping) =>
        RoleMappings.IsPublishing ? Task.CompletedTask : marker.MarkAsync(mapping.CustomerId, RuleSources.Roles);
}
