using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Health;

/// <summary>How all is, at one look.</summary>
public record HealthSummaryModel : BaseNopModel
{
    /// <summary>The classes of the icon.</summary>
    public string Icon { get; set; } = string.Empty;

    /// <summary>The class that colours it.</summary>
    public string Look { get; set; } = string.Empty;

    /// <summary>The headline.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The sentence below it.</summary>
    public string Text { get; set; } = string.Empty;
}
