using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Logging;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>Answers what the campaign page asks: how many get the campaign as its form stands, and the steps of sending it.</summary>
public class SegmentCampaignController(
    CampaignChoices choices,
    CampaignModelFactory factory,
    CampaignRecipients recipients,
    CampaignSender sender,
    CampaignSendings sendings,
    DisplayFormats formats,
    EmailAccountSettings emailAccountSettings,
    ICampaignService campaignService,
    ICustomerActivityService activityService,
    IEmailAccountService emailAccountService) : SegmentsAdminController
{
    private const int MostQuietDays = 3_650;

    /// <summary>How many subscribers would get the campaign as the form stands, and why members would not.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_VIEW)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public virtual async Task<IActionResult> Recipients(List<int>? segmentIds, List<int>? excludedSegmentIds, int storeId, int newsLetterSubscriptionTypeId,
        int customerRoleId, int campaignId, bool onlyNew, int quietDays) => Json(await factory.PrepareReportAsync(
        new RecipientFilter(new CampaignAudience(segmentIds ?? [], excludedSegmentIds ?? []))
        {
            StoreId = storeId,
            SubscriptionTypeId = newsLetterSubscriptionTypeId,
            CustomerRoleId = customerRoleId,
            UnmailedByCampaignId = onlyNew ? campaignId : 0,
            UnmailedSinceUtc = Quiet(quietDays) is > 0 and var days ? DateTime.UtcNow.AddDays(-days) : null
        }));

    /// <summary>Begins to send the saved campaign to its saved segments, or joins in where that is going on.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public virtual async Task<IActionResult> Begin(int campaignId, int number, int emailAccountId, bool onlyNew, int quietDays)
    {
        if (await campaignService.GetCampaignByIdAsync(campaignId) is not { } campaign)
            return await GoneAsync();
        var audience = await choices.GetAsync(campaignId);
        if (await factory.FindUnreliableAsync(audience) is { } error)
            return Json(new SendingModel { Error = error });

        var choice = new SendingChoice(emailAccountId, onlyNew, Quiet(quietDays));
        var sending = await sendings.BeginAsync(campaign, audience, number, choice, begun => recipients.CountAsync(RecipientFilter.Of(begun)));
        await activityService.InsertActivityAsync(SegmentsDefaults.SendActivity, await formats.FormatAsync(
            "Plugins.Misc.Segments.Activity.Send", campaign.Name, formats.Number(sending.Total)), campaign);
        return Json(await factory.PrepareSendingAsync(sending));
    }

    /// <summary>Sends the next page.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public virtual async Task<IActionResult> SendPage(int campaignId, int number, int after)
    {
        if (await campaignService.GetCampaignByIdAsync(campaignId) is not { } campaign || await sendings.GetAsync(campaignId, number) is not { } sending)
            return await GoneAsync();
        if (await factory.FindUnreliableAsync(RecipientFilter.Of(sending).Audience) is { } error)
            return Json(new SendingModel { Error = error });
        if (await FindAccountAsync(sending) is not { } account)
            return Json(new SendingModel { Error = await formats.TextAsync("Plugins.Misc.Segments.Campaign.Send.NoAccount") });

        return Json(await factory.PrepareSendingAsync(sending, await sender.SendPageAsync(campaign, account, sending, after)));
    }

    /// <summary>Ends a sending before all have got it.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public virtual async Task<IActionResult> End(int campaignId, int number)
    {
        if (await sendings.GetAsync(campaignId, number) is not { } sending)
            return await GoneAsync();

        await sendings.FinishAsync(sending);
        return Json(await factory.PrepareSendingAsync(sending));
    }

    private static int Quiet(int days) => Math.Clamp(days, 0, MostQuietDays);

    private async Task<EmailAccount?> FindAccountAsync(CampaignSending sending) =>
        await emailAccountService.GetEmailAccountByIdAsync(sending.EmailAccountId)
        ?? await emailAccountService.GetEmailAccountByIdAsync(emailAccountSettings.DefaultEmailAccountId);

    private async Task<IActionResult> GoneAsync() => Json(new SendingModel { Error = await formats.TextAsync("Plugins.Misc.Segments.Campaign.Send.Gone") });
}
