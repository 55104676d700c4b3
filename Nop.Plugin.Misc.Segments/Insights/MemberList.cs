using System.Linq.Expressions;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>
/// Lists the members of a segment page by page. The database sorts and cuts the page, by one figure a customer; all figures are then read for the
/// customers of the page only.
/// </summary>
public sealed class MemberList(IRepository<Customer> customers, IRepository<SegmentMember> members, CountingOrders countingOrders)
{
    // Sorts customers who never ordered before all others. DateTime.MinValue is not a date to every database.
    private static readonly DateTime Never = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>One page of members.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="search">A part of the e-mail address or the name; null or empty for all.</param>
    /// <param name="sort">What to sort by.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="pageSize">Rows a page, at least 1.</param>
    public async Task<IPagedList<MemberRow>> GetPageAsync(
        int segmentId, string? search, MemberSort sort, bool descending, int pageIndex, int pageSize)
    {
        var found = Find(segmentId, search);
        var ids = await Sorted(found, segmentId, sort, descending).ToPagedListAsync(pageIndex, pageSize);
        var rows = await ReadRowsAsync(segmentId, [.. ids]);
        return new PagedList<MemberRow>([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], pageIndex, pageSize, ids.TotalCount);
    }

    private IQueryable<MemberCustomer> Find(int segmentId, string? search)
    {
        var found =
            from member in members.Table
            join customer in customers.Table on member.CustomerId equals customer.Id
            where member.SegmentId == segmentId
            select new MemberCustomer
            {
                Id = customer.Id,
                FirstName = customer.FirstName,
                LastName = customer.LastName,
                Email = customer.Email,
                EnteredOnUtc = member.EnteredOnUtc
            };

        // Each word has to stand somewhere: "anna svensson" finds her whichever name is which.
        foreach (var word in (search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            found = found.Where(c =>
                (c.Email != null && c.Email.Contains(word)) ||
                (c.FirstName != null && c.FirstName.Contains(word)) ||
                (c.LastName != null && c.LastName.Contains(word)));
        return found;
    }

    private IQueryable<int> Sorted(IQueryable<MemberCustomer> found, int segmentId, MemberSort sort, bool descending) => sort switch
    {
        MemberSort.Email => Ordered(found, c => c.Email, descending),
        MemberSort.Entered => Ordered(found, c => c.EnteredOnUtc, descending),
        MemberSort.Orders => Ordered(WithSums(found, segmentId), c => c.Orders, descending),
        MemberSort.Spent => Ordered(WithSums(found, segmentId), c => c.Spent, descending),
        MemberSort.LastOrder => Ordered(WithSums(found, segmentId), c => c.LastOrderOnUtc, descending),
        _ => (descending
            ? found.OrderByDescending(c => c.LastName).ThenByDescending(c => c.FirstName)
            : found.OrderBy(c => c.LastName).ThenBy(c => c.FirstName)).ThenBy(c => c.Id).Select(c => c.Id)
    };

    private static IQueryable<int> Ordered<TKey>(IQueryable<MemberCustomer> found, Expression<Func<MemberCustomer, TKey>> key, bool descending) =>
        (descending ? found.OrderByDescending(key) : found.OrderBy(key)).ThenBy(c => c.Id).Select(c => c.Id);

    private IQueryable<MemberCustomer> WithSums(IQueryable<MemberCustomer> found, int segmentId)
    {
        var never = Never;
        return from customer in found
               join sum in SumUp(segmentId) on customer.Id equals sum.CustomerId into sums
               from sum in sums.DefaultIfEmpty()
               select new MemberCustomer
               {
                   Id = customer.Id,
                   Orders = sum.Orders ?? 0,
                   Spent = sum.Spent ?? 0,
                   LastOrderOnUtc = sum.LastOrderOnUtc ?? never
               };
    }

    /// <summary>One row a member who ordered. Nullable, because a member who did not is joined to nothing.</summary>
    private IQueryable<MemberSum> SumUp(int segmentId) =>
        from member in members.Table
        join order in countingOrders.Query() on member.CustomerId equals order.CustomerId
        where member.SegmentId == segmentId
        group order by order.CustomerId into own
        select new MemberSum
        {
            CustomerId = own.Key,
            Orders = own.Count(),
            Spent = own.Sum(o => o.OrderTotal - o.RefundedAmount),
            LastOrderOnUtc = own.Max(o => o.CreatedOnUtc)
        };

    private async Task<Dictionary<int, MemberRow>> ReadRowsAsync(int segmentId, List<int> ids)
    {
        var people = await Find(segmentId, null).Where(c => ids.Contains(c.Id)).ToListAsync();
        var sums = await countingOrders.Query()
            .Where(o => ids.Contains(o.CustomerId))
            .GroupBy(o => o.CustomerId)
            .Select(own => new MemberSum
            {
                CustomerId = own.Key,
                Orders = own.Count(),
                Spent = own.Sum(o => o.OrderTotal - o.RefundedAmount),
                LastOrderOnUtc = own.Max(o => o.CreatedOnUtc)
            })
            .ToDictionaryAsync(sum => sum.CustomerId);

        return people.ToDictionary(person => person.Id, person =>
        {
            var sum = sums.GetValueOrDefault(person.Id);
            return new MemberRow
            {
                CustomerId = person.Id,
                FirstName = person.FirstName,
                LastName = person.LastName,
                Email = person.Email,
                EnteredOnUtc = person.EnteredOnUtc,
                Orders = sum?.Orders ?? 0,
                Spent = sum?.Spent ?? 0,
                LastOrderOnUtc = sum?.LastOrderOnUtc
            };
        });
    }

    private sealed class MemberCustomer
    {
        public int Id { get; init; }
        public string? FirstName { get; init; }
        public string? LastName { get; init; }
        public string? Email { get; init; }
        public DateTime EnteredOnUtc { get; init; }
        public int Orders { get; init; }
        public decimal Spent { get; init; }
        public DateTime LastOrderOnUtc { get; init; }
    }

    private sealed class MemberSum
    {
        public int CustomerId { get; init; }
        public int? Orders { get; init; }
        public decimal? Spent { get; init; }
        public DateTime? LastOrderOnUtc { get; init; }
    }
}
