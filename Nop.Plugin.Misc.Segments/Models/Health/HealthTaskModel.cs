using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Health;

/// <summary>How the schedule task fares.</summary>
public record HealthTaskModel : BaseNopModel
{
    /// <summary>How it is, as an icon and a word.</summary>
    public SegmentStateModel State { get; set; } = new();

    /// <summary>How often it runs; a dash without a task.</summary>
    public string Period { get; set; } = string.Empty;

    /// <summary>When it last began; a dash for never.</summary>
    public string LastStart { get; set; } = string.Empty;

    /// <summary>When it last ended; a dash for never.</summary>
    public string LastEnd { get; set; } = string.Empty;

    /// <summary>When it last ended well; a dash for never.</summary>
    public string LastSuccess { get; set; } = string.Empty;

    /// <summary>When it is expected next; a dash when it is off or missing.</summary>
    public string Next { get; set; } = string.Empty;
}
