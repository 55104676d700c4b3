namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>What is left out of rules.</summary>
public enum OmittedPart
{
    /// <summary>One choice of several.</summary>
    Choice,

    /// <summary>A filter, because nothing is left in its list.</summary>
    Filter,

    /// <summary>A condition, because nothing is left to compare with.</summary>
    Condition,

    /// <summary>A group, because nothing is left in it.</summary>
    Group,

    /// <summary>Everything: nothing would be left of the segment.</summary>
    Everything
}

/// <summary>What leaving something out does to who matches.</summary>
public enum Reach
{
    /// <summary>Customers can come in, none falls out.</summary>
    More,

    /// <summary>Customers can fall out, none comes in.</summary>
    Fewer,

    /// <summary>Customers can come in and others fall out.</summary>
    Other
}

/// <summary>Something that is left out of rules, with all that goes with it.</summary>
/// <param name="Path">The place of the largest part that goes: of the choice, the filter, the condition, the group; empty for everything.</param>
/// <param name="Part">What goes.</param>
/// <param name="Reach">What that does to who matches.</param>
public sealed record Omission(string Path, OmittedPart Part, Reach Reach)
{
    /// <summary>Whether a place goes with it.</summary>
    public bool Covers(string path) => Path.Length == 0 || path == Path
        || (path.StartsWith(Path, StringComparison.Ordinal) && path[Path.Length] is '.' or '[' && path.Length > Path.Length);
}
