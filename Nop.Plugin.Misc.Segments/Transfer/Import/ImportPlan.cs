using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>What an import will do, and what still keeps it from being done.</summary>
/// <param name="Problems">What is wrong with the files; then nothing else is known.</param>
/// <param name="Segments">The segments, in the order of the files.</param>
/// <param name="Unknown">The names that this shop does not know, decided about or not.</param>
/// <param name="Cycle">The names of segments that would build on each other in a circle, the first one again at the end; null for none.</param>
/// <param name="Order">The indices of the segments that are imported, such that each comes after those it builds on.</param>
public sealed record ImportPlan(
    IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<PlannedSegment> Segments,
    IReadOnlyList<UnknownEntry> Unknown,
    IReadOnlyList<string>? Cycle,
    IReadOnlyList<int> Order)
{
    /// <summary>Whether all is settled.</summary>
    public bool IsReady => Problems.Count == 0 && Cycle is null && Order.Count > 0
        && Unknown.All(entry => entry.IsSettled)
        && Segments.All(segment => segment.IsSkipped || (segment.NameProblem is null && segment.Definition is not null));

    /// <summary>A plan of files that cannot be read.</summary>
    public static ImportPlan Refused(IReadOnlyList<FileProblem> problems) => new(problems, [], [], null, []);
}

/// <summary>What becomes of one segment.</summary>
public sealed record PlannedSegment
{
    /// <summary>Which one of the import.</summary>
    public required int Index { get; init; }

    /// <summary>Where it was found.</summary>
    public required FoundSegment Found { get; init; }

    /// <summary>The shop's segment of the same name, or null.</summary>
    public Segment? Existing { get; init; }

    /// <summary>Whether it only gives its rules to that one.</summary>
    public bool IsReplacement { get; init; }

    /// <summary>Whether it is left out of the import.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>The name it will have.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its own name is taken, by the shop or by another segment of the import.</summary>
    public bool IsNameTaken { get; init; }

    /// <summary>The name of the text that says what is wrong with the name; null when all is well.</summary>
    public string? NameProblem { get; init; }

    /// <summary>Its rules with this shop's ids as far as they are known; segments of the import have the ids of <see cref="IdOf"/>.</summary>
    public required SegmentDefinition Resolved { get; init; }

    /// <summary>The same without what was decided to be left out; null when nothing is left.</summary>
    public SegmentDefinition? Definition { get; init; }

    /// <summary>What is left out.</summary>
    public IReadOnlyList<Omission> Omissions { get; init; } = [];

    /// <summary>The names of segments that it builds on and that will be switched off.</summary>
    public IReadOnlyList<string> Sleeping { get; init; } = [];

    /// <summary>The id that stands for a segment of the import until it is stored.</summary>
    public static int IdOf(int index) => -1 - index;

    /// <summary>The index of the segment of the import that an id stands for; null for a stored segment.</summary>
    public static int? IndexOf(int id) => id < 0 ? -1 - id : null;
}

/// <summary>A name that this shop does not know.</summary>
/// <param name="Key">The list and the name.</param>
/// <param name="Label">The criterion that asks for it, where it stands first; null for a segment.</param>
/// <param name="IsField">Whether a field is meant, not a choice of a list.</param>
/// <param name="Chosen">What takes its place; null for nothing.</param>
/// <param name="IsDropped">Whether it is left out.</param>
/// <param name="Places">Where it stands.</param>
public sealed record UnknownEntry(UnknownKey Key, Criterion? Label, bool IsField, string? Chosen, bool IsDropped, IReadOnlyList<UnknownPlace> Places)
{
    /// <summary>Whether something was decided.</summary>
    public bool IsSettled => IsDropped || Chosen is not null;
}

/// <summary>Where an unknown name stands.</summary>
/// <param name="Index">The segment.</param>
/// <param name="Path">The condition, such as <c>rules[1]</c>.</param>
/// <param name="Owner">The filter or the condition that the name belongs to.</param>
/// <param name="IfDropped">What goes when the name is left out, as things are decided now; null when that is not worked out, in a very long list.</param>
public sealed record UnknownPlace(int Index, string Path, string Owner, Omission? IfDropped);
