using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>One customer in one segment. The key is both numbers together: there is no number of its own, and no duplicate.</summary>
public class SegmentMember : BaseEntity
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>Since when.</summary>
    public DateTime EnteredOnUtc { get; set; }
}
