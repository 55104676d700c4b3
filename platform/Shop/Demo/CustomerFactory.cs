using System.Globalization;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Tax;

namespace Shop.Demo;

/// <summary>Turns a plan into the rows of a customer.</summary>
internal sealed class CustomerFactory(long seed, ShopIds ids, IReadOnlyList<Offer> offers, DateTime now)
{
    private readonly Dictionary<string, int> _mailboxes = new(StringComparer.Ordinal);

    /// <summary>A customer with all that does not need its id; the address goes in first.</summary>
    public CustomerDraft Create(CustomerPlan plan, int number)
    {
        var random = new SeededRandom(seed, "person", number);
        var isFemale = random.Chance(0.5);
        var people = plan.People;
        var firstName = random.Pick(isFemale ? people.FemaleNames : people.MaleNames);
        var lastName = random.Pick(people.LastNames);
        var isGuest = plan.Kind == CustomerKind.Guest;
        var email = EmailOf(firstName, lastName, random);
        var company = plan.Kind == CustomerKind.Bulk || random.Chance(0.02)
            ? string.Format(CultureInfo.InvariantCulture, random.Pick(people.CompanyForms), lastName)
            : null;
        var address = CreateAddress(plan, random, firstName, lastName, email, company);
        var store = ids.Stores[ids.Stores.Length > 1 && random.Chance(0.2) ? 1 : 0];
        var customer = new Customer
        {
            CustomerGuid = random.NextGuid(),
            Active = true,
            CreatedOnUtc = plan.RegisteredUtc,
            LastActivityDateUtc = LastSeen(plan, random),
            RegisteredInStoreId = store,
            LastIpAddress = string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Between(1, 254)}")
        };
        // A guest's row knows nothing but the visit: name and e-mail stand in the order's address only.
        if (!isGuest)
            Introduce(customer, plan, random, isFemale, address);
        if (plan.IsFormer)
            Close(customer, random);

