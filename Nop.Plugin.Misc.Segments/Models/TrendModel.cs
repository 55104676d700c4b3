using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The line of daily counts, ready to be drawn, and the same in words and numbers.</summary>
public record TrendModel : BaseNopModel
{
    /// <summary>The width of the drawing, in its own units.</summary>
    public const int Width = 600;

    /// <summary>The height of the drawing, in its own units.</summary>
    public const int Height = 80;

    /// <summary>What it is.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>What the line shows, in words.</summary>
    public string Words { get; set; } = string.Empty;

    /// <summary>The points of an SVG polyline; empty while there are too few days for a line.</summary>
    public string Points { get; set; } = string.Empty;

    /// <summary>What stands at the line's top.</summary>
    public string Most { get; set; } = string.Empty;

    /// <summary>What stands at the line's bottom.</summary>
    public string Fewest { get; set; } = string.Empty;

    /// <summary>The day of the first point.</summary>
    public string From { get; set; } = string.Empty;

    /// <summary>The day of the last point.</summary>
    public string To { get; set; } = string.Empty;

    /// <summary>The days, the last first.</summary>
    public IReadOnlyList<TrendDayModel> Days { get; set; } = [];
}
