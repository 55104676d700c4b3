using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>What the grid of the history asks for.</summary>
public record ChangeSearchModel : BaseSearchModel
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>1 for those who entered only, 2 for those who left only, anything else for both.</summary>
    public int SearchChange { get; set; }

    /// <summary>For how many days the history is kept; 0 for ever.</summary>
    public int KeptDays { get; set; }
}