        var cart = plan.IsFormer ? [] : CreateCart(plan, number, customer.LastActivityDateUtc, store);
        customer.HasShoppingCartItems = cart.Any(item => item.ShoppingCartType == ShoppingCartType.ShoppingCart);
        return new CustomerDraft(plan, customer, address, cart, CreateSubscriptions(plan, random, email, store));
    }

    /// <summary>A subscriber whom the shop knows only from the newsletter form.</summary>
    public NewsLetterSubscription CreateLoneSubscription(int number, DateTime opened)
    {
        var random = new SeededRandom(seed, "reader", number);
        var people = random.Pick<People>([People.Germany, People.Netherlands, People.UnitedKingdom]);
        var email = EmailOf(random.Pick(random.Chance(0.5) ? people.FemaleNames : people.MaleNames), random.Pick(people.LastNames), random);
        var since = opened.AddMinutes(random.NextDouble() * (now - opened).TotalMinutes);
        return Subscription(random, email, random.Pick(ids.Stores), people.LanguageCode, ids.SubscriptionTypes[0], random.Chance(0.8), Whole(since));
    }

    private void Introduce(Customer customer, CustomerPlan plan, SeededRandom random, bool isFemale, Address address)
    {
        var people = plan.People;
        customer.Email = customer.Username = address.Email;
        customer.FirstName = address.FirstName;
        customer.LastName = address.LastName;
        customer.Company = address.Company;
        customer.Gender = random.Chance(0.85) ? isFemale ? "F" : "M" : null;
        customer.DateOfBirth = random.Chance(0.6) ? now.Date.AddDays(-random.Between(18 * 365 + 10, 82 * 365)) : null;
        customer.CountryId = address.CountryId ?? 0;
        customer.County = address.County;
        customer.City = address.City;
        customer.ZipPostalCode = address.ZipPostalCode;
        customer.StreetAddress = address.Address1;
        customer.Phone = address.PhoneNumber;
        customer.LanguageId = ids.Languages[people.LanguageCode];
        customer.CurrencyId = ids.Currencies[people.CurrencyCode].Id;
        customer.TimeZoneId = random.Chance(0.1) ? people.TimeZoneId : null;
        customer.LastLoginDateUtc = customer.LastActivityDateUtc;
        customer.VatNumberStatus = VatNumberStatus.Empty;
        if (plan.Kind == CustomerKind.Bulk)
        {
            var vatNumber = random.Between(100_000_000, 999_999_999);
            customer.VatNumber = string.Create(CultureInfo.InvariantCulture, $"{people.VatPrefix}{vatNumber}");
            customer.VatNumberStatus = random.Chance(0.8) ? VatNumberStatus.Valid : VatNumberStatus.Unknown;
            customer.IsTaxExempt = random.Chance(0.1);
        }

        if (random.Chance(0.02))
            customer.AdminComment = random.Pick<string>(["Prefers delivery after 17:00.", "Called about a missing parcel.", "Wants invoices on paper."]);
    }

    private static void Close(Customer customer, SeededRandom random)
    {
        customer.Active = false;
        if (random.Chance(0.5))
            customer.Deleted = true;
    }

    private Address CreateAddress(CustomerPlan plan, SeededRandom random, string firstName, string lastName, string email, string? company)
    {
        var people = plan.People;
        var town = random.Pick(people.Towns);
        var street = random.Pick(people.Streets);
        var house = random.Between(1, 180);
        return new Address
        {
            FirstName = firstName,
            LastName = lastName,
            Email = email,
            Company = company,
            CountryId = ids.Countries[people.Country],
            County = town.County,
            City = town.Name,
            ZipPostalCode = People.PostalCode(random, town),
            Address1 = string.Create(CultureInfo.InvariantCulture, $"{(people.NumberFirst ? $"{house} {street}" : $"{street} {house}")}"),
            PhoneNumber = string.Create(CultureInfo.InvariantCulture, $"{people.PhonePrefix} 555 {random.Between(100_000, 999_999)}"),
            CreatedOnUtc = plan.RegisteredUtc
        };
    }

    private string EmailOf(string firstName, string lastName, SeededRandom random)
    {
        var mailbox = People.MailboxOf(firstName, lastName);
        var taken = _mailboxes.GetValueOrDefault(mailbox);
        _mailboxes[mailbox] = taken + 1;
        // Domains that are reserved for examples: no mail can ever reach a stranger.
        var domain = random.Pick<string>(["example.com", "example.org", "example.net"]);
        return string.Create(CultureInfo.InvariantCulture, $"{mailbox}{(taken == 0 ? string.Empty : taken + 1)}@{domain}");
    }

    private DateTime LastSeen(CustomerPlan plan, SeededRandom random)
    {
        var last = plan.OrderTimesUtc.Length == 0 ? plan.RegisteredUtc : plan.OrderTimesUtc[^1];
        // Regulars look in between their orders, others seldom come back.
        var looksIn = plan.Kind is CustomerKind.Loyal or CustomerKind.Newcomer or CustomerKind.DiscountLover;
        if (!random.Chance(looksIn ? 0.8 : 0.25))
            return last;
        return Whole(last.AddMinutes((now - last).TotalMinutes * random.NextDouble()));
    }

    private List<ShoppingCartItem> CreateCart(CustomerPlan plan, int number, DateTime lastSeen, int store)
    {
        var random = new SeededRandom(seed, "cart", number);
        var items = new List<ShoppingCartItem>();
        if (plan.Kind != CustomerKind.Lapsing && random.Chance(0.09))
            Fill(items, ShoppingCartType.ShoppingCart, random, lastSeen, store);
        if (plan.Kind != CustomerKind.Guest && random.Chance(0.05))
            Fill(items, ShoppingCartType.Wishlist, random, lastSeen, store);
        return items;
    }

    private void Fill(List<ShoppingCartItem> items, ShoppingCartType type, SeededRandom random, DateTime lastSeen, int store)
    {
        foreach (var offer in Enumerable.Range(0, random.Streak(0.45, 5)).Select(_ => random.Pick(offers)).Distinct())
        {
            items.Add(new ShoppingCartItem
            {
                ShoppingCartType = type,
                ProductId = offer.Product.Id,
                Quantity = random.Streak(0.2, 4),
                StoreId = store,
                CreatedOnUtc = lastSeen,
                UpdatedOnUtc = lastSeen
            });
        }
    }

    private List<NewsLetterSubscription> CreateSubscriptions(CustomerPlan plan, SeededRandom random, string email, int store)
    {
        var subscriptions = new List<NewsLetterSubscription>();
        var luck = random.NextDouble();
        var willing = plan.Kind == CustomerKind.DiscountLover ? 0.75 : plan.Kind == CustomerKind.Guest ? 0.1 : 0.4;
        if (luck > willing + 0.07)
            return subscriptions;
        var isActive = luck <= willing && !plan.IsFormer;
        foreach (var type in ids.SubscriptionTypes)
        {
            if (subscriptions.Count == 0 || random.Chance(0.3))
                subscriptions.Add(Subscription(random, email, store, plan.People.LanguageCode, type, isActive, plan.RegisteredUtc));
        }

        return subscriptions;
    }

    private NewsLetterSubscription Subscription(
        SeededRandom random, string email, int store, string language, int type, bool isActive, DateTime since)
    {
        return new NewsLetterSubscription
        {
            NewsLetterSubscriptionGuid = random.NextGuid(),
            Email = email,
            Active = isActive,
            StoreId = store,
            LanguageId = ids.Languages[language],
            TypeId = type,
            CreatedOnUtc = since
        };
    }

    private static DateTime Whole(DateTime moment)
    {
        return moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
    }
}
