using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Shop.Demo;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>Fills a shop that has nothing but its basic data.</summary>
internal sealed class ScaleFiller(
    IRepository<Address> addresses,
    IRepository<Country> countries,
    IRepository<Currency> currencies,
    IRepository<Customer> customers,
    IRepository<CustomerRole> roles,
    IRepository<Language> languages,
    IRepository<NewsLetterSubscriptionType> subscriptionTypes,
    IRepository<Store> stores)
{
    private static readonly Type[] Written =
    [
        typeof(Address), typeof(Category), typeof(Customer), typeof(CustomerAddressMapping), typeof(CustomerCustomerRoleMapping), typeof(Discount),
        typeof(DiscountUsageHistory), typeof(Manufacturer), typeof(NewsLetterSubscription), typeof(Order), typeof(OrderItem), typeof(Product),
        typeof(ProductCategory), typeof(ProductManufacturer), typeof(ShoppingCartItem)
    ];

    /// <summary>Writes customers and orders, and closes the writer's work.</summary>
    public async Task FillAsync(IRowWriter writer, int customerCount, int orderCount)
    {
        var ids = await ReadIdsAsync();
        var population = new ScalePopulation(
            customerCount,
            1 + (await customers.Table.MaxAsync(customer => (int?)customer.Id) ?? 0),
            1 + (await addresses.Table.MaxAsync(address => (int?)address.Id) ?? 0));
        await writer.OpenAsync(Written);
        var products = await CatalogueRows.WriteAsync(writer);
        await new CustomerRows(population, ids).WriteAsync(writer);
        await new OrderRows(population, products, ids).WriteAsync(writer, orderCount);
        await writer.FinishAsync();
    }

    private async Task<ShopIds> ReadIdsAsync() => new(
        (await roles.Table.FirstAsync(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName)).Id,
        (await roles.Table.FirstAsync(role => role.SystemName == NopCustomerDefaults.GuestsRoleName)).Id,
        [.. await stores.Table.OrderBy(store => store.Id).Select(store => store.Id).ToListAsync()],
        [.. await subscriptionTypes.Table.OrderBy(type => type.Id).Select(type => type.Id).ToListAsync()],
        (await countries.Table.ToListAsync()).ToDictionary(country => country.Name, country => country.Id),
        (await languages.Table.ToListAsync()).ToDictionary(language => language.UniqueSeoCode, language => language.Id),
        (await currencies.Table.ToListAsync()).ToDictionary(currency => currency.CurrencyCode, currency => (currency.Id, currency.Rate)));
}
