namespace Nop.Plugin.Misc.Segments.Transfer;

/// <summary>The form of the files in which segments move from shop to shop.</summary>
public static class SegmentFile
{
    /// <summary>What tells such a file from other JSON.</summary>
    public const string Format = "nopcommerce-segments";

    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>The member that says the rules in plain words, for whoever opens the file; it is not read again.</summary>
    public const string Words = "inWords";

    /// <summary>How many bytes one file may have.</summary>
    public const int MaximumSize = 1024 * 1024;

    /// <summary>How many files one import may have.</summary>
    public const int MaximumFiles = 20;

    /// <summary>How many characters the name of a segment may have.</summary>
    public const int MaximumNameLength = 200;

    /// <summary>How many characters the description of a segment may have.</summary>
    public const int MaximumDescriptionLength = 1000;

    private const string GoneStart = "(no longer in the shop: ";
    private const string GoneEnd = ")";

    /// <summary>The name of what the exporting shop no longer has. It is the name of nothing, so that whoever imports it is asked.</summary>
    public static string NameOfGone(string id) => GoneStart + id + GoneEnd;

    /// <summary>Whether a name is one of those.</summary>
    public static bool IsGone(string name) => name.StartsWith(GoneStart, StringComparison.Ordinal) && name.EndsWith(GoneEnd, StringComparison.Ordinal);
}

/// <summary>A segment on its way from one shop to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for, or null.</param>
/// <param name="IncludeGuests">Whether guests who ordered may be members too.</param>
/// <param name="Definition">Its rules as JSON, with names instead of ids.</param>
public sealed record PortableSegment(string Name, string? Description, bool IncludeGuests, string Definition);
