using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences;

/// <summary>Says whether a shop may act on a segment: give a discount, send a mail.</summary>
public static class SegmentReliance
{
    /// <summary>
    /// A segment can be relied on once it was refreshed in full, as long as it is active. A failed refresh keeps the members of the last good one.
    /// </summary>
    public static bool IsReliable(this Segment? segment) => segment is { Active: true, RefreshedOnUtc: not null };
}
