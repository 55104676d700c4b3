using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>
/// Knows which roles a segment may give: none that the shop itself needs, and none that leads into the admin area, whatever a rule says.
/// </summary>
public class GivableRoles(ICustomerService customerService, IPermissionService permissionService, IRepository<SegmentRole> roles)
{
    /// <summary>Whether a segment may give a role at all.</summary>
    public async Task<bool> ContainsAsync(CustomerRole? role) => role is { IsSystemRole: false }
        && !await permissionService.AuthorizeAsync(StandardPermission.Security.ACCESS_ADMIN_PANEL, role.Id);

    /// <summary>The roles that a segment may give and that no segment gives yet, by name.</summary>
    public async Task<IReadOnlyList<CustomerRole>> GetFreeAsync()
    {
        var owned = (await roles.Table.Where(role => !role.Ended).Select(role => role.CustomerRoleId).ToListAsync()).ToHashSet();
        var free = new List<CustomerRole>();
        foreach (var role in await customerService.GetAllCustomerRolesAsync(showHidden: true))
            if (!owned.Contains(role.Id) && await ContainsAsync(role))
                free.Add(role);
        return free;
    }
}
