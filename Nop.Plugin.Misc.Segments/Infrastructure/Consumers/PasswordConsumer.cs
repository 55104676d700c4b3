using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks a customer whose password was set or changed.</summary>
public class PasswordConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<CustomerPassword>>,
    IConsumer<EntityUpdatedEvent<CustomerPassword>>,
    IConsumer<EntityDeletedEvent<CustomerPassword>>,
    IConsumer<CustomerPasswordChangedEvent>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<CustomerPassword> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<CustomerPassword> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerPassword> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(CustomerPasswordChangedEvent eventMessage) => MarkAsync(eventMessage.Password);

    private Task MarkAsync(CustomerPassword password) => marker.MarkAsync(password.CustomerId, RuleSources.Profile);
}
