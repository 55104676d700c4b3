using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>One day of the line, as numbers.</summary>
public record TrendDayModel : BaseNopModel
{
    /// <summary>The day.</summary>
    public string Day { get; set; } = string.Empty;

    /// <summary>The members when they were last counted on that day.</summary>
    public string Members { get; set; } = string.Empty;

    /// <summary>How often somebody entered.</summary>
    public string Entered { get; set; } = string.Empty;

    /// <summary>How often somebody left.</summary>
    public string Left { get; set; } = string.Empty;
}
