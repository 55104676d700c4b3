using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>Gives and takes roles as soon as membership has changed. Of a whole segment it does one range and then lets other work have its turn.</summary>
public class RoleWork(IRepository<SegmentRole> roles, RoleQueue queue, RoleSync sync) : IAudienceWork
{
    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var tasks = queue.Take();
        foreach (var role in await roles.Table.OrderBy(role => role.CustomerRoleId).ToListAsync())
        {
            if (tasks.Moved.TryGetValue(role.SegmentId, out var ids))
                await sync.SyncCustomersAsync(role.CustomerRoleId, ids, cancellationToken);
            if (FirstOf(tasks, role) is not { } from)
                continue;
            if (await sync.SyncRangeAsync(role.CustomerRoleId, from, cancellationToken) is { } next)
                queue.GoOn(role.CustomerRoleId, next);
        }
    }

    private static int? FirstOf(RoleTasks tasks, SegmentRole role)
    {
        if (tasks.Everything || tasks.Whole.Contains(role.SegmentId))
            return 0;
        return tasks.Passes.TryGetValue(role.CustomerRoleId, out var from) ? from : null;
    }
}
