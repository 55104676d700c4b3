using System.Diagnostics;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Segments.Benchmarks.Scale.Data;
using Segments.Benchmarks.Scale.HandWritten;
using Segments.Benchmarks.Scale.Segments;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>What a segment's refreshes take, beside SQL by hand. All times are medians in milliseconds.</summary>
/// <param name="Name">The segment.</param>
/// <param name="Members">How many members it has.</param>
/// <param name="Query">Which of its queries by hand is the fastest, from 1.</param>
/// <param name="FillMs">The plugin's first fill.</param>
/// <param name="HandFillMs">The first fill by hand.</param>
/// <param name="RefreshMs">The plugin's refresh with nothing to change.</param>
/// <param name="HandRefreshMs">The same by hand.</param>
internal sealed record RefreshRow(string Name, int Members, int Query, double FillMs, double HandFillMs, double RefreshMs, double HandRefreshMs)
{
    /// <summary>How many times as long the plugin takes to fill.</summary>
    public double FillRatio => FillMs / HandFillMs;

    /// <summary>How many times as long it takes to find that nothing has changed.</summary>
    public double RefreshRatio => RefreshMs / HandRefreshMs;
}

/// <summary>Measures first fills and refreshes of typical segments.</summary>
internal sealed class RefreshMeasurement(ScaleDatabase shop, HandWrittenMembers byHand, int runs)
{
    /// <summary>Measures one segment.</summary>
    /// <exception cref="InvalidOperationException">The plugin failed, or the SQL by hand finds other members.</exception>
    public async Task<RefreshRow> MeasureAsync(TypicalSegment typical)
    {
        var query = await WarmAsync(typical);
        var (fills, handFills, refreshes, handRefreshes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var members = 0;
        for (var run = 0; run < runs; run++)
        {
            var segment = await NewAsync(typical);
            // In turns, so that neither always finds the other's pages in memory.
            await InTurnsAsync(run,
                async () => fills.Add(await TimeAsync(() => RefreshAsync(segment))),
                async () => handFills.Add(await TimeAsync(() => byHand.RefreshAsync(segment.Id, typical.Queries[query]))));
            await TidyAsync();
            for (var again = 0; again < 2; again++)
                await InTurnsAsync(run + again,
                    async () => refreshes.Add(await TimeAsync(() => RefreshAsync(segment))),
                    async () => handRefreshes.Add(await TimeAsync(() => byHand.RefreshAsync(segment.Id, typical.Queries[query]))));
            members = await CompareAsync(typical, query, segment);
            await RemoveAsync(segment);
        }

        return new RefreshRow(
            typical.Name, members, query + 1, Percentile.Median(fills), Percentile.Median(handFills), Percentile.Median(refreshes), Percentile.Median(handRefreshes));
    }

    /// <summary>Runs everything once that will be timed, and finds the fastest query.</summary>
    private async Task<int> WarmAsync(TypicalSegment typical)
    {
        var segment = await NewAsync(typical);
        await RefreshAsync(segment);
        await RefreshAsync(segment);
        var times = new double[typical.Queries.Count];
        for (var query = 0; query < times.Length; query++)
        {
            await byHand.ClearAsync();
            await byHand.RefreshAsync(segment.Id, typical.Queries[query]);
            await CompareAsync(typical, query, segment);
            var (one, other) = (await TimeAsync(() => byHand.RefreshAsync(segment.Id, typical.Queries[query])),
                await TimeAsync(() => byHand.RefreshAsync(segment.Id, typical.Queries[query])));
            times[query] = Math.Min(one, other);
        }

        await RemoveAsync(segment);
        return Array.IndexOf(times, times.Min());
    }

    private async Task<Segment> NewAsync(TypicalSegment typical)
    {
        var segment = new Segment { Name = typical.Name, Definition = typical.Definition, Active = true };
        await shop.InScopeAsync<ISegmentService>(service => service.InsertAsync(segment));
        return segment;
    }

    private async Task RemoveAsync(Segment segment)
    {
        await byHand.ClearAsync();
        await shop.InScopeAsync<ISegmentService>(service => service.DeleteAsync(segment));
        await TidyAsync();
    }

    private async Task RefreshAsync(Segment segment)
    {
        await shop.InScopeAsync<IMembershipUpdater>(updater => updater.RefreshAsync(segment.Id, MembershipChangeReason.Edit));
        var stored = await shop.InScopeAsync<ISegmentService, Segment?>(service => service.GetByIdAsync(segment.Id));
        if (stored?.State != SegmentState.Ready)
            throw new InvalidOperationException($"'{segment.Name}' could not be refreshed: it is {stored?.State}. {stored?.StateReason}");
    }

    private async Task<int> CompareAsync(TypicalSegment typical, int query, Segment segment)
    {
        var plugin = await shop.InScopeAsync<ISegmentService, List<int>>(service => service.MemberIds(segment.Id).Order().ToListAsync());
        var hand = await byHand.ReadAsync(segment.Id);
        if (!plugin.SequenceEqual(hand))
            throw new InvalidOperationException(
                $"'{typical.Name}': the plugin finds {plugin.Count} members, query {query + 1} by hand {hand.Count}; "
                + $"only the plugin: {string.Join(", ", plugin.Except(hand).Take(5))}; only by hand: {string.Join(", ", hand.Except(plugin).Take(5))}");
        return plugin.Count;
    }

    /// <summary>What the database does by itself when it has the time: rows that are gone and figures for its planner.</summary>
    private Task TidyAsync() => shop.Engine.ExecuteAsync(shop.Kind == "PostgreSQL"
        ? ["""VACUUM (ANALYZE) "CustomerSegmentMember", "CustomerSegmentChange", "HandWrittenMember" """]
        : ["ANALYZE \"CustomerSegmentMember\"", "ANALYZE \"HandWrittenMember\""]);

    private static async Task InTurnsAsync(int run, Func<Task> one, Func<Task> other)
    {
        await (run % 2 == 0 ? one : other)();
        await (run % 2 == 0 ? other : one)();
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
