using System.Transactions;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Keeps what the discount requirements ask for.</summary>
public sealed class RequirementChoices(IRepository<RequirementSegment> segments, IRepository<RequirementMode> modes)
{
    /// <summary>What one requirement asks for.</summary>
    public async Task<RequirementChoice> GetAsync(int requirementId)
    {
        var rows = await segments.Table.Where(r => r.DiscountRequirementId == requirementId).OrderBy(r => r.SegmentId).ToListAsync();
        if (rows.Count == 0)
            return RequirementChoice.Nothing;

        var mode = await modes.Table.Where(m => m.DiscountRequirementId == requirementId).Select(m => m.MatchId).ToListAsync();
        return new RequirementChoice([.. rows.Select(r => r.SegmentId)], MatchOf(mode.FirstOrDefault(), rows.Any(r => r.Excluded)));
    }

    /// <summary>Puts a new choice in the place of the old one, as a whole or not at all: half of it might give a discount away.</summary>
    public async Task SaveAsync(int requirementId, RequirementChoice choice)
    {
        var excluded = choice.Match == SegmentMatch.None;
        using var scope = new TransactionScope(TransactionScopeOption.RequiresNew,
            new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TransactionManager.DefaultTimeout },
            TransactionScopeAsyncFlowOption.Enabled);
        await RemoveAsync(requirementId);
        await modes.InsertAsync(new RequirementMode { DiscountRequirementId = requirementId, Match = choice.Match }, publishEvent: false);
        foreach (var segmentId in choice.SegmentIds.Distinct())
            await segments.InsertAsync(
                new RequirementSegment { DiscountRequirementId = requirementId, SegmentId = segmentId, Excluded = excluded }, publishEvent: false);
        scope.Complete();
    }

    /// <summary>Forgets a requirement.</summary>
    public Task DeleteAsync(int requirementId) => RemoveAsync(requirementId);

    /// <summary>What is meant by the number of a <see cref="RequirementMode" />, 0 without one, and by what stands beside the segments.</summary>
    internal static SegmentMatch MatchOf(int matchId, bool excluded) => matchId switch
    {
        0 => excluded ? SegmentMatch.None : SegmentMatch.Any,
        _ => (SegmentMatch)matchId
    };

    private async Task RemoveAsync(int requirementId)
    {
        await segments.DeleteAsync(r => r.DiscountRequirementId == requirementId);
        await modes.DeleteAsync(m => m.DiscountRequirementId == requirementId);
    }
}
