using System.Globalization;
using System.Text.Json;
using Segments.Benchmarks.Scale.Measurements;

namespace Segments.Benchmarks.Scale;

/// <summary>Writes what a run found out, for reading and for programs.</summary>
internal sealed class ScaleReport(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes a line.</summary>
    public Task LineAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes what stands above the rows of segments.</summary>
    public Task RefreshHeadAsync() => LineAsync(
        $"{"refresh (ms, median)",-46}{"members",9}{"fill",9}{"by hand",9}{"ratio",7}{"no change",11}{"by hand",9}{"ratio",7}  query");

    /// <summary>Writes one segment.</summary>
    public Task RefreshAsync(RefreshRow row) => LineAsync(
        $"{row.Name,-46}{row.Members,9}{row.FillMs,9:0}{row.HandFillMs,9:0}{row.FillRatio,7:0.00}{row.RefreshMs,11:0}{row.HandRefreshMs,9:0}{row.RefreshRatio,7:0.00}{row.Query,7}");

    /// <summary>Writes how measured times are spread.</summary>
    public Task SpreadAsync(string what, IReadOnlyList<double> milliseconds) => LineAsync(
        $"{what,-46}{milliseconds.Count,9} times: mean {milliseconds.Average():0.00}, p50 {Percentile.Median(milliseconds):0.00}, p95 {Percentile.Of(milliseconds, 95):0.00}, p99 {Percentile.Of(milliseconds, 99):0.00} ms");

    /// <summary>Writes a file for programs.</summary>
    public static Task SaveAsync(ScaleFigures figures, string file) => File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Json));
}
