using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Says of a segment whether its membership can be relied on, and why not.</summary>
public class SegmentStates(
    ISegmentEvaluator evaluator, SegmentRows rows, IRepository<SegmentMember> members, ILogger logger, TimeProvider timeProvider)
{
    /// <summary>
    /// The rules of some segments, by segment id. One whose rules cannot be read, or name what is gone, is missing and marked: what is gone is looked for
    /// every time, because a rule that names a deleted category must not mean everybody or nobody, not even for a moment.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, SegmentDefinition>> ReadDefinitionsAsync(IReadOnlyCollection<Segment> segments)
    {
        var definitions = new Dictionary<int, SegmentDefinition>();
        foreach (var segment in segments)
            try
            {
                definitions[segment.Id] = await evaluator.ReadAsync(segment.Definition);
            }
            catch (DefinitionException exception)
            {
                await MarkNeedsAttentionAsync(segment, exception.Errors);
            }

        var missing = await evaluator.FindMissingAsync(definitions.Values);
        foreach (var segment in segments)
            if (definitions.TryGetValue(segment.Id, out var definition) && missing.TryGetValue(definition, out var errors))
            {
                definitions.Remove(segment.Id);
                await MarkNeedsAttentionAsync(segment, errors);
            }

        return definitions;
    }

    /// <summary>The rules of one segment; null when it was marked instead.</summary>
    public async Task<SegmentDefinition?> ReadDefinitionAsync(Segment segment) => (await ReadDefinitionsAsync([segment])).GetValueOrDefault(segment.Id);

    /// <summary>All that the rules mean are members, and nobody else; nothing happens when others were saved meanwhile.</summary>
    public async Task MarkReadyAsync(Segment segment, int population, int milliseconds)
    {
        var count = await members.Table.CountAsync(member => member.SegmentId == segment.Id);
        await rows.ChangeAsync(segment.Id, row =>
        {
            row.MemberCount = count;
            if (!HasSameRules(row, segment))
                return;
            (row.State, row.StateReason) = (SegmentState.Ready, null);
            row.PopulationCount = population;
            row.RefreshedOnUtc = timeProvider.GetUtcNow().UtcDateTime;
            row.RefreshMilliseconds = milliseconds;
        });
    }

    /// <summary>Something went wrong; the members stay as they are.</summary>
    public async Task MarkFailedAsync(Segment segment, Exception exception)
    {
        await ChangeIfSameRulesAsync(segment, SegmentState.Failed, exception.Message);
        await logger.ErrorAsync($"The members of the segment \"{segment.Name}\" could not be brought up to date; they stay as they were.", exception);
    }

    /// <summary>Adds to the count of members what a step changed.</summary>
    public async Task CountAsync(IEnumerable<MembershipDifference> differences)
    {
        var growth = differences.GroupBy(difference => difference.SegmentId, difference => difference.Entered.Count - difference.Left.Count)
            .Select(segment => (Id: segment.Key, Count: segment.Sum())).Where(segment => segment.Count != 0).ToDictionary(segment => segment.Id, segment => segment.Count);
        if (growth.Count > 0)
            await rows.ChangeAllAsync(growth.Keys, row => row.MemberCount = Math.Max(0, row.MemberCount + growth[row.Id]));
    }

    /// <summary>Whether two states of a segment mean the same customers.</summary>
    public static bool HasSameRules(Segment one, Segment other) => one.Definition == other.Definition && one.IncludeGuests == other.IncludeGuests;

    private async Task MarkNeedsAttentionAsync(Segment segment, IEnumerable<DefinitionError> errors)
    {
        var why = string.Join(" ", errors.Select(error => error.Message));
        if (segment.State == SegmentState.NeedsAttention && segment.StateReason == why)
            return;

        await ChangeIfSameRulesAsync(segment, SegmentState.NeedsAttention, why);
        (segment.State, segment.StateReason) = (SegmentState.NeedsAttention, why);
        await logger.WarningAsync($"The segment \"{segment.Name}\" needs attention; its members stay as they are. {why}");
    }

    // A merchant may have saved other rules meanwhile: what was found out about the old ones says nothing about them.
    private Task ChangeIfSameRulesAsync(Segment segment, SegmentState state, string why) => rows.ChangeAsync(segment.Id, row =>
    {
        if (HasSameRules(row, segment))
            (row.State, row.StateReason) = (state, why);
    });
}
