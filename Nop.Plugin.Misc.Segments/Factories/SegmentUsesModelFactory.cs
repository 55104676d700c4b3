using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Models;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares what the page of a segment says about where it is used.</summary>
public sealed class SegmentUsesModelFactory(DisplayFormats formats, SegmentUses uses)
{
    /// <summary>What depends on a segment, kind by kind; empty where nothing does.</summary>
    public async Task<IReadOnlyList<SegmentUseGroupModel>> PrepareAsync(int segmentId)
    {
        SegmentUseGroupModel[] groups =
        [
            await GroupAsync("Discounts", "fas fa-tags", "Discount/Edit", await uses.GetDiscountsAsync(segmentId)),
            await GroupAsync("Campaigns", "fas fa-envelope", "Campaign/Edit", await uses.GetCampaignsAsync(segmentId)),
            await GroupAsync("Triggers", "fas fa-bolt", "SegmentTrigger/Edit", await uses.GetTriggersAsync(segmentId)),
            await GroupAsync("Roles", "fas fa-user-tag", "CustomerRole/Edit", await uses.GetRolesAsync(segmentId)),
            await GroupAsync("Segments", "fas fa-project-diagram", "Segment/Details", await uses.GetSegmentsAsync(segmentId))
        ];
        return [.. groups.Where(group => group.Items.Count > 0)];
    }

    private async Task<SegmentUseGroupModel> GroupAsync(string kind, string icon, string page, IReadOnlyList<SegmentUse> found) => new(
        await formats.TextAsync($"Plugins.Misc.Segments.Uses.{kind}"),
        icon,
        [.. found.Select(use => KeyValuePair.Create(use.Name, FormattableString.Invariant($"~/Admin/{page}/{use.Id}")))]);
}
