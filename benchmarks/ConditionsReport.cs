using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Segments.Benchmarks;

/// <summary>The same in a few seconds: a line for reading, one for compiling, one for the SQL on each database.</summary>
internal static class ConditionsReport
{
    private const int Rounds = 200;

    /// <summary>Measures and writes.</summary>
    public static async Task WriteAsync(TextWriter output)
    {
        await using (var shop = await BenchmarkShop.OnSqliteAsync(HundredConditions.Size))
        {
            foreach (var withFilters in new[] { false, true })
            {
                var definition = await HundredConditions.InAsync(shop, withFilters);
                await LineAsync(output, $"Reading {Name(withFilters)}: {Median(() => definition.Read()):0.00} ms");
                await LineAsync(output, $"Compiling {Name(withFilters)}: {Median(() => definition.Compile()):0.00} ms");
                await RunAsync(output, "SQLite", Name(withFilters), definition);
            }
        }

        if (BenchmarkShop.PostgresServer is not { } server)
            return;
        await RunOnPostgresAsync(output, "PostgreSQL", server);
        // PostgreSQL may compile a query before it runs it, which can take longer than anything else.
        await RunOnPostgresAsync(output, "PostgreSQL without jit", new NpgsqlConnectionStringBuilder(server) { Options = "-c jit=off" }.ConnectionString);
    }

    private static async Task RunOnPostgresAsync(TextWriter output, string name, string server)
    {
        await using var shop = await BenchmarkShop.OnPostgresAsync(server, HundredConditions.Size);
        foreach (var withFilters in new[] { false, true })
            await RunAsync(output, name, Name(withFilters), await HundredConditions.InAsync(shop, withFilters));
    }

    private static string Name(bool withFilters) => withFilters ? "100 conditions and filters" : "100 conditions";

    private static async Task RunAsync(TextWriter output, string database, string name, HundredConditions definition)
    {
        var watch = Stopwatch.StartNew();
        var rows = await definition.RunAsync();
        var first = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        await definition.RunAsync();
        await LineAsync(output, $"SQL of {name} on {database}: {rows} rows; {first:0} ms the first time, with translating, {watch.Elapsed.TotalMilliseconds:0} ms the next");
    }

    private static Task LineAsync(TextWriter output, FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    private static double Median(Action work)
    {
        for (var round = 0; round < Rounds; round++)
            work();
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[(Rounds / 2) - 1] + times[Rounds / 2]) / 2;
    }
}
