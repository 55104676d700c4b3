using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Health;

/// <summary>What the grid of refreshes asks for.</summary>
public record RefreshSearchModel : BaseSearchModel;

/// <summary>A page of refreshes.</summary>
public record RefreshListModel : BasePagedListModel<RefreshModel>;

/// <summary>One refresh. Names and errors are not encoded yet: whoever draws them has to.</summary>
public record RefreshModel : BaseNopModel
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>Its name.</summary>
    public string Segment { get; set; } = string.Empty;

    /// <summary>How it stands or ended, as an icon and a word; the reason is the error.</summary>
    public SegmentStateModel State { get; set; } = new();

    /// <summary>When it began or was asked for.</summary>
    public string When { get; set; } = string.Empty;

    /// <summary>How long it worked; a dash before it began.</summary>
    public string Duration { get; set; } = string.Empty;

    /// <summary>How many customers it looked at; a dash before it began.</summary>
    public string Customers { get; set; } = string.Empty;

    /// <summary>How many entered and left.</summary>
    public string Moved { get; set; } = string.Empty;

    /// <summary>Who started it, and why.</summary>
    public string By { get; set; } = string.Empty;

    /// <summary>How far it is; null when it is over.</summary>
    public RefreshProgressModel? Progress { get; set; }
}
