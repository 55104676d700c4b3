using System.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>
/// Hears of roles that others give, take and delete: what somebody else gives is never taken by a segment. Of roles that no segment gives nothing is asked.
/// </summary>
public sealed class ForeignRoleConsumer(ActiveSegments activeSegments, IServiceScopeFactory scopeFactory) :
    IConsumer<EntityInsertedEvent<CustomerCustomerRoleMapping>>,
    IConsumer<EntityDeletedEvent<CustomerCustomerRoleMapping>>,
    IConsumer<EntityDeletedEvent<CustomerRole>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<CustomerCustomerRoleMapping> eventMessage) => DisownAsync(eventMessage.Entity, isGiven: true);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerCustomerRoleMapping> eventMessage) => DisownAsync(eventMessage.Entity, isGiven: false);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<CustomerRole> eventMessage) => RunAsync(
        eventMessage.Entity.Id, sync => sync.ForgetAsync(eventMessage.Entity.Id));

    private Task DisownAsync(CustomerCustomerRoleMapping mapping, bool isGiven) => RoleMappings.IsPublishing
        ? Task.CompletedTask
        : RunAsync(mapping.CustomerRoleId, sync => sync.DisownAsync(mapping.CustomerRoleId, mapping.CustomerId, isGiven));

    private Task RunAsync(int roleId, Func<RoleSync, Task> work) => IsInLiveTransaction() ? DoAsync(roleId, work) : OutsideTransaction.RunAsync(() => DoAsync(roleId, work));

    private async Task DoAsync(int roleId, Func<RoleSync, Task> work)
    {
        if (!(await activeSegments.GetFactsAsync()).RoleIds.Contains(roleId))
            return;
        await using var scope = scopeFactory.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<RoleSync>());
    }

    // A transaction that goes on has to be joined: it may hold what we would wait for. One that is complete can only be kept out of.
    private static bool IsInLiveTransaction()
    {
        try
        {
            return Transaction.Current is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
