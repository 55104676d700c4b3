using System.Diagnostics;
using Nop.Plugin.Misc.Segments.Rules;
using Segments.Benchmarks.Scale.Data;
using Segments.Benchmarks.Scale.Segments;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>How long a merchant waits for the number of customers while editing rules.</summary>
internal static class CountMeasurement
{
    private const int Rounds = 3;

    /// <summary>Milliseconds of each count: of every segment several times, after one that warms up.</summary>
    public static async Task<IReadOnlyList<double>> MeasureAsync(ScaleDatabase shop, IReadOnlyList<TypicalSegment> typical)
    {
        var times = new List<double>();
        foreach (var segment in typical)
            for (var round = 0; round <= Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await shop.InScopeAsync<ISegmentEvaluator, int>(async evaluator => await evaluator.CountAsync(await evaluator.ReadAsync(segment.Definition), false));
                if (round > 0)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

        return times;
    }
}
