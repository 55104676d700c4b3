using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Lists what triggers did and are to do.</summary>
public class FiringList(IRepository<TriggerFiring> firings, IRepository<Customer> customers)
{
    /// <summary>How many firings of each trigger are how far.</summary>
    public async Task<IReadOnlyDictionary<(int TriggerId, FiringState State), int>> CountAsync(IReadOnlyList<int> triggerIds)
    {
        var ids = triggerIds.ToList();
        var counts = await firings.Table.Where(firing => ids.Contains(firing.TriggerId))
            .GroupBy(firing => new { firing.TriggerId, firing.StateId })
            .Select(group => new { group.Key.TriggerId, group.Key.StateId, Count = group.Count() })
            .ToListAsync();
        return counts.ToDictionary(count => (count.TriggerId, (FiringState)count.StateId), count => count.Count);
    }

    /// <summary>One page of a trigger's firings, the last first.</summary>
    /// <param name="triggerId">The trigger.</param>
    /// <param name="state">Only those that are so far; null for all.</param>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="pageSize">Rows a page, at least 1.</param>
    public async Task<IPagedList<FiringRow>> GetPageAsync(int triggerId, FiringState? state, int pageIndex, int pageSize)
    {
        var query = firings.Table.Where(firing => firing.TriggerId == triggerId);
        if (state is { } which)
        {
            var stateId = (int)which;
            query = query.Where(firing => firing.StateId == stateId);
        }

        var page = await query.OrderByDescending(firing => firing.Id).ToPagedListAsync(pageIndex, pageSize);
        var ids = page.Select(firing => firing.CustomerId).Distinct().ToList();
        var people = await customers.Table.Where(customer => ids.Contains(customer.Id) && !customer.Deleted)
            .Select(customer => new { customer.Id, customer.FirstName, customer.LastName, customer.Email })
            .ToDictionaryAsync(customer => customer.Id);
        var rows = page.Select(firing => people.GetValueOrDefault(firing.CustomerId) is { } person
            ? new FiringRow(firing, true, person.FirstName, person.LastName, person.Email)
            : new FiringRow(firing, false, null, null, null));
        return new PagedList<FiringRow>([.. rows], pageIndex, pageSize, page.TotalCount);
    }
}

/// <summary>A firing and whose it is.</summary>
/// <param name="Firing">The firing.</param>
/// <param name="Exists">Whether the customer is still there.</param>
/// <param name="FirstName">The customer's first name, if any.</param>
/// <param name="LastName">The customer's last name, if any.</param>
/// <param name="Email">The customer's address, if any.</param>
public sealed record FiringRow(TriggerFiring Firing, bool Exists, string? FirstName, string? LastName, string? Email);
