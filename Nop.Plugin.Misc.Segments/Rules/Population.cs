using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>The customers that a segment could mean: active people with an account, and guests who ordered where they are taken in.</summary>
public sealed class Population(
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings,
    IRepository<CustomerRole> roles,
    CountingOrders countingOrders)
{
    private List<int>? _registeredRoleIds;

    /// <summary>All of them, or those in a scope.</summary>
    public async Task<IQueryable<Customer>> QueryAsync(bool includeGuests, CustomerScope? scope = null)
    {
        var registered = _registeredRoleIds ??=
            await roles.Table.Where(r => r.SystemName == NopCustomerDefaults.RegisteredRoleName).Select(r => r.Id).ToListAsync();
        var mappings = roleMappings.Table;
        Expression<Func<Customer, bool>> isCustomer = c => mappings.Any(m => m.CustomerId == c.Id && registered.Contains(m.CustomerRoleId));
        if (includeGuests)
        {
            var counting = countingOrders.Query(scope);
            isCustomer = isCustomer.Or(c => counting.Any(o => o.CustomerId == c.Id));
        }

        return customers.Table.Where(c => !c.Deleted && c.Active && !c.IsSystemAccount).InScope(scope, c => c.Id).Where(isCustomer);
    }
}
