using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>One segment in a row of the list; all texts are ready to be read.</summary>
public record SegmentModel : BaseNopEntityModel
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The rules in plain words.</summary>
    public string Words { get; set; } = string.Empty;

    /// <summary>How many members; that they are being found, while they are for the first time, and a dash when that failed.</summary>
    public string Members { get; set; } = string.Empty;

    /// <summary>Their share of all customers; a dash before the first refresh.</summary>
    public string Share { get; set; } = string.Empty;

    /// <summary>When it was last refreshed, or that it was not.</summary>
    public string Refreshed { get; set; } = string.Empty;

    /// <summary>How long that took; empty before the first refresh.</summary>
    public string Duration { get; set; } = string.Empty;

    /// <summary>Whether the members are not known yet because they are being found for the first time.</summary>
    public bool FirstTime { get; set; }

    /// <summary>The state.</summary>
    public SegmentStateModel State { get; set; } = new();

    /// <summary>How far the refresh is; null when none waits or goes on.</summary>
    public RefreshProgressModel? Progress { get; set; }
}
