using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Takes rows of the queue, brings the customers' memberships up to date and deletes the rows, all in one transaction: a row goes away when its effect
/// is stored, and not before.
/// </summary>
public class QueueBatch(
    IRepository<DirtyCustomer> queue,
    MembershipLock membershipLock,
    MembershipStep step,
    IMembershipUpdater updater,
    MembershipPublisher publisher,
    RefreshRuns runs,
    TimeProvider timeProvider)
{
    /// <summary>Rows of one batch at most.</summary>
    public const int Size = 2_000;

    /// <summary>Takes the rows that a request has marked, if nobody else has.</summary>
    public Task<QueueBatchResult> TakeMarkedAsync(List<int> rowIds, CancellationToken cancellationToken) =>
        DrainAsync(() => queue.Table.Where(row => rowIds.Contains(row.Id)), deletes: true, cancellationToken);

    /// <summary>Takes the oldest rows whose time has come.</summary>
    public Task<QueueBatchResult> TakeDueAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        return DrainAsync(() => queue.Table.Where(row => row.DueOnUtc <= now).OrderBy(row => row.Id).Take(Size), deletes: true, cancellationToken);
    }

    /// <summary>
    /// Takes rows whose request or transaction may still go on, and leaves them where they are: they are looked at once more when their time has come.
    /// </summary>
    public Task<QueueBatchResult> LookAheadAsync(int afterRowId, CancellationToken cancellationToken) =>
        DrainAsync(() => queue.Table.Where(row => row.Id > afterRowId).OrderBy(row => row.Id).Take(Size), deletes: false, cancellationToken);

    /// <summary>Looks at customers of whom it is known without a row that they changed.</summary>
    public Task<QueueBatchResult> UpdateAsync(IReadOnlyDictionary<int, RuleSources> customers, CancellationToken cancellationToken) =>
        DrainAsync(() => Task.FromResult(customers.Select(customer => new DirtyCustomer { CustomerId = customer.Key, SourcesId = (int)customer.Value }).ToList()),
            deletes: false, cancellationToken);

    private Task<QueueBatchResult> DrainAsync(Func<IQueryable<DirtyCustomer>> query, bool deletes, CancellationToken cancellationToken) =>
        DrainAsync(async () => await query().ToListAsync(), deletes, cancellationToken);

    private async Task<QueueBatchResult> DrainAsync(Func<Task<List<DirtyCustomer>>> read, bool deletes, CancellationToken cancellationToken)
    {
        var rows = new List<DirtyCustomer>();
        var refreshes = false;
        try
        {
            await publisher.PublishAsync(await membershipLock.RunAsync(async () =>
            {
                rows = await read();
                var differences = new List<MembershipDifference>();
                foreach (var group in GroupsOf(rows))
                    differences.AddRange(await step.UpdateCustomersAsync(group.ToList(), group.Key, MembershipChangeReason.Event, cancellationToken));
                refreshes = await FinishAsync(rows, deletes);
                return differences;
            }, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Not all of it can be done together: what can be done is, the rest is noted with the segments, and nothing waits for it here.
            foreach (var group in GroupsOf(rows))
                await updater.UpdateCustomersAsync(group.ToList(), group.Key, MembershipChangeReason.Event, cancellationToken);
            refreshes = await membershipLock.RunAsync(() => FinishAsync(rows, deletes), cancellationToken);
        }

        return new QueueBatchResult(rows, refreshes);
    }

    /// <summary>What touches everyone becomes a full refresh of the segments that read it; and the rows go.</summary>
    private async Task<bool> FinishAsync(List<DirtyCustomer> rows, bool deletes)
    {
        var sources = rows.Where(row => row.CustomerId == DirtyCustomerMarker.EveryCustomer).Aggregate(RuleSources.None, (all, row) => all | (RuleSources)row.SourcesId);
        var readers = sources == RuleSources.None ? [] : await step.FindReadersAsync(sources);
        foreach (var reader in readers)
            await runs.RequestAsync(reader.Id, MembershipChangeReason.Event);

        // By id, not up to the last: a row with a lower id may have been written by a slower transaction, after these were read.
        var ids = rows.Select(row => row.Id).ToList();
        if (deletes && ids.Count > 0)
            await queue.DeleteAsync(row => ids.Contains(row.Id));
        return readers.Count > 0;
    }

    private static IEnumerable<IGrouping<RuleSources, int>> GroupsOf(List<DirtyCustomer> rows)
    {
        var changed = new DirtyMarks();
        foreach (var row in rows.Where(row => row.CustomerId != DirtyCustomerMarker.EveryCustomer))
            changed.Add(row.CustomerId, (RuleSources)row.SourcesId);
        return changed.Customers.GroupBy(customer => customer.Value, customer => customer.Key);
    }
}

/// <summary>What one batch did.</summary>
/// <param name="Rows">The rows that it took.</param>
/// <param name="Refreshes">Whether segments are to be refreshed because of it.</param>
public sealed record QueueBatchResult(IReadOnlyList<DirtyCustomer> Rows, bool Refreshes);
