using Segments.Benchmarks.Scale.Measurements;

namespace Segments.Benchmarks.Scale;

/// <summary>All that a run has found out; what it was not asked for is null.</summary>
internal sealed record ScaleFigures(string Database, int Customers, int Orders)
{
    /// <summary>How long the plugin takes to find that nothing has changed, beside SQL by hand: the median of the segments.</summary>
    public double? RefreshRatioMedian => Rows.Count > 0 ? Percentile.Median(Rows.Select(row => row.RefreshRatio)) : null;

    /// <summary>How long the plugin takes to fill, beside SQL by hand: the median of the segments.</summary>
    public double? FirstFillRatioMedian => Rows.Count > 0 ? Percentile.Median(Rows.Select(row => row.FillRatio)) : null;

    /// <summary>From the end of a response until the memberships are stored that its order changes, in milliseconds: the median.</summary>
    public double? LatencyP50Ms { get; set; }

    /// <summary>The same: 95 of 100 are faster.</summary>
    public double? LatencyP95Ms { get; set; }

    /// <summary>The same: 99 of 100 are faster.</summary>
    public double? LatencyP99Ms { get; set; }

    /// <summary>Customers that are looked at in a second when the queue is emptied.</summary>
    public double? DrainPerSecond { get; set; }

    /// <summary>What the plugin adds to the request that places an order, in milliseconds: the median.</summary>
    public double? MarkMs { get; set; }

    /// <summary>How long a count takes while rules are edited, in milliseconds: 95 of 100 are faster.</summary>
    public double? CountP95Ms { get; set; }

    /// <summary>The most memory that refreshes took beyond the idle process, in megabytes.</summary>
    public double? PeakMemoryMb { get; set; }

    /// <summary>The typical segments, one by one.</summary>
    public List<RefreshRow> Rows { get; } = [];
}
