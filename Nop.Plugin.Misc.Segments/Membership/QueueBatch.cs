using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Takes the oldest rows of the queue, brings the customers' memberships up to date, and only then deletes these rows.</summary>
public class QueueBatch(IRepository<DirtyCustomer> queue, IMembershipUpdater updater, SegmentRefresher refresher)
{
    /// <summary>Rows of one batch at most.</summary>
    public const int Size = 500;

    /// <summary>Drains one batch, together with customers who are known to have changed; returns how many rows it took.</summary>
    public async Task<int> DrainAsync(IReadOnlyDictionary<int, RuleSources> customers, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync();
        var changed = new Dictionary<int, RuleSources>(customers);
        foreach (var row in rows)
            changed[row.CustomerId] = changed.GetValueOrDefault(row.CustomerId) | (RuleSources)row.SourcesId;

        await UpdateAsync(changed, cancellationToken);

        // By id, not up to the last: a row with a lower id may have been written by a slower transaction, after these were read.
        foreach (var chunk in rows.Select(row => row.Id).Chunk(Size))
        {
            var ids = chunk.ToList();
            await queue.DeleteAsync(row => ids.Contains(row.Id));
        }

        return rows.Count;
    }

    /// <summary>The oldest rows; with one for all customers come all others like it, so that the segments are refreshed once for all of them.</summary>
    private async Task<List<DirtyCustomer>> ReadAsync()
    {
        var rows = await queue.Table.OrderBy(row => row.Id).Take(Size).ToListAsync();
        if (rows.All(row => row.CustomerId != DirtyCustomerMarker.EveryCustomer))
            return rows;

        var forAll = await queue.Table.Where(row => row.CustomerId == DirtyCustomerMarker.EveryCustomer).ToListAsync();
        return rows.Concat(forAll).DistinctBy(row => row.Id).ToList();
    }

    private async Task UpdateAsync(Dictionary<int, RuleSources> changed, CancellationToken cancellationToken)
    {
        var everyone = changed.Remove(DirtyCustomerMarker.EveryCustomer, out var sources) ? sources : RuleSources.None;
        foreach (var group in changed.GroupBy(customer => customer.Value, customer => customer.Key))
            await updater.UpdateCustomersAsync(group.ToList(), group.Key, MembershipChangeReason.Event, cancellationToken);
        if (everyone != RuleSources.None)
            await refresher.RefreshReadersAsync(everyone, cancellationToken);
    }
}
