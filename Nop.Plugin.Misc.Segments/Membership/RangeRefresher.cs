using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// The ranges of a full refresh. Each is one step with the row that says how far it is: whatever stops it, it goes on there; a merchant who stops it,
/// or saves other rules, is heard between two ranges; and two nodes that refresh the same segment share the ranges.
/// </summary>
public class RangeRefresher(
    ISegmentEvaluator evaluator,
    SegmentRows rows,
    SegmentStates states,
    SegmentGraph graph,
    MembershipStep step,
    RefreshRuns runs,
    PoisonIsolation isolation,
    SetAsideCustomers setAside,
    QuietSegments quietSegments,
    MembershipLock membershipLock,
    MembershipPublisher publisher,
    PopulationCounts populationCounts,
    RoleQueue roleQueue,
    TimeProvider timeProvider)
{
    /// <summary>So many are looked at again by their ids.</summary>
    private const int Few = 1_000;

    /// <summary>Refreshes a segment and returns the run as it ended.</summary>
    public async Task<RefreshRun> RefreshAsync(
        Segment segment, SegmentDefinition definition, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        await evaluator.RenewRanksAsync(definition, segment.IncludeGuests);
        var population = await populationCounts.GetAsync(evaluator, segment.IncludeGuests, cancellationToken);
        var run = await runs.BeginAsync(segment, reason, await evaluator.GetIdRangeAsync(), population, cancellationToken);
        var sizer = new RangeSizer(definition);
        var expectation = new Expectation { ManyMove = segment.RefreshedOnUtc is null || segment.State == SegmentState.Computing };
        while (run.State == RefreshRunState.Running)
            run = run.NextCustomerId <= run.LastCustomerId
                ? await DoRangeAsync(segment, definition, run, sizer, expectation, cancellationToken)
                : await EndAsync(segment, run, cancellationToken);

        // Nobody is given a role before the first refresh is over.
        if (segment.RefreshedOnUtc is null)
            roleQueue.AddAll(segment.Id);
        return run;
    }

    /// <summary>
    /// One range. Where few are expected to move it is first looked at without the lock, so that nobody waits for it; only who differs is then looked at
    /// again in a step. Where many move, such as at the first fill, the whole range is one step.
    /// </summary>
    private async Task<RefreshRun> DoRangeAsync(
        Segment segment, SegmentDefinition definition, RefreshRun run, RangeSizer sizer, Expectation expectation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var range = RangeOf(run, sizer.Size);
            var started = timeProvider.GetTimestamp();
            var few = expectation.ManyMove ? null : await step.FindDifferingAsync(segment, definition, range, cancellationToken);
            expectation.ManyMove = few is null || few.Count > Few;
            var difference = default(MembershipDifference);
            var now = await membershipLock.RunAsync(async () =>
            {
                difference = null;
                var (stored, goesOn) = await ReadAsync(run, segment);
                if (!goesOn || stored.NextCustomerId != range.From)
                    return stored;

                difference = expectation.ManyMove
                    ? await step.UpdateRangeAsync(segment, definition, range, stored.Reason, cancellationToken)
                    : few!.Count > 0
                        ? await step.UpdateListAsync(segment, definition, CustomerScope.Of(few), stored.Reason, cancellationToken)
                        : MembershipDifference.None(segment.Id, stored.Reason);
                await states.CountAsync([difference]);
                await runs.AdvanceAsync(stored, range.To + 1L, difference, timeProvider.GetElapsedTime(started));
                return stored;
            }, cancellationToken);
            if (difference is null)
                return now;

            if (range.To - range.From + 1 == sizer.Size)
                sizer.Took(timeProvider.GetElapsedTime(started));
            expectation.ManyMove = difference.Entered.Count + difference.Left.Count > Few;
            await publisher.PublishAsync([difference]);
            return now;
        }
        catch (Exception exception) when (Timeouts.IsOne(exception) && sizer.TryShrink())
        {
            return run;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return await IsolateRangeAsync(segment, definition, run, cancellationToken);
        }
    }

    /// <summary>The range failed: it is done in pieces, without the customers that it fails on. When the segment itself is broken, this throws.</summary>
    private async Task<RefreshRun> IsolateRangeAsync(Segment segment, SegmentDefinition definition, RefreshRun run, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var range = RangeOf(run, ISegmentEvaluator.RangeSize);
        var difference = await isolation.UpdateAsync(segment, definition, range, run.Reason, cancellationToken);
        return await membershipLock.RunAsync(async () =>
        {
            var (stored, goesOn) = await ReadAsync(run, segment);
            if (goesOn && stored.NextCustomerId == range.From)
                await runs.AdvanceAsync(stored, range.To + 1L, difference, timeProvider.GetElapsedTime(started));
            return stored;
        }, cancellationToken);
    }

    /// <summary>All ranges are done: the segment is true, and the segments that build on it are to follow.</summary>
    private Task<RefreshRun> EndAsync(Segment segment, RefreshRun run, CancellationToken cancellationToken) => membershipLock.RunAsync(async () =>
    {
        var (stored, goesOn) = await ReadAsync(run, segment);
        if (!goesOn)
            return stored;

        await runs.EndAsync(stored, RefreshRunState.Done);
        await states.MarkReadyAsync(segment, stored.CustomerCount, stored.WorkMilliseconds);
        await setAside.RemoveBeforeAsync(segment.Id, stored.StartedOnUtc!.Value);
        var wasQuiet = await quietSegments.ContainsAsync(segment.Id);
        await quietSegments.RemoveAsync(segment.Id);
        if (stored.Entered + stored.Left > 0)
            foreach (var dependent in await graph.FindDependentsAsync(segment.Id))
                if (dependent.Segment.Active)
                {
                    if (wasQuiet)
                        await quietSegments.AddAsync(dependent.Segment.Id);
                    await runs.RequestAsync(dependent.Segment.Id, stored.Reason);
                }

        return stored;
    }, cancellationToken);

    /// <summary>The run as it is stored now, and whether it goes on: a merchant may have stopped it, or saved other rules.</summary>
    private async Task<(RefreshRun Run, bool GoesOn)> ReadAsync(RefreshRun run, Segment segment)
    {
        if (await runs.GetAsync(run.Id) is not { } stored)
        {
            // The segment was deleted.
            run.State = RefreshRunState.Superseded;
            return (run, false);
        }

        if (stored.State != RefreshRunState.Running)
            return (stored, false);
        if (await rows.GetAsync(segment.Id) is { } row && SegmentStates.HasSameRules(row, segment))
            return (stored, true);

        await runs.EndAsync(stored, RefreshRunState.Superseded);
        return (stored, false);
    }

    private static CustomerScope RangeOf(RefreshRun run, int size) =>
        CustomerScope.Range((int)run.NextCustomerId, (int)Math.Min(run.LastCustomerId, run.NextCustomerId + size - 1));

    private sealed class Expectation
    {
        public bool ManyMove { get; set; }
    }
}
