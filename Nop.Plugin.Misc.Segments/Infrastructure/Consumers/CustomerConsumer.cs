using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks a customer whose account was made, changed or deleted. With the e-mail address the newsletter subscriptions may change, too.</summary>
public class CustomerConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<Customer>>,
    IConsumer<EntityUpdatedEvent<Customer>>,
    IConsumer<EntityDeletedEvent<Customer>>,
    IConsumer<CustomerRegisteredEvent>,
    IConsumer<CustomerActivatedEvent>,
    IConsumer<CustomerLoggedinEvent>,
    IConsumer<CustomerChangeWorkingLanguageEvent>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<Customer> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Customer> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<Customer> eventMessage) => marker.MarkGoneAsync(eventMessage.Entity.Id);

    /// <inheritdoc />
    public Task HandleEventAsync(CustomerRegisteredEvent eventMessage) => MarkAsync(eventMessage.Customer);

    /// <inheritdoc />
    public Task HandleEventAsync(CustomerActivatedEvent eventMessage) => MarkAsync(eventMessage.Customer);

    /// <inheritdoc />
    public async Task HandleEventAsync(CustomerLoggedinEvent eventMessage)
    {
        await MarkAsync(eventMessage.Customer);
        if (eventMessage.GuestCustomer is { } guest)
            await MarkAsync(guest);
    }

    /// <inheritdoc />
    public Task HandleEventAsync(CustomerChangeWorkingLanguageEvent eventMessage) => MarkAsync(eventMessage.Customer);

    private Task MarkAsync(Customer customer) => marker.MarkAccountAsync(customer, RuleSources.Profile | RuleSources.Roles | RuleSources.Newsletter);
}
