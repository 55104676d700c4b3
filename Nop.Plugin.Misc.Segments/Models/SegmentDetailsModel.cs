using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The page of one segment.</summary>
public record SegmentDetailsModel : BaseNopEntityModel
{
    /// <summary>The segment's row, as in the list.</summary>
    public SegmentModel Segment { get; set; } = new();

    /// <summary>What it is for, in the merchant's own words; empty for nothing.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>Which orders count, in words.</summary>
    public string CountingOrders { get; set; } = string.Empty;

    /// <summary>The discounts that depend on it.</summary>
    public IReadOnlyList<string> Discounts { get; set; } = [];

    /// <summary>The names of the segments whose rules name it.</summary>
    public IReadOnlyList<string> Segments { get; set; } = [];

    /// <summary>The campaigns that depend on it.</summary>
    public IReadOnlyList<string> Campaigns { get; set; } = [];

    /// <summary>Whether the visitor may change it.</summary>
    public bool CanManage { get; set; }

    /// <summary>What can be downloaded of the members; null for a visitor who may not.</summary>
    public MemberDownloadModel? Download { get; set; }

    /// <summary>The grid of members.</summary>
    public MemberSearchModel MemberSearch { get; set; } = new();
}
