using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Selects the subscribers who get a campaign: those whose address is that of a member of one of the chosen segments.</summary>
public sealed class CampaignRecipients(
    IRepository<Address> addresses,
    IRepository<Customer> customers,
    IRepository<Order> orders,
    IRepository<Segment> segments,
    IRepository<SegmentMember> members,
    INewsLetterSubscriptionService subscriptions)
{
    /// <summary>The chosen segments that cannot be relied on; a deleted one as null. Empty when all can.</summary>
    public async Task<IReadOnlyList<Segment?>> FindUnreliableAsync(IReadOnlyCollection<int> segmentIds)
    {
        var ids = segmentIds.ToList();
        var known = await segments.Table.Where(s => ids.Contains(s.Id)).ToListAsync();
        return [.. ids.Select(id => known.FirstOrDefault(s => s.Id == id)).Where(s => !s.IsReliable())];
    }

    /// <summary>
    /// The subscriptions that get the campaign, one an address. The kind of newsletter is asked for again, because the shop's own list forgets it
    /// when a customer role is chosen too.
    /// </summary>
    /// <param name="candidates">Who would get it without segments.</param>
    /// <param name="segmentIds">The chosen segments; at least one.</param>
    /// <param name="subscriptionTypeId">The kind of newsletter; 0 for all.</param>
    public async Task<IReadOnlyList<NewsLetterSubscription>> SelectAsync(
        IEnumerable<NewsLetterSubscription> candidates, IReadOnlyCollection<int> segmentIds, int subscriptionTypeId)
    {
        var emails = await GetMemberEmailsAsync(segmentIds);
        return [.. candidates
            .Where(s => IsOfType(s, subscriptionTypeId) && emails.Contains(s.Email ?? string.Empty))
            .DistinctBy(s => s.Email, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>How many would get a campaign with and without the segments, by what the campaign page's form says.</summary>
    /// <param name="segmentIds">The chosen segments; none for everybody.</param>
    /// <param name="storeId">The store; 0 for all.</param>
    /// <param name="subscriptionTypeId">The kind of newsletter; 0 for all.</param>
    /// <param name="customerRoleId">The customer role; 0 for all.</param>
    public async Task<RecipientCount> CountAsync(IReadOnlyCollection<int> segmentIds, int storeId, int subscriptionTypeId, int customerRoleId)
    {
        var listed = await subscriptions.GetAllNewsLetterSubscriptionsAsync(
            storeId: storeId, isActive: true, customerRoleId: customerRoleId, subscriptionTypeId: subscriptionTypeId);
        var barred = await GetBarredEmailsAsync();
        var candidates = listed.Where(s => !barred.Contains(s.Email ?? string.Empty)).ToList();
        if (segmentIds.Count == 0)
        {
            var everybody = CountAddresses(candidates);
            return new RecipientCount(everybody, everybody);
        }

        var all = CountAddresses(candidates.Where(s => IsOfType(s, subscriptionTypeId)));
        if ((await FindUnreliableAsync(segmentIds)).Count > 0)
            return new RecipientCount(0, all);

        return new RecipientCount((await SelectAsync(candidates, segmentIds, subscriptionTypeId)).Count, all);
    }

    private static int CountAddresses(IEnumerable<NewsLetterSubscription> candidates) =>
        candidates.Select(s => s.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static bool IsOfType(NewsLetterSubscription subscription, int subscriptionTypeId) =>
        subscriptionTypeId == 0 || subscription.TypeId == subscriptionTypeId;

    /// <summary>The addresses of the members; a guest's are those the guest ordered with.</summary>
    private async Task<HashSet<string>> GetMemberEmailsAsync(IReadOnlyCollection<int> segmentIds)
    {
        var ids = segmentIds.ToList();
        var people =
            from member in members.Table
            join customer in customers.Table on member.CustomerId equals customer.Id
            where ids.Contains(member.SegmentId) && customer.Active && !customer.Deleted
            select customer;

        var own = await people.Where(c => c.Email != null && c.Email != "").Select(c => c.Email).Distinct().ToListAsync();
        var fromOrders = await (
            from customer in people.Where(c => c.Email == null || c.Email == "")
            join order in orders.Table on customer.Id equals order.CustomerId
            join address in addresses.Table on order.BillingAddressId equals address.Id
            where !order.Deleted && address.Email != null && address.Email != ""
            select address.Email).Distinct().ToListAsync();

        return new HashSet<string>(own.Concat(fromOrders), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The addresses that the shop never sends a campaign to.</summary>
    private async Task<HashSet<string>> GetBarredEmailsAsync()
    {
        var emails = await customers.Table
            .Where(c => (!c.Active || c.Deleted) && c.Email != null && c.Email != "")
            .Select(c => c.Email).ToListAsync();
        return new HashSet<string>(emails, StringComparer.OrdinalIgnoreCase);
    }
}
