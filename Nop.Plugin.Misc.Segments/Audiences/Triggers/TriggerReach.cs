using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Says, before a trigger is switched on, for how many customers it would do something.</summary>
public class TriggerReach(
    IRepository<Customer> customers,
    IRepository<NewsLetterSubscription> subscriptions,
    IRepository<SegmentMember> members,
    IRepository<SegmentMembershipChange> changes,
    IStoreService storeService,
    TriggerOutbox outbox,
    TimeProvider timeProvider)
{
    private const int Edit = (int)MembershipChangeReason.Edit;

    /// <summary>The members now.</summary>
    public Task<int> CountMembersAsync(int segmentId) => members.Table.CountAsync(member => member.SegmentId == segmentId);

    /// <summary>The members now who would get it: by the trigger's own rule they have not had it, and a mail would reach them.</summary>
    public async Task<int> CountReachedAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var segmentId = trigger.SegmentId;
        var ids = members.Table.Where(member => member.SegmentId == segmentId).Select(member => member.CustomerId);
        var reached = customers.Table.Where(customer => customer.Active && !customer.Deleted && ids.Contains(customer.Id));
        if (trigger.Id > 0)
        {
            var had = outbox.Earlier(trigger, timeProvider.GetUtcNow().UtcDateTime).Select(firing => firing.CustomerId);
            reached = reached.Where(customer => !had.Contains(customer.Id));
        }

        if (!trigger.Action.Mails())
            return await reached.CountAsync();

        reached = reached.Where(customer => customer.Email != null && customer.Email != string.Empty);
        if (!trigger.SubscribersOnly)
            return await reached.CountAsync();

        // Who registered in a store that is gone is mailed from the first.
        var stores = (await storeService.GetAllStoresAsync()).Select(store => store.Id).ToList();
        var first = stores[0];
        return await reached.CountAsync(customer => subscriptions.Table.Any(subscription => subscription.Active && subscription.Email == customer.Email
            && subscription.StoreId == (stores.Contains(customer.RegisteredInStoreId) ? customer.RegisteredInStoreId : first)));
    }

    /// <summary>
    /// The customers who entered or left within so many days. Those of refreshes that a merchant asked for only count where the trigger includes them: by
    /// these, members are found for the first time or by changed rules.
    /// </summary>
    public Task<int> CountMovedAsync(SegmentTrigger trigger, int days)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var (segmentId, entered, all) = (trigger.SegmentId, !trigger.OnLeaving, trigger.IncludesFill);
        var since = timeProvider.GetUtcNow().UtcDateTime.AddDays(-days);
        return changes.Table
            .Where(change => change.SegmentId == segmentId && change.Entered == entered && change.CreatedOnUtc >= since && (all || change.ReasonId != Edit))
            .Select(change => change.CustomerId).Distinct().CountAsync();
    }
}
