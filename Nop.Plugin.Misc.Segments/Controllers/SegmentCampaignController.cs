using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Security;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>Answers what the campaign page asks while its form is being filled in.</summary>
public class SegmentCampaignController(CampaignRecipients recipients, DisplayFormats formats) : SegmentsAdminController
{
    /// <summary>How many subscribers would get the campaign as the form stands.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.CAMPAIGNS_VIEW)]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Recipients(List<int>? segmentIds, int storeId, int newsLetterSubscriptionTypeId, int customerRoleId)
    {
        var chosen = segmentIds ?? [];
        var unreliable = await recipients.FindUnreliableAsync(chosen);
        if (unreliable.Count > 0)
        {
            var deleted = await formats.TextAsync("Plugins.Misc.Segments.Campaign.DeletedSegment");
            var names = string.Join(", ", unreliable.Select(segment => segment?.Name ?? deleted));
            return Json(new RecipientCountModel { Text = await formats.FormatAsync("Plugins.Misc.Segments.Campaign.WouldGoToNobody", names), Warning = true });
        }

        var count = await recipients.CountAsync(chosen, storeId, newsLetterSubscriptionTypeId, customerRoleId);
        return Json(new RecipientCountModel
        {
            Text = chosen.Count == 0
                ? await formats.FormatAsync("Plugins.Misc.Segments.Campaign.CountAll", formats.Number(count.All))
                : await formats.FormatAsync("Plugins.Misc.Segments.Campaign.Count", formats.Number(count.Selected), formats.Number(count.All)),
            Warning = count.Selected == 0
        });
    }
}
