using Nop.Plugin.Misc.Segments.Models.Triggers;
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

    /// <summary>What in the shop depends on it, kind by kind; kinds of which nothing does are left out.</summary>
    public IReadOnlyList<SegmentUseGroupModel> Uses { get; set; } = [];

    /// <summary>What is done for who enters or leaves.</summary>
    public TriggersModel Triggers { get; set; } = new(0, [], false);

    /// <summary>The customer role that it gives.</summary>
    public SegmentRoleModel Role { get; set; } = new();

    /// <summary>Whether the visitor may change it.</summary>
    public bool CanManage { get; set; }

    /// <summary>What can be downloaded of the members; null for a visitor who may not.</summary>
    public MemberDownloadModel? Download { get; set; }

    /// <summary>The grid of members.</summary>
    public MemberSearchModel MemberSearch { get; set; } = new();

    /// <summary>The grid of who entered and left.</summary>
    public ChangeSearchModel ChangeSearch { get; set; } = new();

    /// <summary>The line of daily counts.</summary>
    public TrendModel Trend { get; set; } = new();
}
