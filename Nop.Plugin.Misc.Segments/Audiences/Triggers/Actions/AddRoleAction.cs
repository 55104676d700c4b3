using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>Gives a customer role.</summary>
public class AddRoleAction(ICustomerService customerService) : ITriggerAction
{
    /// <inheritdoc />
    public TriggerAction Action => TriggerAction.AddRole;

    /// <inheritdoc />
    public async Task<TriggerResult> DoAsync(TriggerContext context)
    {
        var role = await TriggerRole.FindAsync(customerService, context.Trigger);
        if ((await customerService.GetCustomerRoleIdsAsync(context.Customer, showHidden: true)).Contains(role.Id))
            return new TriggerResult(FiringOutcome.HadRole);

        await customerService.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = context.Customer.Id, CustomerRoleId = role.Id });
        return new TriggerResult(FiringOutcome.RoleGiven, role.Id);
    }
}
