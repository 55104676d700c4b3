using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>Which segment gives which role.</summary>
public class SegmentRoles(
    IRepository<SegmentRole> roles, IRepository<Segment> segments, MembershipLock membershipLock, ActiveSegments activeSegments, RoleQueue queue)
{
    /// <summary>The role that a segment gives, or null.</summary>
    public async Task<SegmentRole?> GetAsync(int segmentId) => await roles.Table.FirstOrDefaultAsync(role => role.SegmentId == segmentId && !role.Ended);

    /// <summary>The roles of a segment that are being taken back.</summary>
    public async Task<IReadOnlyList<SegmentRole>> GetEndingAsync(int segmentId) =>
        await roles.Table.Where(role => role.SegmentId == segmentId && role.Ended).OrderBy(role => role.CustomerRoleId).ToListAsync();

    /// <summary>Has a segment give a role from now on, in the background.</summary>
    /// <returns>False when the segment gives one already, or another segment gives this one.</returns>
    public async Task<bool> StartAsync(int segmentId, int roleId)
    {
        var started = await membershipLock.ChangeRolesAsync(async () =>
        {
            if (await GetAsync(segmentId) is not null)
                return false;
            if (await roles.Table.FirstOrDefaultAsync(role => role.CustomerRoleId == roleId) is not { } row)
            {
                await roles.InsertAsync(new SegmentRole { CustomerRoleId = roleId, SegmentId = segmentId }, publishEvent: false);
                return true;
            }

            // One that is being taken back changes hands: who is to have it is kept, and the rest goes on losing it.
            if (!row.Ended && await segments.GetByIdAsync(row.SegmentId) is not null)
                return false;
            (row.SegmentId, row.Ended) = (segmentId, false);
            await roles.UpdateAsync(row, publishEvent: false);
            return true;
        });
        Tell(segmentId);
        return started;
    }

    /// <summary>Has the role of a segment taken back from everybody who got it here, in the background.</summary>
    /// <returns>The role, or null when there was none.</returns>
    public async Task<int?> EndAsync(int segmentId)
    {
        var roleId = await membershipLock.ChangeRolesAsync<int?>(async () =>
        {
            if (await GetAsync(segmentId) is not { } row)
                return null;
            row.Ended = true;
            await roles.UpdateAsync(row, publishEvent: false);
            return row.CustomerRoleId;
        });
        Tell(segmentId);
        return roleId;
    }

    /// <summary>Has all roles taken back.</summary>
    public async Task EndAllAsync()
    {
        foreach (var segmentId in await roles.Table.Where(role => !role.Ended).Select(role => role.SegmentId).ToListAsync())
            await EndAsync(segmentId);
    }

    private void Tell(int segmentId)
    {
        activeSegments.Forget();
        queue.AddAll(segmentId);
    }
}
