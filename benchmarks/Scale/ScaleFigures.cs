using Segments.Benchmarks.Scale.Measurements;

namespace Segments.Benchmarks.Scale;

/// <summary>All that a run has found out; what it was not asked for is null.</summary>
internal sealed record ScaleFigures(string Database, int Customers, int Orders)
{
    /// <summary>How long the plugin takes to find that nothing has changed, beside SQL by hand: the median of the segments.</summary>
    public double? RefreshRatioMedian => Rows.Count > 0 ? Percentile.Median(Rows.Select(row => row.RefreshRatio)) : null;

    /// <summary>How long the plugin takes to fill, beside SQL by hand: the median of the segments.</summary>
    public double? FirstFillRatioMedian => Rows.Count > 0 ? Percentile.Median(Rows.Select(row => row.FillRatio)) : null;

    /// <summary>The most memory that refreshes took beyond the idle process, in megabytes.</summary>
    public double? PeakMemoryMb { get; set; }

    /// <summary>The typical segments, one by one.</summary>
    public List<RefreshRow> Rows { get; } = [];
}
