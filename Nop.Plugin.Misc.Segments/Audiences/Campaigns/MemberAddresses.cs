using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Asks where the members of segments are written to: those with an account at its address, guests at that of their latest order.</summary>
public sealed class MemberAddresses(
    IRepository<Address> addresses,
    IRepository<Customer> customers,
    IRepository<Order> orders,
    IRepository<SegmentMember> members)
{
    /// <summary>The members of any of the segments whose account is in use.</summary>
    public IQueryable<Customer> People(IReadOnlyCollection<int> segmentIds) => Everyone(segmentIds).Where(c => c.Active && !c.Deleted);

    /// <summary>How many are in any of the segments, whatever became of their accounts.</summary>
    public Task<int> CountMembersAsync(IReadOnlyCollection<int> segmentIds) => Everyone(segmentIds).CountAsync();

    /// <summary>The addresses of accounts.</summary>
    public static IQueryable<MemberAddress> OfAccounts(IQueryable<Customer> people) => people
        .Where(c => c.Email != null && c.Email != "")
        .Select(c => new MemberAddress { CustomerId = c.Id, Email = c.Email });

    /// <summary>The addresses of guests.</summary>
    public IQueryable<MemberAddress> OfGuests(IQueryable<Customer> people)
    {
        var guests = people.Where(c => c.Email == null || c.Email == "").Select(c => c.Id);
        var latest =
            from order in orders.Table
            join address in addresses.Table on order.BillingAddressId equals address.Id
            where !order.Deleted && address.Email != null && address.Email != "" && guests.Contains(order.CustomerId)
            group order by order.CustomerId into ordersOfGuest
            select ordersOfGuest.Max(order => order.Id);
        return
            from order in orders.Table
            join address in addresses.Table on order.BillingAddressId equals address.Id
            where latest.Contains(order.Id)
            select new MemberAddress { CustomerId = order.CustomerId, Email = address.Email };
    }

    /// <summary>All addresses of the members of any of the segments.</summary>
    public IQueryable<string> Emails(IReadOnlyCollection<int> segmentIds)
    {
        var people = People(segmentIds);
        return OfAccounts(people).Select(a => a.Email).Concat(OfGuests(people).Select(a => a.Email));
    }

    private IQueryable<Customer> Everyone(IReadOnlyCollection<int> segmentIds)
    {
        var ids = segmentIds.ToList();
        var memberIds = members.Table.Where(m => ids.Contains(m.SegmentId)).Select(m => m.CustomerId);
        return customers.Table.Where(c => memberIds.Contains(c.Id));
    }
}
