using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>The role of a trigger.</summary>
internal static class TriggerRole
{
    /// <summary>The role that a trigger gives or takes, if it still may.</summary>
    /// <exception cref="TriggerException">The role is gone, or has become one that only the shop itself gives.</exception>
    public static async Task<CustomerRole> FindAsync(ICustomerService customerService, SegmentTrigger trigger) =>
        await customerService.GetCustomerRoleByIdAsync(trigger.CustomerRoleId) switch
        {
            null => throw new TriggerException(TriggerFault.RoleGone),
            { IsSystemRole: true } role => throw new TriggerException(TriggerFault.RoleOfShop, role.Name),
            var role => role
        };
}
