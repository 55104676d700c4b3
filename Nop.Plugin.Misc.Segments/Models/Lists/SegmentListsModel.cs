namespace Nop.Plugin.Misc.Segments.Models.Lists;

/// <summary>The lists of a segment, or all lists of the shop.</summary>
public sealed class SegmentListsModel
{
    /// <summary>The segment; 0 for all lists of the shop.</summary>
    public int SegmentId { get; init; }

    /// <summary>Whether the visitor may change anything.</summary>
    public bool CanManage { get; init; }

    /// <summary>The lists.</summary>
    public IReadOnlyList<EmailListModel> Lists { get; init; } = [];
}
