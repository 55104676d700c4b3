using Nop.Core;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Customers;
using Nop.Services.Localization;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>The shop's campaigns, with the stock "send mass e-mail" button held to the segments chosen on the page.</summary>
public sealed class SegmentCampaignService(
    ICustomerService customerService,
    IEmailSender emailSender,
    IMessageTokenProvider messageTokenProvider,
    IQueuedEmailService queuedEmailService,
    IRepository<Campaign> campaignRepository,
    IStoreContext storeContext,
    ITokenizer tokenizer,
    CampaignChoices choices,
    CampaignForm form,
    CampaignRecipients recipients,
    ILocalizationService localizationService,
    INotificationService notificationService,
    PluginState pluginState)
    : CampaignService(customerService, emailSender, messageTokenProvider, queuedEmailService, campaignRepository, storeContext, tokenizer)
{
    /// <summary>Copies a campaign together with its segments.</summary>
    public override async Task<Campaign> CopyCampaignAsync(Campaign campaign, string newName)
    {
        var copy = await base.CopyCampaignAsync(campaign, newName);
        if (await pluginState.IsInstalledAsync())
            await choices.SaveAsync(copy.Id, await choices.GetAsync(campaign.Id));

        return copy;
    }

    /// <summary>
    /// Sends a campaign. A mass sending goes by the chosen segments, and to nobody, with a word why, when a segment cannot be relied
    /// on; a test mail goes where it is sent.
    /// </summary>
    public override async Task<int> SendCampaignAsync(Campaign campaign, EmailAccount emailAccount, IEnumerable<NewsLetterSubscription> subscriptions)
    {
        if (!await form.IsMassSendAsync() || !await pluginState.IsInstalledAsync())
            return await base.SendCampaignAsync(campaign, emailAccount, subscriptions);

        var audience = await form.GetAudienceAsync() ?? await choices.GetAsync(campaign.Id);
        if (audience.IsEverybody)
            return await base.SendCampaignAsync(campaign, emailAccount, subscriptions);

        var unreliable = await recipients.FindUnreliableAsync(audience);
        if (unreliable.Count > 0)
        {
            var deleted = await localizationService.GetResourceAsync("Plugins.Misc.Segments.Campaign.DeletedSegment");
            var names = string.Join(", ", unreliable.Select(segment => segment?.Name ?? deleted));
            notificationService.WarningNotification(
                string.Format(await localizationService.GetResourceAsync("Plugins.Misc.Segments.Campaign.SentToNobody"), names));
            return 0;
        }

        var selected = await recipients.SelectAsync(subscriptions, audience, await form.GetSubscriptionTypeIdAsync());
        return await base.SendCampaignAsync(campaign, emailAccount, selected);
    }
}
