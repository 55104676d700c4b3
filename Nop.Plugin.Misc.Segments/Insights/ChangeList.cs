using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>Lists page by page who entered and left a segment, the last first.</summary>
public sealed class ChangeList(IRepository<SegmentMembershipChange> changes, IRepository<Customer> customers)
{
    /// <summary>One page.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="entered">True for those who entered only, false for those who left only, null for both.</param>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="pageSize">Rows a page, at least 1.</param>
    public async Task<IPagedList<ChangeRow>> GetPageAsync(int segmentId, bool? entered, int pageIndex, int pageSize)
    {
        var query = changes.Table.Where(change => change.SegmentId == segmentId);
        if (entered is { } which)
            query = query.Where(change => change.Entered == which);
        var page = await query.OrderByDescending(change => change.CreatedOnUtc).ThenByDescending(change => change.Id).ToPagedListAsync(pageIndex, pageSize);

        // Customers are no references: the history outlives them.
        var ids = page.Select(change => change.CustomerId).Distinct().ToList();
        var people = await customers.Table.Where(customer => ids.Contains(customer.Id) && !customer.Deleted)
            .Select(customer => new { customer.Id, customer.FirstName, customer.LastName, customer.Email })
            .ToDictionaryAsync(customer => customer.Id);
        var rows = page.Select(change =>
        {
            var person = people.GetValueOrDefault(change.CustomerId);
            return new ChangeRow
            {
                CustomerId = change.CustomerId,
                FirstName = person?.FirstName,
                LastName = person?.LastName,
                Email = person?.Email,
                Exists = person is not null,
                Entered = change.Entered,
                Reason = change.Reason,
                CreatedOnUtc = change.CreatedOnUtc
            };
        });
        return new PagedList<ChangeRow>([.. rows], pageIndex, pageSize, page.TotalCount);
    }
}
