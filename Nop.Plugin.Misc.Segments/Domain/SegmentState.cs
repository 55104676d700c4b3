namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>Whether a segment's membership can be relied on.</summary>
public enum SegmentState
{
    /// <summary>Its first refresh, or the first since its rules changed, has not ended yet.</summary>
    Computing = 0,

    /// <summary>Membership is true.</summary>
    Ready = 10,

    /// <summary>The last refresh failed; the members before it were kept.</summary>
    Failed = 20,

    /// <summary>A product, category, role or the like that its rules name is gone; the members were kept.</summary>
    NeedsAttention = 30,

    /// <summary>A merchant stopped the last refresh: some members are those of the rules now, some those of before.</summary>
    Stopped = 40
}
