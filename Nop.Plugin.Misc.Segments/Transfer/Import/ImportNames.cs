using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Finds the names under which segments are imported.</summary>
internal static class ImportNames
{
    /// <summary>The segments with their names; their rules are still as they were read.</summary>
    public static IReadOnlyList<PlannedSegment> Choose(
        IReadOnlyList<FoundSegment> found, IReadOnlyList<SegmentDefinition> definitions, ImportDecisions decisions, IList<Segment> shop)
    {
        var taken = shop.Select(segment => segment.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var replaced = new HashSet<int>();
        // Names that are free to be kept are kept, whatever others are renamed to.
        foreach (var (i, segment) in found.Index())
            if (!decisions.Of(i).Skip && decisions.Of(i).Name is null)
                taken.Add(segment.Segment.Name);

        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var planned = new List<PlannedSegment>();
        foreach (var (i, segment) in found.Index())
        {
            var decision = decisions.Of(i);
            var name = segment.Segment.Name;
            var existing = shop.Where(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)).MinBy(other => other.Id);
            var plan = new PlannedSegment { Index = i, Found = segment, Existing = existing, Name = name, Resolved = definitions[i], IsSkipped = decision.Skip };
            if (decision.Skip)
                planned.Add(plan with { IsNameTaken = existing is not null });
            else if (decision.Replace && existing is not null)
                planned.Add(plan with
                {
                    IsReplacement = true,
                    IsNameTaken = true,
                    Name = existing.Name,
                    NameProblem = replaced.Add(existing.Id) ? null : "ReplacedTwice"
                });
            else
            {
                var isTaken = existing is not null || !own.Add(name);
                var chosen = decision.Name?.Trim() ?? (isTaken ? FindFree(name, taken) : name);
                var isFree = !isTaken && decision.Name is null;
                planned.Add(plan with { Name = chosen, IsNameTaken = isTaken, NameProblem = isFree ? null : ProblemOf(chosen, shop, planned) });
                taken.Add(chosen);
            }
        }

        return planned;
    }

    private static string? ProblemOf(string name, IList<Segment> shop, List<PlannedSegment> before)
    {
        if (name.Length == 0)
            return "NameMissing";
        if (name.Length > SegmentFile.MaximumNameLength)
            return "NameTooLong";
        var names = shop.Select(segment => segment.Name).Concat(before.Where(segment => segment is { IsSkipped: false, IsReplacement: false }).Select(segment => segment.Name));
        return names.Contains(name, StringComparer.OrdinalIgnoreCase) ? "NameTaken" : null;
    }

    private static string FindFree(string name, HashSet<string> taken)
    {
        for (var number = 2; ; number++)
        {
            var end = $" ({number})";
            var room = SegmentFile.MaximumNameLength - end.Length;
            var free = (name.Length > room ? name[..room] : name) + end;
            if (!taken.Contains(free))
                return free;
        }
    }
}
