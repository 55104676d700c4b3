using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Erases who a customer was to segments: memberships, their history, and all that waits because of them.</summary>
public class MembershipEraser(
    IMembershipUpdater updater,
    IRepository<SegmentMembershipChange> changes,
    IRepository<SetAsideCustomer> setAside,
    IRepository<TriggerFiring> firings,
    IRepository<RoleGrant> grants,
    IRepository<DirtyCustomer> queue) : ICustomerEraser
{
    /// <inheritdoc />
    /// <remarks>
    /// Lets the customer leave all segments first: that writes history and what triggers are to do, too, and once it is done no row of the queue is needed any more.
    /// </remarks>
    public async Task EraseAsync(int customerId, string? email)
    {
        await updater.UpdateCustomersAsync([customerId], RuleSources.Profile, MembershipChangeReason.Event);
        await changes.DeleteAsync(change => change.CustomerId == customerId);
        await setAside.DeleteAsync(row => row.CustomerId == customerId);
        await firings.DeleteAsync(firing => firing.CustomerId == customerId);
        await grants.DeleteAsync(grant => grant.CustomerId == customerId);
        await queue.DeleteAsync(row => row.CustomerId == customerId);
    }
}
