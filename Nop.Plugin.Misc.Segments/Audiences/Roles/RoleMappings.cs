using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>
/// Gives a role to many customers and takes it from them again, and knows which of those who have it got it here. Adding and removing are parts of the
/// transaction around them; what the shop is told of them afterwards is what it is told when a merchant does the same.
/// </summary>
public class RoleMappings(IRepository<CustomerCustomerRoleMapping> mappings, IRepository<RoleGrant> grants, IEventPublisher eventPublisher)
{
    /// <summary>Ids in the list of one statement at most.</summary>
    private const int ListSize = 1_000;

    private static readonly AsyncLocal<bool> Publishing = new();

    /// <summary>Whether what the shop is being told is of our own making.</summary>
    public static bool IsPublishing => Publishing.Value;

    /// <summary>Whether a customer has a role, from whomever.</summary>
    public Task<bool> ContainsAsync(int roleId, int customerId) =>
        mappings.Table.AnyAsync(mapping => mapping.CustomerRoleId == roleId && mapping.CustomerId == customerId);

    /// <summary>Gives a role to customers who do not have it. Fails where somebody else gives it at the same moment.</summary>
    public async Task AddAsync(int roleId, IReadOnlyList<int> customerIds)
    {
        // What was given once and taken by somebody else unheard is given anew.
        foreach (var ids in customerIds.Chunk(ListSize))
        {
            var list = ids.ToList();
            await grants.DeleteAsync(grant => grant.CustomerRoleId == roleId && list.Contains(grant.CustomerId));
        }

        await BulkRows.InsertAsync(mappings, customerIds.Select(id => new CustomerCustomerRoleMapping { CustomerRoleId = roleId, CustomerId = id }));
        await BulkRows.InsertAsync(grants, customerIds.Select(id => new RoleGrant { CustomerRoleId = roleId, CustomerId = id }));
    }

    /// <summary>Takes a role from customers who got it here.</summary>
    /// <returns>Who had it still.</returns>
    public async Task<IReadOnlyList<int>> RemoveAsync(int roleId, IReadOnlyList<int> customerIds)
    {
        var removed = new List<int>();
        foreach (var ids in customerIds.Chunk(ListSize))
        {
            var list = ids.ToList();
            removed.AddRange(await mappings.Table.Where(mapping => mapping.CustomerRoleId == roleId && list.Contains(mapping.CustomerId))
                .Select(mapping => mapping.CustomerId).ToListAsync());
            await grants.DeleteAsync(grant => grant.CustomerRoleId == roleId && list.Contains(grant.CustomerId));
            await mappings.DeleteAsync(mapping => mapping.CustomerRoleId == roleId && list.Contains(mapping.CustomerId));
        }

        return removed;
    }

    /// <summary>Tells the shop, once it is stored, who was given a role and who lost it: its caches, and other plugins.</summary>
    public async Task PublishAsync(int roleId, IReadOnlyList<int> added, IReadOnlyList<int> removed)
    {
        Publishing.Value = true;
        try
        {
            foreach (var id in removed)
                await eventPublisher.PublishAsync(
                    new EntityDeletedEvent<CustomerCustomerRoleMapping>(new CustomerCustomerRoleMapping { CustomerRoleId = roleId, CustomerId = id }));
            foreach (var id in added)
                await eventPublisher.PublishAsync(
                    new EntityInsertedEvent<CustomerCustomerRoleMapping>(new CustomerCustomerRoleMapping { CustomerRoleId = roleId, CustomerId = id }));
        }
        finally
        {
            Publishing.Value = false;
        }
    }
}
