using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// A segment whose members are to be found by rules that are new: until that is done once, who enters or leaves has not become another, and no trigger fires.
/// </summary>
public class QuietSegment : BaseEntity
{
    /// <summary>The segment; the key.</summary>
    public int SegmentId { get; set; }

    /// <summary>Since when.</summary>
    public DateTime SinceUtc { get; set; }
}
