using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>One segment that a customer is in.</summary>
public record CustomerSegmentModel : BaseNopEntityModel
{
    /// <summary>The segment's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Since when.</summary>
    public string Since { get; set; } = string.Empty;

    /// <summary>The segment's state.</summary>
    public SegmentStateModel State { get; set; } = new();
}
