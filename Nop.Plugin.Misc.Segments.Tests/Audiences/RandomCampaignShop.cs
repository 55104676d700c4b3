using Nop.Core;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>Few customers with few addresses between them, so that all that can meet does; and who gets a campaign there, said by plain lists.</summary>
internal sealed class RandomCampaignShop
{
    private const int Addresses = 9;
    private readonly Random _random;

    private RandomCampaignShop(int seed) => _random = new Random(seed);

    private List<Customer> Customers { get; set; } = [];
    private List<NewsLetterSubscription> Subscriptions { get; set; } = [];
    private List<CampaignDelivery> Deliveries { get; set; } = [];
    private List<Order> Orders { get; set; } = [];
    private List<Address> Billing { get; set; } = [];
    private List<SegmentMember> Members { get; set; } = [];
    private List<CustomerCustomerRoleMapping> Roles { get; set; } = [];

    /// <summary>What was asked for.</summary>
    public RecipientFilter Filter { get; private set; } = null!;

    /// <summary>Empties the shop of customers and what belongs to them, and fills it anew.</summary>
    public static async Task<RandomCampaignShop> FillAsync(AudienceShop shop, int seed, IReadOnlyList<int> segmentIds, IReadOnlyList<int> roleIds)
    {
        var random = new RandomCampaignShop(seed);
        await random.FillAsync(shop, segmentIds, roleIds);
        return random;
    }

    private async Task FillAsync(AudienceShop shop, IReadOnlyList<int> segmentIds, IReadOnlyList<int> roleIds)
    {
        await ClearAsync(shop);
        for (var i = _random.Next(1, 14); i > 0; i--)
            Customers.Add(await shop.AddCustomerAsync(_random.Next(4) == 0 ? null : Email(), customer =>
            {
                customer.Active = _random.Next(8) > 0;
                customer.Deleted = _random.Next(10) == 0;
            }));
        for (var i = _random.Next(8); i > 0; i--)
            Billing.Add(await shop.AddAsync(new Address { Email = _random.Next(5) == 0 ? null : Email(), CreatedOnUtc = AudienceShop.Day }));
        if (Billing.Count > 0)
            for (var i = _random.Next(12); i > 0; i--)
                Orders.Add(await shop.AddAsync(NewOrder()));
        foreach (var customer in Customers)
        {
            foreach (var segmentId in segmentIds.Where(_ => _random.Next(5) < 2))
                Members.Add(new SegmentMember { SegmentId = segmentId, CustomerId = customer.Id, EnteredOnUtc = AudienceShop.Day });
            foreach (var roleId in roleIds.Where(_ => _random.Next(2) == 0))
                Roles.Add(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = roleId });
        }

