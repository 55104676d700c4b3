using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>What a campaign asks of an address, as queries: the same ones choose who gets it and say how many each keeps out.</summary>
public sealed class RecipientConditions(
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings,
    IRepository<CustomerRole> roles,
    IRepository<CampaignDelivery> deliveries,
    IRepository<NewsLetterSubscription> subscriptions,
    MemberAddresses addresses)
{
    /// <summary>The conditions, in the order of their reasons.</summary>
    public async Task<IReadOnlyList<RecipientCondition>> OfAsync(RecipientFilter filter)
    {
        var conditions = new List<RecipientCondition>();
        if (filter.Audience.Excluded.Count > 0)
            conditions.Add(new RecipientCondition(UnreachedReason.Excluded, addresses.Emails(filter.Audience.Excluded), false));
        AddSubscription(conditions, filter);
        if (filter.CustomerRoleId != 0)
            conditions.Add(await OfRoleAsync(filter.CustomerRoleId));

        var barred = customers.Table.Where(c => (!c.Active || c.Deleted) && c.Email != null && c.Email != "").Select(c => c.Email);
        conditions.Add(new RecipientCondition(UnreachedReason.OtherAccountInactive, barred, false));
        AddMailed(conditions, filter);
        return conditions;
    }

    /// <summary>The active subscriptions of the store and kind.</summary>
    public IQueryable<NewsLetterSubscription> Subscriptions(RecipientFilter filter)
    {
        var active = subscriptions.Table.Where(s => s.Active && s.Email != null && s.Email != "");
        return OfType(OfStore(active, filter.StoreId), filter.SubscriptionTypeId);
    }

    private void AddSubscription(List<RecipientCondition> conditions, RecipientFilter filter)
    {
        var known = subscriptions.Table.Where(s => s.Email != null && s.Email != "");
        conditions.Add(Subscribed(UnreachedReason.NotSubscribed, known));
        known = known.Where(s => s.Active);
        conditions.Add(Subscribed(UnreachedReason.InactiveSubscription, known));
        if (filter.StoreId != 0)
            conditions.Add(Subscribed(UnreachedReason.OtherStore, known = OfStore(known, filter.StoreId)));
        if (filter.SubscriptionTypeId != 0)
            conditions.Add(Subscribed(UnreachedReason.OtherSubscriptionType, OfType(known, filter.SubscriptionTypeId)));
    }

    private void AddMailed(List<RecipientCondition> conditions, RecipientFilter filter)
    {
        if (filter.UnmailedByCampaignId != 0)
        {
            var campaignId = filter.UnmailedByCampaignId;
            var mailed = deliveries.Table.Where(d => d.CampaignId == campaignId).Select(d => d.Email);
            conditions.Add(new RecipientCondition(UnreachedReason.MailedByCampaign, mailed, false));
        }

        if (filter.UnmailedSinceUtc is { } since)
        {
            var mailed = deliveries.Table.Where(d => d.SentOnUtc >= since).Select(d => d.Email);
            conditions.Add(new RecipientCondition(UnreachedReason.MailedLately, mailed, false));
        }
    }

    /// <summary>As the shop does: "guests" are those without any account, all other roles are those of accounts.</summary>
    private async Task<RecipientCondition> OfRoleAsync(int roleId)
    {
        if (await roles.Table.AnyAsync(r => r.Id == roleId && r.SystemName == NopCustomerDefaults.GuestsRoleName))
            return new RecipientCondition(
                UnreachedReason.OtherRole, customers.Table.Where(c => c.Email != null && c.Email != "").Select(c => c.Email), false);

        var holders = roleMappings.Table.Where(m => m.CustomerRoleId == roleId).Select(m => m.CustomerId);
        return new RecipientCondition(
            UnreachedReason.OtherRole, customers.Table.Where(c => c.Email != null && c.Email != "" && holders.Contains(c.Id)).Select(c => c.Email), true);
    }

    private static RecipientCondition Subscribed(UnreachedReason reason, IQueryable<NewsLetterSubscription> query) =>
        new(reason, query.Select(s => s.Email), true);

    private static IQueryable<NewsLetterSubscription> OfStore(IQueryable<NewsLetterSubscription> query, int storeId) =>
        storeId == 0 ? query : query.Where(s => s.StoreId == storeId);

    private static IQueryable<NewsLetterSubscription> OfType(IQueryable<NewsLetterSubscription> query, int typeId) =>
        typeId == 0 ? query : query.Where(s => s.TypeId == typeId);
}
