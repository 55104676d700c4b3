namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>Percentiles of measured values.</summary>
internal static class Percentile
{
    /// <summary>The value at a percentile, between two measured ones by straight line.</summary>
    /// <param name="values">The values, in any order; at least one.</param>
    /// <param name="percent">0 to 100: 50 is the median.</param>
    public static double Of(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToArray();
        var place = (sorted.Length - 1) * percent / 100;
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<double> values) => Of(values, 50);
}
