using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>A segment with what its rules say of it, the segments that they name taken along.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Definition">Its rules; null when they cannot be read.</param>
/// <param name="Names">The ids of the segments that the rules name themselves.</param>
/// <param name="Sources">What the rules read, and what the rules of the segments read that they name: all that can move customers in or out.</param>
/// <param name="TimeSensitivity">How often time alone can move customers in or out, through other segments too.</param>
public sealed record SegmentNode(
    Segment Segment, SegmentDefinition? Definition, IReadOnlyList<int> Names, RuleSources Sources, TimeSensitivity TimeSensitivity);

/// <summary>Knows which segments build on which others.</summary>
public sealed class SegmentGraph(IRepository<Segment> segments, ISegmentEvaluator evaluator)
{
    /// <summary>All segments, each after those that its rules name.</summary>
    public async Task<IReadOnlyList<SegmentNode>> LoadAsync()
    {
        var own = new Dictionary<int, SegmentNode>();
        foreach (var segment in await segments.Table.OrderBy(segment => segment.Id).ToListAsync())
            own[segment.Id] = await ReadAsync(segment);

        var ordered = new Dictionary<int, SegmentNode>();
        foreach (var id in own.Keys)
            Visit(id, []);
        return [.. ordered.Values];

        // A circle cannot be saved; should there be one all the same, it is left where it closes.
        void Visit(int id, HashSet<int> path)
        {
            if (ordered.ContainsKey(id) || !own.TryGetValue(id, out var node) || !path.Add(id))
                return;
            var (sources, time) = (node.Sources, node.TimeSensitivity);
            foreach (var named in node.Names)
            {
                Visit(named, path);
                if (!ordered.TryGetValue(named, out var other))
                    continue;
                sources |= other.Sources;
                time = other.TimeSensitivity > time ? other.TimeSensitivity : time;
            }

            path.Remove(id);
            ordered[id] = node with { Sources = sources, TimeSensitivity = time };
        }
    }

    /// <summary>The segments whose rules name one of these, directly or by way of others, in the order in which they build on each other.</summary>
    public async Task<IReadOnlyList<SegmentNode>> FindDependentsAsync(params IReadOnlyCollection<int> segmentIds)
    {
        var reached = segmentIds.ToHashSet();
        return (await LoadAsync()).Where(node => node.Names.Any(reached.Contains) && reached.Add(node.Segment.Id)).ToList();
    }

    /// <summary>The segments whose own rules name this one, by name.</summary>
    public async Task<IReadOnlyList<Segment>> GetUsersAsync(int segmentId) => (await LoadAsync())
        .Where(node => node.Names.Contains(segmentId)).Select(node => node.Segment)
        .OrderBy(segment => segment.Name, StringComparer.CurrentCultureIgnoreCase).ToList();

    /// <summary>
    /// The chain of names by which a segment with these rules would build on itself, itself first and last; null when it does not.
    /// </summary>
    /// <param name="segmentId">The segment; 0 for a new one, which nothing can name yet.</param>
    /// <param name="definition">The rules that it is to have.</param>
    public async Task<IReadOnlyList<string>?> FindCycleAsync(int segmentId, SegmentDefinition definition)
    {
        var named = DefinitionFacts.SegmentsOf(definition);
        if (segmentId == 0 || named.Count == 0)
            return null;
        var nodes = (await LoadAsync()).ToDictionary(node => node.Segment.Id);
        return Follow(segmentId, named, []);

        List<string>? Follow(int id, IReadOnlyList<int> names, HashSet<int> seen)
        {
            foreach (var next in names)
            {
                if (next == segmentId)
                    return [NameOf(id), NameOf(segmentId)];
                if (seen.Add(next) && nodes.TryGetValue(next, out var node) && Follow(next, node.Names, seen) is { } chain)
                    return [NameOf(id), .. chain];
            }

            return null;
        }

        string NameOf(int id) => nodes.TryGetValue(id, out var node) ? node.Segment.Name : string.Empty;
    }

    private async Task<SegmentNode> ReadAsync(Segment segment)
    {
        try
        {
            var definition = await evaluator.ReadAsync(segment.Definition);
            return new SegmentNode(
                segment, definition, DefinitionFacts.SegmentsOf(definition), DefinitionFacts.SourcesOf(definition, segment.IncludeGuests),
                DefinitionFacts.TimeSensitivityOf(definition));
        }
        catch (DefinitionException)
        {
            // The segment needs attention; until a merchant has seen to it its members stay as they are. It reads accounts as all do, so that whatever made
            // its rules unreadable is a reason to look at it and say so.
            return new SegmentNode(segment, null, [], RuleSources.Profile, TimeSensitivity.Daily);
        }
    }
}
