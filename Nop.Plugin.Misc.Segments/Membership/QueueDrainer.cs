using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Empties the queue, batch by batch, each with services of its own; one at a time in this process.</summary>
public class QueueDrainer(IServiceScopeFactory scopeFactory, MembershipGates gates)
{
    /// <summary>Takes what a request has marked and what is due, until none is left; and refreshes the segments that are to be refreshed because of it.</summary>
    /// <param name="marks">What is known to have changed, whether or not its rows are still there.</param>
    /// <param name="cancellationToken">Stops it; rows whose effect is not stored stay.</param>
    public Task DrainAsync(DirtyMarks? marks = null, CancellationToken cancellationToken = default) =>
        OneAtATimeAsync(() => DrainKnownAsync(marks ?? new DirtyMarks(), cancellationToken), cancellationToken);

    /// <summary>
    /// The same, and looks ahead at the rows whose request or transaction may still go on: after a crash nobody ends it. These rows stay until they are due.
    /// </summary>
    public Task DrainAllAsync(CancellationToken cancellationToken = default) => OneAtATimeAsync(async () =>
    {
        var refreshes = await DrainKnownAsync(new DirtyMarks(), cancellationToken);
        for (var last = 0; await InBatchAsync(batch => batch.LookAheadAsync(last, cancellationToken)) is { Rows.Count: > 0 } result; last = result.Rows[^1].Id)
            refreshes |= result.Refreshes;
        return refreshes;
    }, cancellationToken);

    private async Task OneAtATimeAsync(Func<Task<bool>> drain, CancellationToken cancellationToken)
    {
        await gates.Draining.WaitAsync(cancellationToken);
        try
        {
            if (!await drain())
                return;
            await using var scope = scopeFactory.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SegmentRefresher>().RefreshComputingAsync(cancellationToken);
        }
        finally
        {
            gates.Draining.Release();
        }
    }

    private async Task<bool> DrainKnownAsync(DirtyMarks marks, CancellationToken cancellationToken)
    {
        var refreshes = false;
        var seen = new DirtyMarks();
        foreach (var rowIds in marks.RowIds.Chunk(QueueBatch.Size))
        {
            var taken = await InBatchAsync(batch => batch.TakeMarkedAsync(rowIds.ToList(), cancellationToken));
            foreach (var row in taken.Rows)
                seen.Add(row.CustomerId, (RuleSources)row.SourcesId);
            refreshes |= taken.Refreshes;
        }

        // The others' rows are gone: somebody took them in the middle of the request, before its last change.
        foreach (var customers in marks.Customers.Where(customer => seen.Add(customer.Key, customer.Value)).Chunk(QueueBatch.Size))
            refreshes |= (await InBatchAsync(batch => batch.UpdateAsync(new Dictionary<int, RuleSources>(customers), cancellationToken))).Refreshes;

        while (await InBatchAsync(batch => batch.TakeDueAsync(cancellationToken)) is { Rows.Count: > 0 } result)
        {
            refreshes |= result.Refreshes;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return refreshes;
    }

    private async Task<QueueBatchResult> InBatchAsync(Func<QueueBatch, Task<QueueBatchResult>> drain)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        return await drain(scope.ServiceProvider.GetRequiredService<QueueBatch>());
    }
}
