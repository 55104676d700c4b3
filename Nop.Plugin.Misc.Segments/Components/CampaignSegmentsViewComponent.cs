using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Security;
using Nop.Web.Framework.Components;
using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Components;

/// <summary>The choice of segments on the campaign page, whose fields are posted with the page's own form, and the card that sends to them.</summary>
public class CampaignSegmentsViewComponent(
    CampaignChoices choices,
    CampaignForm form,
    CampaignModelFactory factory,
    CampaignSendings sendings,
    IPermissionService permissionService,
    SegmentListItems listItems) : NopViewComponent
{
    /// <summary>Draws it.</summary>
    /// <param name="widgetZone">The place on the page.</param>
    /// <param name="additionalData">The campaign.</param>
    public async Task<IViewComponentResult> InvokeAsync(string widgetZone, object additionalData)
    {
        if (additionalData is not BaseNopEntityModel campaign || !await permissionService.AuthorizeAsync(SegmentsDefaults.ViewPermission))
            return Content(string.Empty);

        // A form that came back with an error, or after sending, shows what was chosen in it.
        var chosen = await form.GetAudienceAsync() ?? (campaign.Id > 0 ? await choices.GetAsync(campaign.Id) : CampaignAudience.Everybody);
        var mayCount = await permissionService.AuthorizeAsync(StandardPermission.Promotions.CAMPAIGNS_VIEW);
        var maySend = mayCount && campaign.Id > 0 && await permissionService.AuthorizeAsync(StandardPermission.Promotions.CAMPAIGNS_SEND_EMAILS);
        return View($"{SegmentsDefaults.PluginFolder}/Views/Campaign/Segments.cshtml", new CampaignSegmentsModel
        {
            CampaignId = campaign.Id,
            SegmentIds = [.. chosen.Included],
            ExcludedSegmentIds = [.. chosen.Excluded],
            AvailableSegments = await listItems.PrepareAsync(chosen.Included),
            AvailableExcludedSegments = await listItems.PrepareAsync(chosen.Excluded),
            MayCount = mayCount,
            MaySend = maySend,
            Sending = maySend ? await factory.PrepareSendingAsync(await sendings.GetLatestAsync(campaign.Id)) : new SendingModel()
        });
    }
}
