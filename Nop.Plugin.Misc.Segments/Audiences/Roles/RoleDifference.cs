using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>Finds who has yet to be given the role of a segment, and who has to lose it, among some customers.</summary>
public class RoleDifference(
    IRepository<SegmentMember> members, IRepository<CustomerCustomerRoleMapping> mappings, IRepository<RoleGrant> grants)
{
    /// <summary>Members and grants in one range at most.</summary>
    public const int RangeSize = 5_000;

    /// <summary>Members without the role.</summary>
    public Task<List<int>> FindMissingAsync(SegmentRole role, CustomerScope scope)
    {
        var roleId = role.CustomerRoleId;
        var having = mappings.Table;
        return MembersOf(role, scope)
            .Where(member => !having.Any(mapping => mapping.CustomerRoleId == roleId && mapping.CustomerId == member.CustomerId))
            .OrderBy(member => member.CustomerId).Select(member => member.CustomerId).ToListAsync();
    }

    /// <summary>Those who got the role here and are no members.</summary>
    public Task<List<int>> FindLeftoverAsync(SegmentRole role, CustomerScope scope)
    {
        var segmentId = role.SegmentId;
        var all = members.Table;
        return GrantsOf(role, scope).Where(grant => !all.Any(member => member.SegmentId == segmentId && member.CustomerId == grant.CustomerId))
            .OrderBy(grant => grant.CustomerId).Select(grant => grant.CustomerId).ToListAsync();
    }

    /// <summary>Those who got the role here.</summary>
    public Task<List<int>> FindGrantedAsync(SegmentRole role, CustomerScope scope) =>
        GrantsOf(role, scope).OrderBy(grant => grant.CustomerId).Select(grant => grant.CustomerId).ToListAsync();

    /// <summary>The range that begins with a customer and has no more members, and no more who got the role here, than can be done at once.</summary>
    public async Task<CustomerScope> FindRangeAsync(SegmentRole role, int from)
    {
        var rest = CustomerScope.Range(from, int.MaxValue);
        var member = await MembersOf(role, rest).OrderBy(row => row.CustomerId).Skip(RangeSize - 1).Select(row => row.CustomerId).FirstOrDefaultAsync();
        var grant = await GrantsOf(role, rest).OrderBy(row => row.CustomerId).Skip(RangeSize - 1).Select(row => row.CustomerId).FirstOrDefaultAsync();
        return CustomerScope.Range(from, Math.Min(member == 0 ? int.MaxValue : member, grant == 0 ? int.MaxValue : grant));
    }

    private IQueryable<SegmentMember> MembersOf(SegmentRole role, CustomerScope scope)
    {
        var (segmentId, from, to) = (role.SegmentId, scope.From, scope.To);
        if (scope.Ids is not { } ids)
            return members.Table.Where(member => member.SegmentId == segmentId && member.CustomerId >= from && member.CustomerId <= to);
        var list = ids.ToList();
        return members.Table.Where(member => member.SegmentId == segmentId && list.Contains(member.CustomerId));
    }

    private IQueryable<RoleGrant> GrantsOf(SegmentRole role, CustomerScope scope)
    {
        var (roleId, from, to) = (role.CustomerRoleId, scope.From, scope.To);
        if (scope.Ids is not { } ids)
            return grants.Table.Where(grant => grant.CustomerRoleId == roleId && grant.CustomerId >= from && grant.CustomerId <= to);
        var list = ids.ToList();
        return grants.Table.Where(grant => grant.CustomerRoleId == roleId && list.Contains(grant.CustomerId));
    }
}
