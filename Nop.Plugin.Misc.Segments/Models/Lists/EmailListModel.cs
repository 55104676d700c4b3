using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Lists;

namespace Nop.Plugin.Misc.Segments.Models.Lists;

/// <summary>One list of e-mail addresses.</summary>
public sealed class EmailListModel
{
    /// <summary>The list.</summary>
    public int Id { get; init; }

    /// <summary>What the merchant calls it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How much is on it, in words.</summary>
    public string Size { get; init; } = string.Empty;

    /// <summary>When it was imported, in words.</summary>
    public string Imported { get; init; } = string.Empty;

    /// <summary>What the segment's rules make of it, where it is shown with a segment.</summary>
    public ListUse Use { get; init; }

    /// <summary>The segments whose rules name it, where it is shown with all lists.</summary>
    public IReadOnlyList<SegmentUse> Segments { get; init; } = [];
}
