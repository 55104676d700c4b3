using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Data;
using Segments.Benchmarks.Scale.Data;
using Segments.Benchmarks.Scale.HandWritten;
using Segments.Benchmarks.Scale.Measurements;
using Segments.Benchmarks.Scale.Segments;

namespace Segments.Benchmarks.Scale;

/// <summary>Fills a shop and measures the plugin in it.</summary>
internal sealed class ScaleRun(ScaleOptions options, ScaleReport report)
{
    private const int DrainSegments = 20;
    private const int LatencySegments = 50;
    private const int LatencyCustomers = 100_000;

    /// <summary>Runs all parts that the options ask for.</summary>
    public async Task RunAsync()
    {
        var folder = options.Database is null ? Directory.CreateTempSubdirectory("segments-scale-").FullName : null;
        try
        {
            var start = Stopwatch.GetTimestamp();
            await using var shop = await ScaleDatabase.OpenAsync(options.Database ?? Path.Combine(folder!, "shop.db"), options.Customers, options.Orders, options.Keep);
            await report.LineAsync(
                $"{shop.Kind}, {options.Customers:N0} customers, {options.Orders:N0} orders; ready after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
            var figures = new ScaleFigures(shop.Kind, options.Customers, options.Orders);
            var typical = (await SegmentsOfAsync(shop)).All;
            if (options.Includes("refresh"))
                await RefreshAsync(shop, typical, figures);
            if (options.Includes("count"))
                await CountAsync(shop, typical, figures);
            if (options.Includes("drain"))
                await DrainAsync(shop, typical, figures);
            if (options.Includes("latency"))
                await InLatencyShopAsync(shop, folder, smaller => LatencyAsync(smaller, figures));
            if (options.Json is { } file)
                await ScaleReport.SaveAsync(figures, file);
        }
        finally
        {
            if (folder is not null && !options.Keep)
                Directory.Delete(folder, true);
        }
    }

    private async Task RefreshAsync(ScaleDatabase shop, IReadOnlyList<TypicalSegment> all, ScaleFigures figures)
    {
        var byHand = new HandWrittenMembers(shop.Engine, shop.Services.GetRequiredService<TimeProvider>());
        await byHand.CreateAsync();
        await using (var memory = new MemoryWatch())
        {
            var measurement = new RefreshMeasurement(shop, byHand, options.Runs);
            await report.RefreshHeadAsync();
            foreach (var typical in all)
            {
                var row = await measurement.MeasureAsync(typical);
                figures.Rows.Add(row);
                await report.RefreshAsync(row);
            }

            figures.PeakMemoryMb = memory.PeakMegabytes;
        }

        await byHand.DropAsync();
        await report.LineAsync($"median of the ratios: fill {figures.FirstFillRatioMedian:0.00}, no change {figures.RefreshRatioMedian:0.00}; memory above idle at most {figures.PeakMemoryMb:0} MB");
    }

    private async Task CountAsync(ScaleDatabase shop, IReadOnlyList<TypicalSegment> typical, ScaleFigures figures)
    {
        var times = await CountMeasurement.MeasureAsync(shop, typical);
        figures.CountP95Ms = Percentile.Of(times, 95);
        await report.SpreadAsync("live count", times);
    }

    private async Task DrainAsync(ScaleDatabase shop, IReadOnlyList<TypicalSegment> typical, ScaleFigures figures)
    {
        await using var segments = await SegmentSet.CreateAsync(shop, typical, DrainSegments);
        figures.DrainPerSecond = await DrainMeasurement.MeasureAsync(shop);
        await report.LineAsync($"queue with {DrainSegments} active segments: {figures.DrainPerSecond:0} customers a second");
    }

    private async Task LatencyAsync(ScaleDatabase shop, ScaleFigures figures)
    {
        await using var segments = await SegmentSet.CreateAsync(shop, (await SegmentsOfAsync(shop)).All, LatencySegments);
        var result = await new LatencyMeasurement(shop, segments).MeasureAsync();
        figures.LatencyP50Ms = Percentile.Median(result.Latencies);
        figures.LatencyP95Ms = Percentile.Of(result.Latencies, 95);
        figures.LatencyP99Ms = Percentile.Of(result.Latencies, 99);
        figures.MarkMs = Percentile.Median(result.PerOrder);
        await report.SpreadAsync($"response to membership, {LatencySegments} segments", result.Latencies);
        await report.SpreadAsync("a consumer's call in the request", result.Calls);
        await report.SpreadAsync("all consumers' calls of an order", result.PerOrder);
    }

    /// <summary>In the shop itself, or in one of its own where that one is larger.</summary>
    private async Task InLatencyShopAsync(ScaleDatabase shop, string? folder, Func<ScaleDatabase, Task> work)
    {
        if (options.Customers <= LatencyCustomers)
        {
            await work(shop);
            return;
        }

        var orders = (int)((long)options.Orders * LatencyCustomers / options.Customers);
        await using var smaller = await ScaleDatabase.OpenAsync(
            ScaleDatabase.Beside(options.Database ?? Path.Combine(folder!, "shop.db")), LatencyCustomers, orders, options.Keep);
        await report.LineAsync($"latency in a shop of {LatencyCustomers:N0} customers, {orders:N0} orders");
        await work(smaller);
    }

    private static async Task<TypicalSegments> SegmentsOfAsync(ScaleDatabase shop)
    {
        var role = await shop.InScopeAsync<IRepository<CustomerRole>, CustomerRole>(
            roles => roles.Table.FirstAsync(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName));
        var countries = await shop.InScopeAsync<IRepository<Country>, List<int>>(
            all => all.Table.Where(country => country.Name != "Germany").OrderBy(country => country.Id).Select(country => country.Id).ToListAsync());
        return new TypicalSegments(shop.Kind == "PostgreSQL" ? SqlDialect.Postgres : SqlDialect.Sqlite, role.Id, countries[0], countries[1]);
    }
}
