using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>Lists page by page the customers who were set aside, the last first.</summary>
public sealed class SetAsideList(IRepository<SetAsideCustomer> setAside, IRepository<Segment> segments, IRepository<Customer> customers)
{
    /// <summary>One page.</summary>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="pageSize">Rows a page, at least 1.</param>
    public async Task<IPagedList<SetAsideRow>> GetPageAsync(int pageIndex, int pageSize)
    {
        var page = await setAside.Table.OrderByDescending(row => row.FailedOnUtc).ThenBy(row => row.SegmentId).ThenBy(row => row.CustomerId)
            .ToPagedListAsync(pageIndex, pageSize);
        var segmentIds = page.Select(row => row.SegmentId).Distinct().ToList();
        var customerIds = page.Select(row => row.CustomerId).Distinct().ToList();
        var names = await segments.Table.Where(segment => segmentIds.Contains(segment.Id)).ToDictionaryAsync(segment => segment.Id);
        var people = await customers.Table.Where(customer => customerIds.Contains(customer.Id) && !customer.Deleted)
            .Select(customer => new { customer.Id, customer.FirstName, customer.LastName, customer.Email })
            .ToDictionaryAsync(customer => customer.Id);
        var rows = page.Select(row =>
        {
            var person = people.GetValueOrDefault(row.CustomerId);
            return new SetAsideRow
            {
                SegmentId = row.SegmentId,
                SegmentName = names.GetValueOrDefault(row.SegmentId)?.Name ?? string.Empty,
                CustomerId = row.CustomerId,
                FirstName = person?.FirstName,
                LastName = person?.LastName,
                Email = person?.Email,
                Exists = person is not null,
                Error = row.Error,
                Attempts = row.Attempts,
                FailedOnUtc = row.FailedOnUtc
            };
        });
        return new PagedList<SetAsideRow>([.. rows], pageIndex, pageSize, page.TotalCount);
    }
}
