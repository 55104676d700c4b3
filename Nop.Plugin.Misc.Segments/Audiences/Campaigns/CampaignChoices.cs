using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Keeps which segments a campaign is sent to. None means everybody, as without segments.</summary>
public sealed class CampaignChoices(IRepository<CampaignSegment> rows)
{
    /// <summary>The ids of a campaign's segments; also of those that are deleted since.</summary>
    public async Task<IReadOnlyList<int>> GetAsync(int campaignId) =>
        await rows.Table.Where(c => c.CampaignId == campaignId).OrderBy(c => c.SegmentId).Select(c => c.SegmentId).ToListAsync();

    /// <summary>Puts a new choice in the place of the old one.</summary>
    public async Task SaveAsync(int campaignId, IReadOnlyCollection<int> segmentIds)
    {
        var stored = await rows.Table.Where(c => c.CampaignId == campaignId).ToListAsync();
        foreach (var row in stored.Where(r => !segmentIds.Contains(r.SegmentId)))
            await rows.DeleteAsync(row);

        foreach (var segmentId in segmentIds.Distinct().Where(id => stored.All(r => r.SegmentId != id)))
            await rows.InsertAsync(new CampaignSegment { CampaignId = campaignId, SegmentId = segmentId });
    }

    /// <summary>Forgets a campaign.</summary>
    public Task DeleteAsync(int campaignId) => rows.DeleteAsync(c => c.CampaignId == campaignId);
}
