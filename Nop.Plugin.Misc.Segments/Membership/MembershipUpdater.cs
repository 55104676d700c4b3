using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Makes stored membership what the rules say, in steps: each evaluates some customers and writes the difference with its history.</summary>
public class MembershipUpdater(
    SegmentRows rows,
    SegmentStates states,
    MembershipStep step,
    RangeRefresher rangeRefresher,
    RefreshRuns runs,
    PoisonIsolation isolation,
    MembershipLock membershipLock,
    MembershipPublisher publisher,
    IRepository<SegmentMember> members,
    TimeProvider timeProvider) : IMembershipUpdater
{
    /// <summary>Customers of one step at most, when they are named one by one.</summary>
    private const int ListSize = QueueBatch.Size;

    /// <inheritdoc />
    public async Task<RefreshResult> RefreshAsync(int segmentId, MembershipChangeReason reason, CancellationToken cancellationToken = default)
    {
        var started = timeProvider.GetTimestamp();
        if (await rows.GetAsync(segmentId) is not { } segment)
            return new RefreshResult(0, 0, 0, 0);

        RefreshRun? run = null;
        try
        {
            if (await states.ReadDefinitionAsync(segment) is { } definition)
                run = await rangeRefresher.RefreshAsync(segment, definition, reason, cancellationToken);
            else
                await EndRunsAsync(segment, RefreshRunState.Failed, segment.StateReason);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await states.MarkFailedAsync(segment, exception);
            await EndRunsAsync(segment, RefreshRunState.Failed, exception.Message);
        }

        var count = await members.Table.CountAsync(member => member.SegmentId == segmentId);
        return new RefreshResult(run?.Entered ?? 0, run?.Left ?? 0, count, (int)Math.Min(int.MaxValue, timeProvider.GetElapsedTime(started).TotalMilliseconds));
    }

    /// <inheritdoc />
    public async Task UpdateCustomersAsync(
        IReadOnlyCollection<int> customerIds, RuleSources sources, MembershipChangeReason reason, CancellationToken cancellationToken = default)
    {
        foreach (var ids in customerIds.Distinct().Order().Chunk(ListSize))
            try
            {
                await publisher.PublishAsync(await membershipLock.RunAsync(
                    () => step.UpdateCustomersAsync(ids, sources, reason, cancellationToken), cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One segment is broken, or one customer is: all others are done by themselves.
                await UpdateOneByOneAsync(ids.ToList(), sources, reason, cancellationToken);
            }
    }

    /// <inheritdoc />
    public async Task RetryAsync(int segmentId, IReadOnlyCollection<int> customerIds, CancellationToken cancellationToken = default)
    {
        if (await rows.GetAsync(segmentId) is { } segment)
            await UpdateOneAsync(segment, CustomerScope.Of(customerIds.Order().ToList()), MembershipChangeReason.Event, cancellationToken);
    }

    private async Task UpdateOneByOneAsync(List<int> ids, RuleSources sources, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        if (sources.HasFlag(RuleSources.Profile))
            await publisher.PublishAsync(await membershipLock.RunAsync(async () =>
            {
                var differences = await step.RemoveGoneAsync(ids, reason);
                await states.CountAsync(differences);
                return differences;
            }, cancellationToken));

        foreach (var reader in await step.FindReadersAsync(sources))
            await UpdateOneAsync(reader, CustomerScope.Of(ids), reason, cancellationToken);
    }

    private async Task UpdateOneAsync(Segment segment, CustomerScope scope, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        try
        {
            if (await states.ReadDefinitionAsync(segment) is { } definition)
                await isolation.UpdateAsync(segment, definition, scope, reason, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Marked as failed it is refreshed in full by the schedule: nobody's change is lost.
            await states.MarkFailedAsync(segment, exception);
        }
    }

    private Task EndRunsAsync(Segment segment, RefreshRunState state, string? error) =>
        membershipLock.RunAsync(() => runs.EndOpenAsync(segment.Id, state, error));
}
