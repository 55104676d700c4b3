using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>What the grid of members asks for.</summary>
public record MemberSearchModel : BaseSearchModel
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>A part of the e-mail address or the name; empty for all.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Details.SearchMember")]
    public string? SearchMember { get; set; }
}