        for (var i = _random.Next(18); i > 0; i--)
            Subscriptions.Add(new NewsLetterSubscription
            {
                NewsLetterSubscriptionGuid = Guid.NewGuid(),
                Email = Email(),
                StoreId = _random.Next(1, 3),
                TypeId = _random.Next(1, 3),
                Active = _random.Next(4) > 0,
                CreatedOnUtc = AudienceShop.Day
            });
        for (var i = _random.Next(5); i > 0; i--)
            Deliveries.Add(new CampaignDelivery
            {
                CampaignId = _random.Next(1, 3),
                Number = 1,
                Email = Email().ToLowerInvariant(),
                SentOnUtc = AudienceShop.Day.AddDays(-_random.Next(20))
            });
        Deliveries = [.. Deliveries.DistinctBy(d => (d.CampaignId, d.Email))];
        await shop.AddAllAsync(Members);
        await shop.AddAllAsync(Roles);
        await shop.AddAllAsync(Subscriptions);
        await shop.AddAllAsync(Deliveries);
        Filter = new RecipientFilter(new CampaignAudience(Some(segmentIds, 3), Some(segmentIds, 1)))
        {
            StoreId = Math.Max(0, _random.Next(5) - 2),
            SubscriptionTypeId = Math.Max(0, _random.Next(5) - 2),
            CustomerRoleId = _random.Next(5) == 0 ? roleIds[_random.Next(roleIds.Count)] : 0,
            UnmailedByCampaignId = _random.Next(4) == 0 ? 1 : 0,
            UnmailedSinceUtc = _random.Next(4) == 0 ? AudienceShop.Day.AddDays(-10) : null
        };
    }

    /// <summary>The addresses that get it, in small letters.</summary>
    public HashSet<string> Recipients(int guestsRoleId)
    {
        var included = AddressesOf(Filter.Audience.Included);
        return [.. Subscriptions.Select(s => s.Email.ToLowerInvariant()).Distinct()
            .Where(email => (Filter.Audience.Included.Count == 0 || included.Contains(email)) && WhyNot(email, guestsRoleId) is null)];
    }

    /// <summary>How many members do not get it, by reason.</summary>
    public Dictionary<UnreachedReason, int> Unreached(int guestsRoleId)
    {
        var reasons = new List<UnreachedReason>();
        var served = new HashSet<string>();
        foreach (var customer in MembersOf(Filter.Audience.Included))
            if (!customer.Active || customer.Deleted)
                reasons.Add(UnreachedReason.InactiveCustomer);
            else if (AddressOf(customer) is not { } email)
                reasons.Add(UnreachedReason.NoEmail);
            else if (WhyNot(email, guestsRoleId) is { } reason)
                reasons.Add(reason);
            else if (!served.Add(email))
                reasons.Add(UnreachedReason.DuplicateAddress);
        return reasons.CountBy(reason => reason).ToDictionary();
    }

    /// <summary>How many customers are in the segments it goes to.</summary>
    public int MemberCount => MembersOf(Filter.Audience.Included).Count();

    /// <summary>Of all subscriptions, the addresses that the segments leave for the stock button.</summary>
    public IEnumerable<string> Selected()
    {
        var included = AddressesOf(Filter.Audience.Included);
        var excluded = AddressesOf(Filter.Audience.Excluded);
        return Subscriptions.Where(s => Filter.SubscriptionTypeId == 0 || s.TypeId == Filter.SubscriptionTypeId).Select(s => s.Email.ToLowerInvariant()).Distinct()
            .Where(email => (Filter.Audience.Included.Count == 0 || included.Contains(email)) && !excluded.Contains(email));
    }

    private UnreachedReason? WhyNot(string email, int guestsRoleId)
    {
        bool Is(string? other) => string.Equals(other, email, StringComparison.OrdinalIgnoreCase);
        var accounts = Customers.Where(c => Is(c.Email)).ToList();
        var own = Subscriptions.Where(s => Is(s.Email)).ToList();
        var active = own.Where(s => s.Active).ToList();
        var here = active.Where(s => Filter.StoreId == 0 || s.StoreId == Filter.StoreId).ToList();
        var mails = Deliveries.Where(d => Is(d.Email)).ToList();
        if (AddressesOf(Filter.Audience.Excluded).Contains(email))
            return UnreachedReason.Excluded;
        if (own.Count == 0)
            return UnreachedReason.NotSubscribed;
        if (active.Count == 0)
            return UnreachedReason.InactiveSubscription;
        if (here.Count == 0)
            return UnreachedReason.OtherStore;
        if (!here.Any(s => Filter.SubscriptionTypeId == 0 || s.TypeId == Filter.SubscriptionTypeId))
            return UnreachedReason.OtherSubscriptionType;
        if (Filter.CustomerRoleId != 0 && Filter.CustomerRoleId == guestsRoleId && accounts.Count > 0)
            return UnreachedReason.OtherRole;
        if (Filter.CustomerRoleId != 0 && Filter.CustomerRoleId != guestsRoleId
            && !accounts.Any(c => Roles.Any(r => r.CustomerId == c.Id && r.CustomerRoleId == Filter.CustomerRoleId)))
            return UnreachedReason.OtherRole;
        if (accounts.Any(c => !c.Active || c.Deleted))
            return UnreachedReason.OtherAccountInactive;
        if (Filter.UnmailedByCampaignId != 0 && mails.Any(d => d.CampaignId == Filter.UnmailedByCampaignId))
            return UnreachedReason.MailedByCampaign;
        return Filter.UnmailedSinceUtc is { } since && mails.Any(d => d.SentOnUtc >= since) ? UnreachedReason.MailedLately : null;
    }

    private IEnumerable<Customer> MembersOf(IReadOnlyList<int> segmentIds) =>
        Customers.Where(c => Members.Any(m => m.CustomerId == c.Id && segmentIds.Contains(m.SegmentId)));

    private HashSet<string> AddressesOf(IReadOnlyList<int> segmentIds) =>
        [.. MembersOf(segmentIds).Where(c => c.Active && !c.Deleted).Select(AddressOf).OfType<string>()];

    private string? AddressOf(Customer customer)
    {
        if (!string.IsNullOrEmpty(customer.Email))
            return customer.Email.ToLowerInvariant();
        return Orders.Where(o => o.CustomerId == customer.Id && !o.Deleted).OrderByDescending(o => o.Id)
            .Select(o => Billing.Single(a => a.Id == o.BillingAddressId).Email?.ToLowerInvariant()).FirstOrDefault(email => email is not null);
    }

    private Order NewOrder() => new()
    {
        OrderGuid = Guid.NewGuid(),
        CustomerId = Customers[_random.Next(Customers.Count)].Id,
        BillingAddressId = Billing[_random.Next(Billing.Count)].Id,
        CustomOrderNumber = string.Empty,
        Deleted = _random.Next(6) == 0,
        CreatedOnUtc = AudienceShop.Day
    };

    private List<int> Some(IReadOnlyList<int> ids, int ofFour) => [.. ids.Where(_ => _random.Next(4) < ofFour)];

    private string Email()
    {
        var email = $"c{_random.Next(Addresses)}@example.com";
        return _random.Next(3) == 0 ? email.ToUpperInvariant() : email;
    }

    private static async Task ClearAsync(AudienceShop shop)
    {
        await ClearAsync<SegmentMember>(shop, row => row.CustomerId > 0);
        await ClearAsync<CustomerCustomerRoleMapping>(shop, row => row.CustomerId > 0);
        await ClearAsync<CampaignDelivery>(shop, row => row.CampaignId > 0);
        await ClearAsync<NewsLetterSubscription>(shop, row => row.Id > 0);
        await ClearAsync<Order>(shop, row => row.Id > 0);
        await ClearAsync<Address>(shop, row => row.Id > 0);
        await shop.InRequestAsync<Nop.Data.IRepository<Customer>>(async customers =>
        {
            // Customers are only marked by the shop's own way of deleting.
            foreach (var customer in customers.Table.Where(c => !c.Deleted || c.Email != null).ToList())
            {
                customer.Email = null;
                customer.Deleted = true;
                await customers.UpdateAsync(customer, false);
            }
        });
    }

    private static Task ClearAsync<T>(AudienceShop shop, System.Linq.Expressions.Expression<Func<T, bool>> all) where T : BaseEntity =>
        shop.InRequestAsync<Nop.Data.IRepository<T>>(rows => rows.DeleteAsync(all));
}
