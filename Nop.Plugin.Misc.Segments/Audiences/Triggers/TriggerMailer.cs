using Nop.Core.Domain.Messages;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Puts the mail of a trigger into the shop's queue: in the customer's language, from the customer's store, to the customer's address.</summary>
public class TriggerMailer(
    ICustomerService customerService,
    IEmailAccountService emailAccountService,
    IEventPublisher eventPublisher,
    IMessageTemplateService templateService,
    IMessageTokenProvider tokenProvider,
    IRepository<NewsLetterSubscription> subscriptions,
    IWorkflowMessageService workflowMessageService,
    TriggerRecipients recipients,
    TriggerValues values,
    EmailAccountSettings emailAccountSettings)
{
    /// <summary>Why a customer is not mailed; null when there is no reason.</summary>
    public async Task<FiringOutcome?> FindRefusalAsync(TriggerContext context)
    {
        if (string.IsNullOrWhiteSpace(context.Customer.Email))
            return FiringOutcome.NoAddress;
        if (!context.Trigger.SubscribersOnly)
            return null;

        var (email, storeId) = (context.Customer.Email, (await recipients.FindStoreAsync(context.Customer)).Id);
        return await subscriptions.Table.AnyAsync(subscription => subscription.Email == email && subscription.StoreId == storeId && subscription.Active)
            ? null
            : FiringOutcome.NotSubscribed;
    }

    /// <summary>Queues the mail.</summary>
    /// <param name="context">What is done for whom.</param>
    /// <param name="more">What the template can name beside the store, the customer and the segment.</param>
    /// <returns>The number of the mail in the queue.</returns>
    /// <exception cref="TriggerException">The template or the account to send from is missing.</exception>
    public async Task<int> SendAsync(TriggerContext context, params Token[] more)
    {
        if (await templateService.GetMessageTemplateByIdAsync(context.Trigger.MessageTemplateId) is not { } template)
            throw new TriggerException(TriggerFault.MailGone);
        if (!template.IsActive)
            throw new TriggerException(TriggerFault.MailOff, template.Name);

        var store = await recipients.FindStoreAsync(context.Customer);
        var language = await recipients.FindLanguageAsync(context.Customer);
        var account = await FindAccountAsync(template);
        var tokens = new List<Token>();
        await tokenProvider.AddStoreTokensAsync(tokens, store, account, language.Id);
        await tokenProvider.AddCustomerTokensAsync(tokens, context.Customer);
        tokens.Add(new Token("Segment.Name", context.Segment.Name));
        tokens.Add(new Token(context.Trigger.OnLeaving ? "Segment.LeftOn" : "Segment.EnteredOn", await values.DayAsync(context.Firing.OccurredOnUtc, context.Customer)));
        tokens.AddRange(more);
        await eventPublisher.PublishAsync(new MessageTokensAddedEvent(template, tokens));
        return await workflowMessageService.SendNotificationAsync(template, account, language.Id, tokens,
            context.Customer.Email, await customerService.GetCustomerFullNameAsync(context.Customer));
    }

    private async Task<EmailAccount> FindAccountAsync(MessageTemplate template) =>
        await emailAccountService.GetEmailAccountByIdAsync(template.EmailAccountId)
        ?? await emailAccountService.GetEmailAccountByIdAsync(emailAccountSettings.DefaultEmailAccountId)
        ?? (await emailAccountService.GetAllEmailAccountsAsync()).FirstOrDefault()
        ?? throw new TriggerException(TriggerFault.NoMailAccount);
}
