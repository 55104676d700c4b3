using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Finds the segments that are due for a full refresh, and refreshes them one after the other: each after those that its rules name.</summary>
public class SegmentRefresher(
    SegmentGraph graph,
    IMembershipUpdater updater,
    SegmentRows rows,
    MembershipGates gates,
    IDateTimeHelper dateTimeHelper,
    TimeProvider timeProvider)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Refreshes what a merchant saved or asked for.</summary>
    public Task RefreshComputingAsync(CancellationToken cancellationToken) =>
        RefreshAsync((segment, _) => segment.State == SegmentState.Computing, MembershipChangeReason.Edit, cancellationToken);

    /// <summary>Refreshes what time has changed, and what failed before or lacked something.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) =>
        RefreshAsync((segment, node) => segment.Active && IsDue(segment, node), MembershipChangeReason.Schedule, cancellationToken);

    /// <summary>Refreshes the active segments that read what changed for everyone.</summary>
    public Task RefreshReadersAsync(RuleSources sources, CancellationToken cancellationToken) => RefreshAsync(
        (segment, node) => segment.Active && (node.Definition is null || (node.Sources & sources) != RuleSources.None),
        MembershipChangeReason.Event, cancellationToken);

    private async Task RefreshAsync(Func<Segment, SegmentNode, bool> isDue, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        await gates.Refreshing.WaitAsync(cancellationToken);
        try
        {
            var changed = new HashSet<int>();
            foreach (var node in await graph.LoadAsync())
            {
                // Read again: while others were refreshed this one may have been changed or deleted.
                if (await rows.GetAsync(node.Segment.Id) is not { } segment
                    || !(isDue(segment, node) || (segment.Active && node.Names.Any(changed.Contains))))
                    continue;
                var result = await updater.RefreshAsync(segment.Id, reason, cancellationToken);
                if (result.Entered + result.Left > 0)
                    changed.Add(segment.Id);
            }
        }
        finally
        {
            gates.Refreshing.Release();
        }
    }

    private bool IsDue(Segment segment, SegmentNode node)
    {
        if (segment.State != SegmentState.Ready || segment.RefreshedOnUtc is not { } ended)
            return true;

        // What counts is when it began: a refresh over midnight has seen some customers by yesterday's date.
        var began = ended.AddMilliseconds(-segment.RefreshMilliseconds);
        var calendar = new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone);
        return node.TimeSensitivity switch
        {
            TimeSensitivity.Hourly => calendar.NowUtc - began >= Hour || began < calendar.StartOf(calendar.Today),
            TimeSensitivity.Daily => began < calendar.StartOf(calendar.Today),
            _ => false
        };
    }
}
