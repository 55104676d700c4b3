using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>
/// Makes the members of segments have the roles that the segments give, and nobody else because of them. It compares what is stored with what is to be, some
/// customers at a time, each time in one transaction: whatever breaks off or happens at the same time, the next comparison makes it good. Who got a role in
/// another way keeps it.
/// </summary>
public class RoleSync(
    IRepository<SegmentRole> roles,
    IRepository<CustomerRole> customerRoles,
    IRepository<Segment> segments,
    IRepository<RoleGrant> grants,
    IRepository<DirtyCustomer> queue,
    RoleDifference difference,
    RoleMappings mappings,
    RoleReaders readers,
    GivableRoles givable,
    MembershipLock membershipLock,
    ActiveSegments activeSegments,
    DrainSignal drainSignal,
    ILogger logger,
    TimeProvider timeProvider)
{
    /// <summary>Customers that are looked at by their ids at once.</summary>
    private const int ListSize = 1_000;

    /// <summary>Looks at everybody, for all roles.</summary>
    public async Task SyncAllAsync(CancellationToken cancellationToken)
    {
        foreach (var roleId in await roles.Table.OrderBy(role => role.CustomerRoleId).Select(role => role.CustomerRoleId).ToListAsync())
            for (int? from = 0; from is { } next;)
                from = await SyncRangeAsync(roleId, next, cancellationToken);
    }

    /// <summary>Looks at some customers.</summary>
    public async Task SyncCustomersAsync(int roleId, IEnumerable<int> customerIds, CancellationToken cancellationToken)
    {
        foreach (var ids in customerIds.Order().Chunk(ListSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await SyncScopeAsync(roleId, CustomerScope.Of(ids));
        }
    }

    /// <summary>Looks at everybody from one customer on, as far as can be done at once.</summary>
    /// <returns>From where it goes on; null when all has been looked at.</returns>
    public async Task<int?> SyncRangeAsync(int roleId, int from, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await customerRoles.Table.AnyAsync(role => role.Id == roleId))
        {
            await ForgetAsync(roleId);
            return null;
        }

        if (await FindAsync(roleId) is not { } row)
            return null;
        var range = await difference.FindRangeAsync(row, from);
        await SyncScopeAsync(roleId, range);
        if (range.To < int.MaxValue)
            return range.To + 1;
        await EndAsync(roleId);
        return null;
    }

    /// <summary>The role is gone, and with it everybody's.</summary>
    public async Task ForgetAsync(int roleId)
    {
        var row = await FindAsync(roleId);
        await membershipLock.ChangeRolesAsync(async () =>
        {
            await grants.DeleteAsync(grant => grant.CustomerRoleId == roleId);
            return await roles.DeleteAsync(role => role.CustomerRoleId == roleId);
        });
        activeSegments.Forget();
        if (row is { Ended: false } && (await FindSegmentAsync(row))?.Name is { } name)
            await logger.WarningAsync($"The customer role that the segment \"{name}\" gave to its members has been deleted. The segment gives none any more.");
    }

    /// <summary>Somebody else has given a customer a role, or taken it: what was given here counts no longer.</summary>
    /// <param name="roleId">The role.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="isGiven">Whether it was given.</param>
    public async Task DisownAsync(int roleId, int customerId, bool isGiven)
    {
        if (await IsGrantedAsync(roleId, customerId))
            await membershipLock.ChangeRolesAsync(async () =>
            {
                // Taken by somebody else, it may have been given here again already.
                if (isGiven || !await mappings.ContainsAsync(roleId, customerId))
                    await grants.DeleteAsync(grant => grant.CustomerRoleId == roleId && grant.CustomerId == customerId);
                return true;
            });
    }

    private async Task SyncScopeAsync(int roleId, CustomerScope scope)
    {
        var mayGive = await givable.ContainsAsync(await customerRoles.GetByIdAsync(roleId));

        // Looked at without the lock first: mostly there is nothing to do.
        var (missing, leftover) = await CompareAsync(roleId, scope, mayGive);
        if (missing.Count + leftover.Count == 0)
            return;

        var (added, removed, isRead) = await membershipLock.ChangeRolesAsync(async () =>
        {
            var (lacking, having) = await CompareAsync(roleId, scope, mayGive);
            await mappings.AddAsync(roleId, lacking);
            var lost = await mappings.RemoveAsync(roleId, having);
            var marks = lacking.Count + lost.Count > 0 && await readers.AnyActiveAsync(roleId);
            if (marks)
                await MarkAsync(lacking.Concat(lost));
            return (lacking, lost, marks);
        });
        if (isRead)
            drainSignal.Send();
        await mappings.PublishAsync(roleId, added, removed);
    }

    private async Task<(List<int> Missing, List<int> Leftover)> CompareAsync(int roleId, CustomerScope scope, bool mayGive)
    {
        if (await FindAsync(roleId) is not { } row)
            return ([], []);
        var segment = row.Ended ? null : await FindSegmentAsync(row);
        if (segment is not { Active: true })
            return ([], await difference.FindGrantedAsync(row, scope));

        // Until it is filled nobody knows who is in it.
        if (!segment.IsReliable())
            return ([], []);
        return (mayGive ? await difference.FindMissingAsync(row, scope) : [], await difference.FindLeftoverAsync(row, scope));
    }

    /// <summary>A role that nobody has because of its segment any more, and nobody is to have, is forgotten.</summary>
    private async Task EndAsync(int roleId)
    {
        if (await FindAsync(roleId) is not { } row || (!row.Ended && await FindSegmentAsync(row) is not null))
            return;
        await membershipLock.ChangeRolesAsync(async () =>
        {
            var (segmentId, ended) = (row.SegmentId, row.Ended);
            return await grants.Table.AnyAsync(grant => grant.CustomerRoleId == roleId)
                ? 0
                : await roles.DeleteAsync(role => role.CustomerRoleId == roleId && role.SegmentId == segmentId && role.Ended == ended);
        });
        activeSegments.Forget();
    }

    /// <summary>Has the customers looked at by the segments whose rules ask for the role; stored with the change, so that it is done even after a crash.</summary>
    private async Task MarkAsync(IEnumerable<int> customerIds)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        foreach (var id in customerIds)
            await queue.InsertAsync(new DirtyCustomer { CustomerId = id, SourcesId = (int)RuleSources.Roles, DueOnUtc = now }, publishEvent: false);
    }

    private async Task<SegmentRole?> FindAsync(int roleId) => await roles.Table.FirstOrDefaultAsync(role => role.CustomerRoleId == roleId);

    private async Task<Segment?> FindSegmentAsync(SegmentRole row) => await segments.GetByIdAsync(row.SegmentId);

    private Task<bool> IsGrantedAsync(int roleId, int customerId) =>
        grants.Table.AnyAsync(grant => grant.CustomerRoleId == roleId && grant.CustomerId == customerId);
}
