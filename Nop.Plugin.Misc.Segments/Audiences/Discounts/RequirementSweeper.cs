using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>
/// Forgets what requirements asked for that are gone without a word: deleted by the database itself, or by a shop that went down before it told anybody.
/// </summary>
public sealed class RequirementSweeper(
    IRepository<DiscountRequirement> requirements,
    IRepository<RequirementSegment> segments,
    IRepository<RequirementMode> modes)
{
    /// <summary>Ids in the list of one statement at most.</summary>
    private const int ListSize = 500;

    /// <summary>Sweeps; answers how many requirements were forgotten.</summary>
    public async Task<int> SweepAsync()
    {
        var ofSegments = await segments.Table
            .Where(s => !requirements.Table.Any(r => r.Id == s.DiscountRequirementId))
            .Select(s => s.DiscountRequirementId)
            .ToListAsync();
        var ofModes = await modes.Table
            .Where(m => !requirements.Table.Any(r => r.Id == m.DiscountRequirementId))
            .Select(m => m.DiscountRequirementId)
            .ToListAsync();

        // By their ids: a statement that also reads could get in the way of another one.
        var orphans = ofSegments.Union(ofModes).ToList();
        foreach (var chunk in orphans.Chunk(ListSize))
        {
            var ids = chunk.ToList();
            await segments.DeleteAsync(s => ids.Contains(s.DiscountRequirementId));
            await modes.DeleteAsync(m => ids.Contains(m.DiscountRequirementId));
        }

        return orphans.Count;
    }
}
