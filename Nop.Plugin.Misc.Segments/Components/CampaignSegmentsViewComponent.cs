using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Security;
using Nop.Web.Framework.Components;
using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Components;

/// <summary>The choice of segments on the campaign page. Its fields lie in the page's own form and are posted with it.</summary>
public class CampaignSegmentsViewComponent(
    CampaignChoices choices,
    CampaignForm form,
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
        var chosen = await form.GetSegmentIdsAsync() ?? (campaign.Id > 0 ? await choices.GetAsync(campaign.Id) : []);
        return View($"{SegmentsDefaults.PluginFolder}/Views/Campaign/Segments.cshtml", new CampaignSegmentsModel
        {
            SegmentIds = [.. chosen],
            AvailableSegments = await listItems.PrepareAsync(chosen)
        });
    }
}
