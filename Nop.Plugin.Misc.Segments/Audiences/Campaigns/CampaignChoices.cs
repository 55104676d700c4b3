using Nop.Core;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Keeps which segments a campaign is sent to and which not. None means everybody, as without segments.</summary>
public sealed class CampaignChoices(IRepository<CampaignSegment> included, IRepository<CampaignExclusion> excluded)
{
    /// <summary>A campaign's segments; also those that are deleted since.</summary>
    public async Task<CampaignAudience> GetAsync(int campaignId) => new(
        await included.Table.Where(c => c.CampaignId == campaignId).OrderBy(c => c.SegmentId).Select(c => c.SegmentId).ToListAsync(),
        await excluded.Table.Where(c => c.CampaignId == campaignId).OrderBy(c => c.SegmentId).Select(c => c.SegmentId).ToListAsync());

    /// <summary>Puts a new choice in the place of the old one.</summary>
    public async Task SaveAsync(int campaignId, CampaignAudience audience)
    {
        await SaveAsync(included, await included.Table.Where(c => c.CampaignId == campaignId).ToListAsync(), row => row.SegmentId, audience.Included,
            id => new CampaignSegment { CampaignId = campaignId, SegmentId = id });
        await SaveAsync(excluded, await excluded.Table.Where(c => c.CampaignId == campaignId).ToListAsync(), row => row.SegmentId, audience.Excluded,
            id => new CampaignExclusion { CampaignId = campaignId, SegmentId = id });
    }

    /// <summary>Forgets a campaign.</summary>
    public async Task DeleteAsync(int campaignId)
    {
        await included.DeleteAsync(c => c.CampaignId == campaignId);
        await excluded.DeleteAsync(c => c.CampaignId == campaignId);
    }

    private static async Task SaveAsync<T>(
        IRepository<T> rows, List<T> stored, Func<T, int> idOf, IReadOnlyCollection<int> wanted, Func<int, T> make) where T : BaseEntity
    {
        foreach (var row in stored.Where(row => !wanted.Contains(idOf(row))))
            await rows.DeleteAsync(row);
        foreach (var id in wanted.Distinct().Where(id => stored.All(row => idOf(row) != id)))
            await rows.InsertAsync(make(id));
    }
}
