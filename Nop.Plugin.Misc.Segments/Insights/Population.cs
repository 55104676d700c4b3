using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>The customers that a segment could mean: active people with an account, and guests who ordered where they are taken in.</summary>
public sealed class Population(
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> mappings,
    IRepository<CustomerRole> roles,
    CountingOrders orders)
{
    /// <summary>All of them.</summary>
    public IQueryable<Customer> Query(bool includeGuests)
    {
        var people = customers.Table.Where(c => !c.Deleted && c.Active && !c.IsSystemAccount);
        var registered =
            from mapping in mappings.Table
            join role in roles.Table on mapping.CustomerRoleId equals role.Id
            where role.SystemName == NopCustomerDefaults.RegisteredRoleName
            select mapping;
        var ordered = orders.Query();
        return includeGuests
            ? people.Where(c => registered.Any(m => m.CustomerId == c.Id) || ordered.Any(o => o.CustomerId == c.Id))
            : people.Where(c => registered.Any(m => m.CustomerId == c.Id));
    }
}
