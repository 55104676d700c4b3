namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>A segment's figures beside those of everybody else.</summary>
/// <param name="Members">The members.</param>
/// <param name="Others">All other customers that the segment could have meant.</param>
public sealed record SegmentComparison(SegmentFigures Members, SegmentFigures Others);
