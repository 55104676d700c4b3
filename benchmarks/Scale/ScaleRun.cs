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
            if (options.Includes("refresh"))
                await RefreshAsync(shop, figures);
            if (options.Json is { } file)
                await ScaleReport.SaveAsync(figures, file);
        }
        finally
        {
            if (folder is not null && !options.Keep)
                Directory.Delete(folder, true);
        }
    }

    private async Task RefreshAsync(ScaleDatabase shop, ScaleFigures figures)
    {
        var byHand = new HandWrittenMembers(shop.Engine, shop.Services.GetRequiredService<TimeProvider>());
        await byHand.CreateAsync();
        await using (var memory = new MemoryWatch())
        {
            var measurement = new RefreshMeasurement(shop, byHand, options.Runs);
            await report.RefreshHeadAsync();
            foreach (var typical in (await SegmentsOfAsync(shop)).All)
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

    private static async Task<TypicalSegments> SegmentsOfAsync(ScaleDatabase shop)
    {
        var role = await shop.InScopeAsync<IRepository<CustomerRole>, CustomerRole>(
            roles => roles.Table.FirstAsync(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName));
        var countries = await shop.InScopeAsync<IRepository<Country>, List<int>>(
            all => all.Table.Where(country => country.Name != "Germany").OrderBy(country => country.Id).Select(country => country.Id).ToListAsync());
        return new TypicalSegments(shop.Kind == "PostgreSQL" ? SqlDialect.Postgres : SqlDialect.Sqlite, role.Id, countries[0], countries[1]);
    }
}
