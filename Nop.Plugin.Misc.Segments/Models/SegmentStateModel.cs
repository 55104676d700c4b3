using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>A segment's state: an icon and a word, and why.</summary>
public record SegmentStateModel : BaseNopModel
{
    /// <summary>The classes of the icon.</summary>
    public string Icon { get; set; } = string.Empty;

    /// <summary>The word.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Why; empty when all is well.</summary>
    public string Reason { get; set; } = string.Empty;
}
