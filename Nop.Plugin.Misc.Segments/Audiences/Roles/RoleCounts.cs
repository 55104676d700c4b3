using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>Counts how far the giving and taking of a role is.</summary>
public class RoleCounts(
    IRepository<SegmentMember> members, IRepository<CustomerCustomerRoleMapping> mappings, IRepository<RoleGrant> grants)
{
    /// <summary>How many members there are, and how many of them have the role, from whomever.</summary>
    public async Task<(int Members, int Having)> CountMembersAsync(SegmentRole role)
    {
        var (roleId, segmentId) = (role.CustomerRoleId, role.SegmentId);
        var all = members.Table.Where(member => member.SegmentId == segmentId);
        var having = from member in all
                     join mapping in mappings.Table on member.CustomerId equals mapping.CustomerId
                     where mapping.CustomerRoleId == roleId
                     select member.CustomerId;
        return (await all.CountAsync(), await having.CountAsync());
    }

    /// <summary>How many have the role because it was given here.</summary>
    public Task<int> CountGrantedAsync(int roleId) => grants.Table.CountAsync(grant => grant.CustomerRoleId == roleId);
}
