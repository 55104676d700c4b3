using System.Globalization;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Shop.Demo;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>The customers with their addresses, roles, carts and newsletters, a part of them at a time.</summary>
/// <param name="population">Who they are.</param>
/// <param name="ids">What they point to.</param>
internal sealed class CustomerRows(ScalePopulation population, ShopIds ids)
{
    private const int ChunkSize = 20_000;

    private static readonly People[] Peoples = [People.Germany, People.Netherlands, People.UnitedKingdom];

    private int _subscriptions;
    private int _cartItems;

    /// <summary>Writes all of them.</summary>
    public async Task WriteAsync(IRowWriter writer)
    {
        foreach (var chunk in Enumerable.Range(0, population.Count).Chunk(ChunkSize))
        {
            var addresses = chunk.Select(AddressOf).ToList();
            var subscriptions = addresses.SelectMany((address, i) => SubscriptionsOf(chunk[i], address.Email)).ToList();
            var carts = chunk.SelectMany(CartOf).ToList();
            var filled = carts.Where(item => item.ShoppingCartType == ShoppingCartType.ShoppingCart).Select(item => item.CustomerId).ToHashSet();
            await writer.WriteAsync(addresses);
            await writer.WriteAsync(addresses.Select((address, i) => CustomerOf(chunk[i], address, filled)));
            await writer.WriteAsync(chunk.Select(RoleOf));
            await writer.WriteAsync(addresses.Select((address, i) => new CustomerAddressMapping { CustomerId = population.IdOf(chunk[i]), AddressId = address.Id }));
            await writer.WriteAsync(subscriptions);
            await writer.WriteAsync(carts);
        }
    }

    private Address AddressOf(int index)
    {
        var random = new SeededRandom(ScaleShop.Seed, "address", index);
        var people = Peoples[population.TraitsOf(index).Country];
        var (firstName, lastName) = (random.Pick(random.Chance(0.5) ? people.FemaleNames : people.MaleNames), random.Pick(people.LastNames));
        var town = random.Pick(people.Towns);
        return new Address
        {
            Id = population.AddressIdOf(index),
            FirstName = firstName,
            LastName = lastName,
            Email = string.Create(CultureInfo.InvariantCulture, $"{People.MailboxOf(firstName, lastName)}.{population.IdOf(index)}@example.com"),
            CountryId = ids.Countries[people.Country],
            County = town.County,
            City = town.Name,
            ZipPostalCode = People.PostalCode(random, town),
            Address1 = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(people.Streets)} {random.Between(1, 180)}"),
            PhoneNumber = string.Create(CultureInfo.InvariantCulture, $"{people.PhonePrefix} 555 {random.Between(100_000, 999_999)}"),
            CreatedOnUtc = population.RegisteredOf(index)
        };
    }

    private Customer CustomerOf(int index, Address address, HashSet<int> filledCarts)
    {
        var random = new SeededRandom(ScaleShop.Seed, "customer", index);
        var (traits, registered) = (population.TraitsOf(index), population.RegisteredOf(index));
        var seen = Min(ScaleShop.Whole(registered.AddDays(traits.ActiveDays * random.NextDouble())), ScaleClock.Beginning);
        var customer = new Customer
        {
            Id = population.IdOf(index),
            CustomerGuid = random.NextGuid(),
            Active = traits.Account is Account.Registered or Account.Guest,
            Deleted = traits.Account == Account.Deleted,
            CreatedOnUtc = registered,
            LastActivityDateUtc = seen,
            RegisteredInStoreId = ids.Stores[0],
            LastIpAddress = string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Between(1, 254)}"),
            BillingAddressId = address.Id,
            ShippingAddressId = address.Id,
            HasShoppingCartItems = filledCarts.Contains(population.IdOf(index))
        };
        if (traits.Account == Account.Guest)
            return customer;

        var people = Peoples[traits.Country];
        customer.Email = customer.Username = traits.Account == Account.Deleted ? address.Email + "-DELETED" : address.Email;
        customer.FirstName = address.FirstName;
        customer.LastName = address.LastName;
        customer.Gender = random.Chance(0.5) ? "F" : "M";
        customer.DateOfBirth = random.Chance(0.6) ? ScaleClock.Beginning.Date.AddDays(-random.Between(18 * 365, 80 * 365)) : null;
        customer.CountryId = address.CountryId ?? 0;
        customer.County = address.County;
        customer.City = address.City;
        customer.ZipPostalCode = address.ZipPostalCode;
        customer.StreetAddress = address.Address1;
        customer.Phone = address.PhoneNumber;
        customer.LanguageId = ids.Languages[people.LanguageCode];
        customer.CurrencyId = ids.Currencies[people.CurrencyCode].Id;
        customer.LastLoginDateUtc = seen;
        return customer;
    }

    private CustomerCustomerRoleMapping RoleOf(int index) => new()
    {
        CustomerId = population.IdOf(index),
        CustomerRoleId = population.TraitsOf(index).Account == Account.Guest ? ids.GuestsRole : ids.RegisteredRole
    };

    private IEnumerable<NewsLetterSubscription> SubscriptionsOf(int index, string email)
    {
        var random = new SeededRandom(ScaleShop.Seed, "newsletter", index);
        var traits = population.TraitsOf(index);
        if (traits.Account != Account.Registered || !random.Chance(0.5))
            yield break;
        yield return Of(ids.SubscriptionTypes[0]);
        if (random.Chance(0.2))
            yield return Of(ids.SubscriptionTypes[^1]);

        NewsLetterSubscription Of(int type) => new()
        {
            Id = ++_subscriptions,
            NewsLetterSubscriptionGuid = random.NextGuid(),
            Email = email,
            Active = random.Chance(0.9),
            StoreId = ids.Stores[0],
            LanguageId = ids.Languages[Peoples[traits.Country].LanguageCode],
            TypeId = type,
            CreatedOnUtc = population.RegisteredOf(index)
        };
    }

    private IEnumerable<ShoppingCartItem> CartOf(int index)
    {
        var random = new SeededRandom(ScaleShop.Seed, "cart", index);
        if (population.TraitsOf(index).Account is Account.Inactive or Account.Deleted || !random.Chance(0.08))
            yield break;
        var type = random.Chance(0.7) ? ShoppingCartType.ShoppingCart : ShoppingCartType.Wishlist;

        // Nothing between 12 and 24 hours old, so that no cart turns a day old while the benchmark runs.
        var hours = 60 * 24 * Math.Pow(random.NextDouble(), 3);
        var changed = ScaleShop.Whole(ScaleClock.Beginning.AddHours(-(hours is > 12 and < 25 ? hours + 13 : hours)));
        for (var left = random.Streak(0.4, 4); left > 0; left--)
            yield return new ShoppingCartItem
            {
                Id = ++_cartItems,
                CustomerId = population.IdOf(index),
                ShoppingCartType = type,
                ProductId = 1 + random.Next(ScaleShop.Products),
                Quantity = random.Streak(0.2, 4),
                StoreId = ids.Stores[0],
                CreatedOnUtc = changed,
                UpdatedOnUtc = changed
            };
    }

    private static DateTime Min(DateTime one, DateTime other) => one < other ? one : other;
}
