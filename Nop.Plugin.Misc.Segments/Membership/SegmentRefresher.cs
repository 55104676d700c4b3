using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Finds the segments that are due for a full refresh, and refreshes them one after the other: each after those that its rules name.</summary>
public class SegmentRefresher(
    SegmentGraph graph,
    IMembershipUpdater updater,
    RefreshRuns runs,
    SegmentRows rows,
    MembershipGates gates,
    SegmentsSettings settings,
    IDateTimeHelper dateTimeHelper,
    TimeProvider timeProvider)
{
    /// <summary>
    /// For so long after a segment was saved another node may not know yet what its rules read, and may let a change pass: a refresh that began before is
    /// made once more.
    /// </summary>
    public static readonly TimeSpan Settling = ActiveSegments.Lifetime + TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Refreshes what a merchant saved or asked for, what was broken off, and what such a refresh moved.</summary>
    public async Task RefreshComputingAsync(CancellationToken cancellationToken)
    {
        // Asked after every order: nearly always there is nothing to do.
        if (await runs.AnyOpenAsync() || await rows.AnyAsync(SegmentState.Computing))
            await RefreshAsync((segment, _) => Task.FromResult(segment.State == SegmentState.Computing), MembershipChangeReason.Edit, cancellationToken);
    }

    /// <summary>Refreshes the segments whose first refresh began so soon after they were saved that another node may not have known of them.</summary>
    public Task RefreshSettledAsync(CancellationToken cancellationToken) =>
        RefreshAsync(async (segment, _) => segment.Active && segment.State == SegmentState.Ready && await IsUnsettledAsync(segment),
            MembershipChangeReason.Edit, cancellationToken);

    /// <summary>Refreshes what time has changed, and what failed before or lacked something.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) =>
        RefreshAsync(async (segment, node) => segment.Active && await IsDueAsync(segment, node), MembershipChangeReason.Schedule, cancellationToken);

    private async Task RefreshAsync(Func<Segment, SegmentNode, Task<bool>> isDue, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        await gates.Refreshing.WaitAsync(cancellationToken);
        try
        {
            foreach (var node in await graph.LoadAsync())
                // Read again each time: while others were refreshed this one may have been changed, deleted or asked for.
                for (var round = 0; round < 2 && await rows.GetAsync(node.Segment.Id) is { } segment; round++)
                {
                    if (!await runs.IsOpenAsync(segment.Id) && (round > 0 || !await isDue(segment, node)))
                        break;
                    await updater.RefreshAsync(segment.Id, reason, cancellationToken);
                }
        }
        finally
        {
            gates.Refreshing.Release();
        }
    }

    private async Task<bool> IsDueAsync(Segment segment, SegmentNode node)
    {
        // Who stopped it will say when it is to go on, or time does; time says nothing of one that was stopped before it was done once.
        if (segment.State == SegmentState.Stopped && segment.RefreshedOnUtc is null)
            return false;
        if (segment.State is not (SegmentState.Ready or SegmentState.Stopped) || segment.RefreshedOnUtc is null)
            return true;

        // What counts is when it began: a refresh over midnight has seen some customers by yesterday's date.
        var began = await FindBeginningAsync(segment);
        var calendar = new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone);
        if (began > calendar.NowUtc + Hour)
            return true; // The clock was wrong then, or is now: what was found at another time says nothing about this one.

        return node.TimeSensitivity switch
        {
            TimeSensitivity.Hourly => calendar.NowUtc - began >= Hour || calendar.DayOf(began) != calendar.Today,
            TimeSensitivity.Daily => calendar.DayOf(began) != calendar.Today,
            _ => false
        } || (settings.FullRefreshDays > 0 && calendar.AgeInDays(began) >= settings.FullRefreshDays) || await IsUnsettledAsync(segment);
    }

    private async Task<bool> IsUnsettledAsync(Segment segment)
    {
        var settled = segment.UpdatedOnUtc + Settling;
        return timeProvider.GetUtcNow().UtcDateTime >= settled && await FindBeginningAsync(segment) is var began && began >= segment.UpdatedOnUtc && began < settled;
    }

    private async Task<DateTime> FindBeginningAsync(Segment segment) => await runs.GetLastBeginningAsync(segment.Id)
        ?? (segment.RefreshedOnUtc ?? DateTime.MinValue).AddMilliseconds(segment.RefreshedOnUtc is null ? 0 : -segment.RefreshMilliseconds);
}
