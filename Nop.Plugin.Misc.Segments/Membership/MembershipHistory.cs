using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Keeps the count of each day, which stays for ever, and lets go of who came and went when the shop's time for it is over. Counting heals what the
/// database changed by itself, such as customers that the shop's clean-up deletes without a word.
/// </summary>
public class MembershipHistory(
    IRepository<Segment> segments,
    IRepository<SegmentMember> members,
    IRepository<SegmentMembershipChange> changes,
    IRepository<SegmentDay> days,
    SegmentRows rows,
    RefreshRuns runs,
    MembershipLock membershipLock,
    SegmentsSettings settings,
    IDateTimeHelper dateTimeHelper,
    TimeProvider timeProvider)
{
    /// <summary>Rows of one deletion at most.</summary>
    private const int Piece = 10_000;

    private const int RunDays = 90;

    /// <summary>Does both for all segments.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var calendar = new ShopCalendar(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone);
        foreach (var segmentId in await segments.Table.OrderBy(segment => segment.Id).Select(segment => segment.Id).ToListAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await membershipLock.RunAsync(() => CountAsync(segmentId, calendar), cancellationToken);
            if (settings.HistoryDays > 0)
                await ForgetAsync(segmentId, calendar.StartOf(calendar.DaysAgo(settings.HistoryDays)), cancellationToken);
        }

        await runs.ForgetAsync(calendar.StartOf(calendar.DaysAgo(RunDays)));
    }

    private async Task CountAsync(int segmentId, ShopCalendar calendar)
    {
        var count = await members.Table.CountAsync(member => member.SegmentId == segmentId);
        if (await rows.GetAsync(segmentId) is not { } segment)
            return;
        if (segment.MemberCount != count)
            await rows.ChangeAsync(segmentId, row => row.MemberCount = count);

        var (from, to) = (calendar.StartOf(calendar.Today), calendar.EndOf(calendar.Today));
        var moved = changes.Table.Where(change => change.SegmentId == segmentId && change.CreatedOnUtc >= from && change.CreatedOnUtc < to);
        var day = new SegmentDay
        {
            SegmentId = segmentId,
            Day = calendar.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Members = count,
            Entered = await moved.CountAsync(change => change.Entered),
            Left = await moved.CountAsync(change => !change.Entered)
        };
        if (await days.Table.AnyAsync(row => row.SegmentId == segmentId && row.Day == day.Day))
            await days.UpdateAsync(day, publishEvent: false);
        else
            await days.InsertAsync(day, publishEvent: false);
    }

    private async Task ForgetAsync(int segmentId, DateTime before, CancellationToken cancellationToken)
    {
        while (await changes.Table.Where(change => change.SegmentId == segmentId && change.CreatedOnUtc < before)
                   .OrderBy(change => change.CreatedOnUtc).Select(change => change.CreatedOnUtc).Take(Piece).ToListAsync() is { Count: > 0 } piece)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = piece[^1];
            await changes.DeleteAsync(change => change.SegmentId == segmentId && change.CreatedOnUtc <= last);
        }
    }
}
