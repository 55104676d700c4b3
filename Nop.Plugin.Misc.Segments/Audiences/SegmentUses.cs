using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences;

/// <summary>Finds what in the shop depends on a segment.</summary>
public sealed class SegmentUses(
    IRepository<Campaign> campaigns,
    IRepository<CampaignExclusion> campaignExclusions,
    IRepository<CampaignSegment> campaignSegments,
    IRepository<CustomerRole> customerRoles,
    IRepository<Discount> discounts,
    IRepository<DiscountRequirement> requirements,
    IRepository<RequirementSegment> requirementSegments,
    IRepository<SegmentTrigger> triggers,
    IRepository<SegmentRole> segmentRoles,
    SegmentGraph graph)
{
    /// <summary>The other segments whose rules name the segment, by name.</summary>
    public async Task<IReadOnlyList<SegmentUse>> GetSegmentsAsync(int segmentId) =>
        [.. (await graph.GetUsersAsync(segmentId)).Select(segment => new SegmentUse(segment.Id, segment.Name))];

    /// <summary>The discounts that have a requirement about the segment, by name.</summary>
    public async Task<IReadOnlyList<SegmentUse>> GetDiscountsAsync(int segmentId)
    {
        var requirementIds = requirementSegments.Table.Where(r => r.SegmentId == segmentId).Select(r => r.DiscountRequirementId);
        var discountIds = requirements.Table.Where(r => requirementIds.Contains(r.Id)).Select(r => r.DiscountId);
        return await discounts.Table.Where(d => discountIds.Contains(d.Id)).OrderBy(d => d.Name).Select(d => new SegmentUse(d.Id, d.Name)).ToListAsync();
    }

    /// <summary>The customer role that the segment gives, if any.</summary>
    public async Task<IReadOnlyList<SegmentUse>> GetRolesAsync(int segmentId)
    {
        var roleIds = segmentRoles.Table.Where(r => r.SegmentId == segmentId && !r.Ended).Select(r => r.CustomerRoleId);
        return await customerRoles.Table.Where(r => roleIds.Contains(r.Id)).OrderBy(r => r.Name).Select(r => new SegmentUse(r.Id, r.Name)).ToListAsync();
    }

    /// <summary>The campaigns that are to be sent to the segment or to spare it, by name.</summary>
    public async Task<IReadOnlyList<SegmentUse>> GetCampaignsAsync(int segmentId)
    {
        var included = campaignSegments.Table.Where(c => c.SegmentId == segmentId).Select(c => c.CampaignId);
        var excluded = campaignExclusions.Table.Where(c => c.SegmentId == segmentId).Select(c => c.CampaignId);
        return await campaigns.Table.Where(c => included.Contains(c.Id) || excluded.Contains(c.Id))
            .OrderBy(c => c.Name).Select(c => new SegmentUse(c.Id, c.Name)).ToListAsync();
    }

    /// <summary>The triggers that act for who enters or leaves the segment, by name.</summary>
    public async Task<IReadOnlyList<SegmentUse>> GetTriggersAsync(int segmentId) => await triggers.Table.Where(t => t.SegmentId == segmentId)
        .OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new SegmentUse(t.Id, t.Name)).ToListAsync();
}

/// <summary>Something in the shop that depends on a segment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record SegmentUse(int Id, string Name);
