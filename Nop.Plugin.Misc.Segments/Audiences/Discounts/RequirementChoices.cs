using Nop.Core.Caching;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Keeps what the discount requirements ask for.</summary>
public sealed class RequirementChoices(IRepository<RequirementSegment> rows, IShortTermCacheManager cache)
{
    // The map is small and read once a request: no cache that another node of a farm would have to be told about.
    private const string CachePrefix = "Nop.segments.requirementchoices";
    private static readonly CacheKey AllKey = new(CachePrefix);

    /// <summary>What every requirement asks for, by its number.</summary>
    public Task<Dictionary<int, RequirementChoice>> GetAllAsync() => cache.GetAsync(ReadAllAsync, AllKey);

    /// <summary>What one requirement asks for.</summary>
    public async Task<RequirementChoice> GetAsync(int requirementId) =>
        (await GetAllAsync()).GetValueOrDefault(requirementId, RequirementChoice.Nothing);

    /// <summary>Puts a new choice in the place of the old one.</summary>
    public async Task SaveAsync(int requirementId, RequirementChoice choice)
    {
        var stored = await rows.Table.Where(r => r.DiscountRequirementId == requirementId).ToListAsync();
        var wanted = choice.SegmentIds.Distinct().ToList();

        foreach (var row in stored.Where(r => !wanted.Contains(r.SegmentId)))
            await rows.DeleteAsync(row);

        foreach (var row in stored.Where(r => wanted.Contains(r.SegmentId) && r.Excluded != choice.Excluded))
        {
            row.Excluded = choice.Excluded;
            await rows.UpdateAsync(row);
        }

        foreach (var segmentId in wanted.Where(id => stored.All(r => r.SegmentId != id)))
            await rows.InsertAsync(new RequirementSegment { DiscountRequirementId = requirementId, SegmentId = segmentId, Excluded = choice.Excluded });

        cache.RemoveByPrefix(CachePrefix);
    }

    /// <summary>Forgets a requirement.</summary>
    public async Task DeleteAsync(int requirementId)
    {
        await rows.DeleteAsync(r => r.DiscountRequirementId == requirementId);
        cache.RemoveByPrefix(CachePrefix);
    }

    private async Task<Dictionary<int, RequirementChoice>> ReadAllAsync()
    {
        var all = await rows.Table.ToListAsync();
        return all.GroupBy(r => r.DiscountRequirementId)
            .ToDictionary(g => g.Key, g => new RequirementChoice([.. g.Select(r => r.SegmentId)], g.Any(r => r.Excluded)));
    }
}
