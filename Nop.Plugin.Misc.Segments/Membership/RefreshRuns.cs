using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>The stored full refreshes: asked for, begun, taken up again after a crash, over.</summary>
public class RefreshRuns(IRepository<RefreshRun> runs, MembershipLock membershipLock, TimeProvider timeProvider)
{
    private const int Waiting = (int)RefreshRunState.Waiting;
    private const int Running = (int)RefreshRunState.Running;

    private DateTime UtcNow => timeProvider.GetUtcNow().UtcDateTime;

    /// <summary>Notes that a segment is to be refreshed; part of the transaction around it. One that is asked for already is enough.</summary>
    public async Task RequestAsync(int segmentId, MembershipChangeReason reason, int requestedByCustomerId = 0)
    {
        if (await runs.Table.AnyAsync(run => run.SegmentId == segmentId && run.StateId == Waiting))
            return;
        await runs.InsertAsync(new RefreshRun
        {
            SegmentId = segmentId,
            State = RefreshRunState.Waiting,
            Reason = reason,
            RequestedByCustomerId = requestedByCustomerId,
            RequestedOnUtc = UtcNow
        }, publishEvent: false);
    }

    /// <summary>Whether any segment is to be refreshed, or its refresh was broken off.</summary>
    public Task<bool> AnyOpenAsync() => runs.Table.AnyAsync(run => run.StateId == Waiting || run.StateId == Running);

    /// <summary>Whether the segment is to be refreshed, or its refresh was broken off.</summary>
    public Task<bool> IsOpenAsync(int segmentId) =>
        runs.Table.AnyAsync(run => run.SegmentId == segmentId && (run.StateId == Waiting || run.StateId == Running));

    /// <summary>The run of a segment that goes on now; else the one that is asked for, or was over last; null without one.</summary>
    public async Task<RefreshRun?> GetLatestAsync(int segmentId) =>
        await runs.Table.Where(run => run.SegmentId == segmentId && run.StateId == Running).OrderByDescending(run => run.Id).FirstOrDefaultAsync()
        ?? await runs.Table.Where(run => run.SegmentId == segmentId).OrderByDescending(run => run.Id).FirstOrDefaultAsync();

    /// <summary>When the last refresh began that saw everybody; null without one.</summary>
    public async Task<DateTime?> GetLastBeginningAsync(int segmentId) => await runs.Table
        .Where(run => run.SegmentId == segmentId && run.StateId == (int)RefreshRunState.Done)
        .OrderByDescending(run => run.Id).Select(run => run.StartedOnUtc).FirstOrDefaultAsync();

    /// <summary>
    /// Begins a run, or takes up one that was broken off and looked for the same rules; what looked for other rules is over.
    /// </summary>
    public Task<RefreshRun> BeginAsync(Segment segment, MembershipChangeReason reason, (int First, int Last) range, int customerCount, CancellationToken cancellationToken) =>
        membershipLock.RunAsync(async () =>
        {
            var key = RulesKey.Of(segment);
            var open = await runs.Table.Where(run => run.SegmentId == segment.Id && (run.StateId == Waiting || run.StateId == Running))
                .OrderBy(run => run.Id).ToListAsync();
            foreach (var other in open.Where(run => run.State == RefreshRunState.Running && run.RulesKey != key))
                await EndAsync(other, RefreshRunState.Superseded);
            if (open.Find(run => run.State == RefreshRunState.Running && run.RulesKey == key) is { } brokenOff)
                return brokenOff;

            var begun = open.Find(run => run.State == RefreshRunState.Waiting)
                        ?? new RefreshRun { SegmentId = segment.Id, Reason = reason, RequestedOnUtc = UtcNow };
            begun.State = RefreshRunState.Running;
            begun.RulesKey = key;
            begun.StartedOnUtc = begun.SeenOnUtc = UtcNow;
            (begun.FirstCustomerId, begun.LastCustomerId, begun.NextCustomerId) = (range.First, range.Last, range.First);
            begun.CustomerCount = customerCount;
            if (begun.Id == 0)
                await runs.InsertAsync(begun, publishEvent: false);
            else
                await runs.UpdateAsync(begun, publishEvent: false);
            return begun;
        }, cancellationToken);

    /// <summary>The run as it is stored, or null.</summary>
    public async Task<RefreshRun?> GetAsync(int runId) => await runs.GetByIdAsync(runId);

    /// <summary>Stores how far a run is; part of the transaction around it.</summary>
    public async Task AdvanceAsync(RefreshRun run, long nextCustomerId, MembershipDifference? difference, TimeSpan work)
    {
        run.NextCustomerId = nextCustomerId;
        run.Entered += difference?.Entered.Count ?? 0;
        run.Left += difference?.Left.Count ?? 0;
        run.WorkMilliseconds = (int)Math.Min(int.MaxValue, run.WorkMilliseconds + work.TotalMilliseconds);
        run.SeenOnUtc = UtcNow;
        await runs.UpdateAsync(run, publishEvent: false);
    }

    /// <summary>Ends a run; part of the transaction around it.</summary>
    public async Task EndAsync(RefreshRun run, RefreshRunState state, string? error = null)
    {
        run.State = state;
        run.Error = error;
        run.EndedOnUtc = run.SeenOnUtc = UtcNow;
        run.StartedOnUtc ??= UtcNow;
        await runs.UpdateAsync(run, publishEvent: false);
    }

    /// <summary>Ends all runs of a segment that are asked for or go on; part of the transaction around it.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndOpenAsync(int segmentId, RefreshRunState state, string? error = null)
    {
        var open = await runs.Table.Where(run => run.SegmentId == segmentId && (run.StateId == Waiting || run.StateId == Running)).ToListAsync();
        foreach (var run in open)
            await EndAsync(run, state, error);
        return open.Count;
    }

    /// <summary>Deletes what was over before a moment, but for the last of each segment that saw everybody.</summary>
    public async Task ForgetAsync(DateTime beforeUtc)
    {
        var kept = await runs.Table.Where(run => run.StateId == (int)RefreshRunState.Done).GroupBy(run => run.SegmentId).Select(group => group.Max(run => run.Id))
            .ToListAsync();
        await runs.DeleteAsync(run => run.EndedOnUtc != null && run.EndedOnUtc < beforeUtc && !kept.Contains(run.Id));
    }
}
