using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Finds the segments that are due for a full refresh, and refreshes them one after the other.</summary>
public class SegmentRefresher(
    IRepository<Segment> segments,
    ISegmentEvaluator evaluator,
    IMembershipUpdater updater,
    SegmentRows rows,
    MembershipGates gates,
    IDateTimeHelper dateTimeHelper,
    TimeProvider timeProvider)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Refreshes what a merchant saved or asked for.</summary>
    public Task RefreshComputingAsync(CancellationToken cancellationToken) =>
        RefreshAsync(segment => Task.FromResult(segment.State == SegmentState.Computing), MembershipChangeReason.Edit, cancellationToken);

    /// <summary>Refreshes what time has changed, and what failed before or lacked something.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) =>
        RefreshAsync(async segment => segment.Active && await IsDueAsync(segment), MembershipChangeReason.Schedule, cancellationToken);

    /// <summary>Refreshes the active segments that read what changed for everyone.</summary>
    public Task RefreshReadersAsync(RuleSources sources, CancellationToken cancellationToken) => RefreshAsync(
        async segment => segment.Active && (await ReadAsync(segment) is not { } definition
                                            || (DefinitionFacts.SourcesOf(definition, segment.IncludeGuests) & sources) != RuleSources.None),
        MembershipChangeReason.Event, cancellationToken);

    private async Task RefreshAsync(Func<Segment, Task<bool>> isDue, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        await gates.Refreshing.WaitAsync(cancellationToken);
        try
        {
            foreach (var id in await segments.Table.OrderBy(segment => segment.Id).Select(segment => segment.Id).ToListAsync())
                // Read one by one: while others were refreshed this one may have been changed or deleted.
                if (await rows.GetAsync(id) is { } segment && await isDue(segment))
                    await updater.RefreshAsync(id, reason, cancellationToken);
        }
        finally
        {
            gates.Refreshing.Release();
        }
    }

    private async Task<bool> IsDueAsync(Segment segment)
    {
        if (segment.State != SegmentState.Ready || segment.RefreshedOnUtc is not { } ended)
            return true;

        // What counts is when it began: a refresh over midnight has seen some customers by yesterday's date.
        var began = ended.AddMilliseconds(-segment.RefreshMilliseconds);
        var calendar = new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone);
        var sensitivity = await ReadAsync(segment) is { } definition ? DefinitionFacts.TimeSensitivityOf(definition) : TimeSensitivity.Daily;
        return sensitivity switch
        {
            TimeSensitivity.Hourly => calendar.NowUtc - began >= Hour || began < calendar.StartOf(calendar.Today),
            TimeSensitivity.Daily => began < calendar.StartOf(calendar.Today),
            _ => false
        };
    }

    private async Task<SegmentDefinition?> ReadAsync(Segment segment)
    {
        try
        {
            return await evaluator.ReadAsync(segment.Definition);
        }
        catch (DefinitionException)
        {
            return null;
        }
    }
}
