using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks the customer with the e-mail address of a newsletter subscription that changed.</summary>
public class NewsletterConsumer(DirtyCustomerMarker marker, IRepository<Customer> customers) :
    IConsumer<EntityInsertedEvent<NewsLetterSubscription>>,
    IConsumer<EntityUpdatedEvent<NewsLetterSubscription>>,
    IConsumer<EntityDeletedEvent<NewsLetterSubscription>>,
    IConsumer<EmailSubscribedEvent>,
    IConsumer<EmailUnsubscribedEvent>,
    IConsumer<EntityDeletedEvent<NewsLetterSubscriptionType>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<NewsLetterSubscription> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<NewsLetterSubscription> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<NewsLetterSubscription> eventMessage) => MarkAsync(eventMessage.Entity);

    /// <inheritdoc />
    public Task HandleEventAsync(EmailSubscribedEvent eventMessage) => MarkAsync(eventMessage.Subscription);

    /// <summary>The subscription is the old one: after a change of the address this is the only word of the address before.</summary>
    public Task HandleEventAsync(EmailUnsubscribedEvent eventMessage) => MarkAsync(eventMessage.Subscription);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<NewsLetterSubscriptionType> eventMessage) => marker.MarkEveryoneAsync(RuleSources.Newsletter);

    private async Task MarkAsync(NewsLetterSubscription subscription)
    {
        if (subscription.Email is { Length: > 0 } email)
            await marker.MarkAsync(() => customers.Table.Where(customer => customer.Email == email).Select(customer => customer.Id), RuleSources.Newsletter);
    }
}
