using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>What a merchant does to a whole segment from more than one page: copies it, deletes it.</summary>
public sealed class SegmentCommands(
    DisplayFormats formats,
    ICustomerActivityService activityService,
    ISegmentService segmentService,
    SegmentUses uses,
    TriggerService triggerService,
    TriggerTemplates templates)
{
    private const int MaximumNameLength = 200;

    /// <summary>Makes an inactive segment with the same rules.</summary>
    public async Task<Segment> CopyAsync(Segment segment)
    {
        var room = MaximumNameLength - (await formats.FormatAsync("Plugins.Misc.Segments.Copy.Name", string.Empty)).Length;
        var name = segment.Name.Length > room ? segment.Name[..room] : segment.Name;
        var copy = await segmentService.CopyAsync(segment, await formats.FormatAsync("Plugins.Misc.Segments.Copy.Name", name));
        await activityService.InsertActivityAsync(
            SegmentsDefaults.AddActivity, await formats.FormatAsync("Plugins.Misc.Segments.Log.Added", copy.Name), copy);
        return copy;
    }

    /// <summary>Deletes a segment, unless a discount asks for it, which nobody could get any more, or another segment builds on it.</summary>
    public async Task<DeletionResult> DeleteAsync(Segment segment)
    {
        var discounts = await uses.GetDiscountsAsync(segment.Id);
        if (discounts.Count > 0)
            return new DeletionResult(
                false, await formats.FormatAsync("Plugins.Misc.Segments.Delete.UsedByDiscounts", segment.Name, NamesOf(discounts)));

        var others = await uses.GetSegmentsAsync(segment.Id);
        if (others.Count > 0)
            return new DeletionResult(
                false, await formats.FormatAsync("Plugins.Misc.Segments.Delete.UsedBySegments", segment.Name, NamesOf(others)));

        var campaigns = await uses.GetCampaignsAsync(segment.Id);
        var triggers = await triggerService.GetBySegmentAsync(segment.Id);
        var roles = await uses.GetRolesAsync(segment.Id);
        await segmentService.DeleteAsync(segment);
        foreach (var trigger in triggers)
            await templates.DeleteOwnAsync(trigger);
        await activityService.InsertActivityAsync(
            SegmentsDefaults.DeleteActivity, await formats.FormatAsync("Plugins.Misc.Segments.Log.Deleted", segment.Name), segment);
        List<string> words = [];
        if (campaigns.Count > 0)
            words.Add(await formats.FormatAsync("Plugins.Misc.Segments.Delete.UsedByCampaigns", NamesOf(campaigns)));
        if (roles.Count > 0)
            words.Add(await formats.FormatAsync("Plugins.Misc.Segments.Delete.TakesRole", NamesOf(roles)));
        return new DeletionResult(true, words.Count == 0 ? null : string.Join(" ", words));
    }

    private static string NamesOf(IEnumerable<SegmentUse> uses) => string.Join(", ", uses.Select(use => use.Name));
}
