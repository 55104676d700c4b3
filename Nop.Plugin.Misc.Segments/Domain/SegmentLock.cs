using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A row that is changed by whoever does something that may be done once at a time in the whole shop: the database makes others wait.</summary>
public class SegmentLock : BaseEntity
{
    /// <summary>What is locked; at most 50 characters, the key.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>When it was taken last.</summary>
    public DateTime TakenOnUtc { get; set; }
}
