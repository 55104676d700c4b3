using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>Takes a customer role.</summary>
public class RemoveRoleAction(ICustomerService customerService) : ITriggerAction
{
    /// <inheritdoc />
    public TriggerAction Action => TriggerAction.RemoveRole;

    /// <inheritdoc />
    public async Task<TriggerResult> DoAsync(TriggerContext context)
    {
        var role = await TriggerRole.FindAsync(customerService, context.Trigger);
        if (!(await customerService.GetCustomerRoleIdsAsync(context.Customer, showHidden: true)).Contains(role.Id))
            return new TriggerResult(FiringOutcome.HadNoRole);

        await customerService.RemoveCustomerRoleMappingAsync(context.Customer, role);
        return new TriggerResult(FiringOutcome.RoleTaken, role.Id);
    }
}
