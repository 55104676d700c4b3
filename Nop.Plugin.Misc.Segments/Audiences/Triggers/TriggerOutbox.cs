using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// Notes what triggers are to do for those who enter and leave, in the transaction that lets them: a crash loses both or neither. What was still to be
/// done for the opposite is called off.
/// </summary>
public class TriggerOutbox(
    IRepository<SegmentTrigger> triggers,
    IRepository<TriggerFiring> firings,
    QuietSegments quietSegments,
    MembershipLock membershipLock)
{
    /// <summary>Ids in the list of one query at most.</summary>
    private const int ListSize = 1_000;

    private const int Waiting = (int)FiringState.Waiting;
    private const int Done = (int)FiringState.Done;
    private const int Failed = (int)FiringState.Failed;

    /// <summary>Notes who entered and left.</summary>
    public async Task NoteAsync(int segmentId, IReadOnlyList<int> entered, IReadOnlyList<int> left, DateTime nowUtc)
    {
        if (entered.Count + left.Count == 0 || !await triggers.Table.AnyAsync(trigger => trigger.SegmentId == segmentId))
            return;

        var quiet = await quietSegments.ContainsAsync(segmentId);
        await membershipLock.ChangeFiringsAsync(async () =>
        {
            foreach (var trigger in await triggers.Table.Where(trigger => trigger.SegmentId == segmentId).ToListAsync())
            {
                var (moved, back) = trigger.OnLeaving ? (left, entered) : (entered, left);
                await CallOffAsync(trigger, back, nowUtc);
                if (trigger.Active && (trigger.IncludesFill || !quiet))
                    await AddAsync(trigger, moved, nowUtc);
            }

            return true;
        });
    }

    /// <summary>
    /// Notes a trigger for some customers, but for those who by its own rule do not get it again. Part of the transaction around it, which holds the
    /// lock of triggers.
    /// </summary>
    /// <returns>For how many.</returns>
    public async Task<int> AddAsync(SegmentTrigger trigger, IReadOnlyList<int> customerIds, DateTime nowUtc)
    {
        var count = 0;
        foreach (var ids in customerIds.Chunk(ListSize))
        {
            var list = ids.ToList();
            var had = (await Earlier(trigger, nowUtc).Where(firing => list.Contains(firing.CustomerId))
                .Select(firing => firing.CustomerId).ToListAsync()).ToHashSet();
            var rows = ids.Where(id => !had.Contains(id)).Select(id => new TriggerFiring
            {
                TriggerId = trigger.Id,
                CustomerId = id,
                OccurredOnUtc = nowUtc,
                DueOnUtc = nowUtc.AddHours(trigger.DelayHours),
                State = FiringState.Waiting
            }).ToList();
            await ReplaceFailedAsync(trigger.Id, rows.ConvertAll(row => row.CustomerId), nowUtc);
            await BulkRows.InsertAsync(firings, rows);
            count += rows.Count;
        }

        return count;
    }

    /// <summary>What a trigger has done, or is to do, because of which it is not to be done again.</summary>
    public IQueryable<TriggerFiring> Earlier(SegmentTrigger trigger, DateTime nowUtc)
    {
        var (id, since) = (trigger.Id, nowUtc.AddDays(-trigger.RepeatDays));
        var all = firings.Table.Where(firing => firing.TriggerId == id);
        return trigger.Repeat switch
        {
            TriggerRepeat.Once => all.Where(firing => firing.StateId == Waiting || firing.StateId == Done),
            TriggerRepeat.AtMostOnceIn => all.Where(firing =>
                firing.StateId == Waiting || (firing.StateId == Done && firing.EndedOnUtc > since)),
            _ => all.Where(firing => firing.StateId == Waiting)
        };
    }

    // Whoever has the failed ones tried again would have it done twice.
    private async Task ReplaceFailedAsync(int triggerId, List<int> customerIds, DateTime nowUtc)
    {
        var failed = await firings.Table
            .Where(firing => firing.TriggerId == triggerId && firing.StateId == Failed && customerIds.Contains(firing.CustomerId)).ToListAsync();
        foreach (var firing in failed)
            firing.End(FiringState.Cancelled, FiringOutcome.Renewed, nowUtc, firing.Detail);
        if (failed.Count > 0)
            await firings.UpdateAsync(failed, publishEvent: false);
    }

    private async Task CallOffAsync(SegmentTrigger trigger, IReadOnlyList<int> customerIds, DateTime nowUtc)
    {
        var id = trigger.Id;
        foreach (var ids in customerIds.Chunk(ListSize))
        {
            var list = ids.ToList();
            var waiting = await firings.Table
                .Where(firing => firing.TriggerId == id && firing.StateId == Waiting && list.Contains(firing.CustomerId)).ToListAsync();
            foreach (var firing in waiting)
                firing.End(FiringState.Cancelled, trigger.OnLeaving ? FiringOutcome.CameBack : FiringOutcome.LeftAgain, nowUtc);
            if (waiting.Count > 0)
                await firings.UpdateAsync(waiting, publishEvent: false);
        }
    }
}
