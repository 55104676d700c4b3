using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences;

/// <summary>Finds what in the shop depends on a segment.</summary>
public sealed class SegmentUses(
    IRepository<Campaign> campaigns,
    IRepository<CampaignSegment> campaignSegments,
    IRepository<Discount> discounts,
    IRepository<DiscountRequirement> requirements,
    IRepository<RequirementSegment> requirementSegments,
    SegmentGraph graph)
{
    /// <summary>The names, in order, of the other segments whose rules name the segment.</summary>
    public Task<IReadOnlyList<string>> GetSegmentNamesAsync(int segmentId) => graph.GetNamesOfUsersAsync(segmentId);

    /// <summary>The names, in order, of the discounts that have a requirement about the segment.</summary>
    public async Task<IReadOnlyList<string>> GetDiscountNamesAsync(int segmentId)
    {
        var requirementIds = requirementSegments.Table.Where(r => r.SegmentId == segmentId).Select(r => r.DiscountRequirementId);
        var discountIds = requirements.Table.Where(r => requirementIds.Contains(r.Id)).Select(r => r.DiscountId);
        return await discounts.Table.Where(d => discountIds.Contains(d.Id)).OrderBy(d => d.Name).Select(d => d.Name).ToListAsync();
    }

    /// <summary>The names, in order, of the campaigns that are to be sent to the segment.</summary>
    public async Task<IReadOnlyList<string>> GetCampaignNamesAsync(int segmentId)
    {
        var campaignIds = campaignSegments.Table.Where(c => c.SegmentId == segmentId).Select(c => c.CampaignId);
        return await campaigns.Table.Where(c => campaignIds.Contains(c.Id)).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync();
    }
}
