using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Tests.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>The lists that values are chosen from: what they offer, and that the names they give lead back.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class ChoiceListTests(string kind)
{
    private MembershipShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await MembershipShop.CreateAsync(kind);

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task States_of_one_name_are_told_apart_by_their_country()
    {
        var (austria, spain) = (await AddAsync(new Country { Name = "Austria" }), await AddAsync(new Country { Name = "Spain" }));
        var here = await AddAsync(new StateProvince { Name = "Santiago", CountryId = austria.Id });
        var there = await AddAsync(new StateProvince { Name = "Santiago", CountryId = spain.Id });
        var other = await AddAsync(new StateProvince { Name = "Tyrol (West)", CountryId = austria.Id });

        await AssertListAsync("states", async list =>
        {
            Assert.That(await list.SearchAsync("SPAIN", 10), Is.EqualTo(new[] { new ChoiceItem(there.Id, "Santiago", "Spain") }));
            await AssertLeadsBackAsync(list, (here.Id, "Santiago (Austria)"), (there.Id, "Santiago (Spain)"), (other.Id, "Tyrol (West)"));
            Assert.That((await list.ResolveAsync(["santiago"]))["SANTIAGO"], Is.EquivalentTo(new[] { here.Id, there.Id }));
        });
    }

    [Test]
    public async Task Products_are_named_by_a_SKU_that_is_theirs_alone()
    {
        var own = await AddAsync(Product("Bike", "B1"));
        var shared = await AddAsync(Product("Red bell", "BELL"));
        await AddAsync(Product("Blue bell", "bell"));
        var without = await AddAsync(Product("Lamp", null));
        await AssertListAsync("products", list => AssertLeadsBackAsync(list, (own.Id, "B1"), (shared.Id, "Red bell"), (without.Id, "Lamp")));

        static Product Product(string name, string? sku) => new() { Name = name, Sku = sku, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch };
    }

    [Test]
    public async Task Affiliates_go_by_the_name_in_their_address_or_by_their_link()
    {
        var named = await AddAsync(new Affiliate { AddressId = (await AddAsync(new Address { FirstName = "Ann", LastName = "Li" })).Id, FriendlyUrlName = "ann" });
        var nameless = await AddAsync(new Affiliate { AddressId = (await AddAsync(new Address())).Id, FriendlyUrlName = "shop-window" });
        await AddAsync(new Affiliate { AddressId = named.AddressId, FriendlyUrlName = "gone", Deleted = true });
        await AssertListAsync("affiliates", async list =>
        {
            Assert.That(await list.SearchAsync("", 10), Is.EqualTo(new[] { new ChoiceItem(named.Id, "Ann Li", "ann"), new ChoiceItem(nameless.Id, "shop-window") }));
            await AssertLeadsBackAsync(list, (named.Id, "Ann Li"), (nameless.Id, "shop-window"));
        });
    }

    [Test]
    public async Task Discounts_manufacturers_and_tags_are_found_by_name()
    {
        var discount = await AddAsync(new Discount { Name = "Spring", CouponCode = "MAY" });
        var manufacturer = await AddAsync(new Manufacturer { Name = "Acme", CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch });
        await AddAsync(new Manufacturer { Name = "Acme gone", Deleted = true, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch });
        var tag = await AddAsync(new ProductTag { Name = "new" });
        await AssertListAsync("discounts", async list => Assert.That(await list.SearchAsync("may", 5), Is.EqualTo(new[] { new ChoiceItem(discount.Id, "Spring", "MAY") })));
        await AssertListAsync("manufacturers", async list => Assert.That(await list.SearchAsync("ACME", 5), Is.EqualTo(new[] { new ChoiceItem(manufacturer.Id, "Acme") })));
        await AssertListAsync("productTags", async list => Assert.That(await list.FindAsync([tag.Id, 999]), Is.EqualTo(new[] { new ChoiceItem(tag.Id, "new") })));
    }

    [Test]
    public async Task Each_attribute_has_its_own_values()
    {
        var size = await AddAsync(new CustomerAttribute { Name = "Size", AttributeControlType = AttributeControlType.DropdownList });
        var colour = await AddAsync(new CustomerAttribute { Name = "Colour", AttributeControlType = AttributeControlType.Checkboxes, DisplayOrder = -1 });
        await AddAsync(new CustomerAttribute { Name = "Day", AttributeControlType = AttributeControlType.Datepicker });
        var small = await AddAsync(new CustomerAttributeValue { AttributeId = size.Id, Name = "S" });
        await AddAsync(new CustomerAttributeValue { AttributeId = colour.Id, Name = "Silver" });
        await AssertListAsync($"attributeValues:{size.Id}", async list =>
            Assert.That(await list.SearchAsync("s", 10), Is.EqualTo(new[] { new ChoiceItem(small.Id, "S") })));

        await AddAsync(new GenericAttribute { KeyGroup = "Customer", Key = "Points", Value = "1" });
        await AddAsync(new GenericAttribute { KeyGroup = "Order", Key = "Other", Value = "1" });
        await _shop.InScopeAsync<CriteriaCatalogue>(async catalogue =>
        {
            var names = new List<string>();
            foreach (var family in catalogue.Families)
                names.AddRange((await family.ListAsync()).Select(field => $"{field.Name} {field.Subject}"));
            Assert.That(names, Is.EqualTo(new[] { $"customer.attribute:{colour.Id} Colour", $"customer.attribute:{size.Id} Size", "customer.genericAttribute:Points Points" }));
            var found = await catalogue.FindOfFamiliesAsync(["customer.attribute:SIZE", "customer.attribute:Day", "customer.attribute:999"]);
            Assert.That(found.ToDictionary(pair => pair.Key, pair => pair.Value.Name), Is.EqualTo(new Dictionary<string, string> { ["customer.attribute:SIZE"] = $"customer.attribute:{size.Id}" }));
        });
    }

    [Test]
    public async Task Codes_are_those_that_orders_hold()
    {
        var customer = (await _shop.AddCustomersAsync(1))[0];
        foreach (var (payment, shipping) in new (string?, string?)[] { ("Payments.Manual", "Ground"), ("payments.manual", "ground"), (null, ""), ("Own", "Air") })
        {
            var order = await _shop.NewOrderAsync(customer);
            (order.PaymentMethodSystemName, order.ShippingMethod) = (payment, shipping);
            await _shop.InScopeAsync<IRepository<Order>>(repository => repository.InsertAsync(order, false));
        }

        await _shop.InScopeAsync<ChoiceLookup>(async lookup =>
        {
            var payments = await lookup.FindCodes("paymentMethods")!.SearchAsync("", 10);
            Assert.That(payments.Select(item => item.Text), Is.EqualTo(new[] { "Manual", "Own" }).IgnoreCase);
            Assert.That((await lookup.FindCodes("shippingMethods")!.SearchAsync("", 10)).Select(item => item.Code), Is.EqualTo(new[] { "Air", "Ground" }).IgnoreCase);
            Assert.That(await lookup.FindCodes("shippingMethods")!.FindAsync(["Sea"]), Is.EqualTo(new[] { new CodeItem("Sea", "Sea") }));
            Assert.That((await lookup.FindCodes("genders")!.SearchAsync("", 10)).Select(item => item.Code), Is.EquivalentTo(new[] { "F", "M" }));
            Assert.That(await lookup.FindCodes("timeZones")!.SearchAsync("Europe/Vienna", 10), Is.Not.Empty);
        });
    }

    private async Task<T> AddAsync<T>(T row) where T : BaseEntity
    {
        await _shop.InScopeAsync<IRepository<T>>(repository => repository.InsertAsync(row, false));
        return row;
    }

    private Task AssertListAsync(string name, Func<IChoiceList, Task> assert) => _shop.InScopeAsync<ChoiceLookup>(lookup => assert(lookup.FindList(name)!));

    /// <summary>Entries have these names for other shops, and each name means just its entry.</summary>
    private static async Task AssertLeadsBackAsync(IChoiceList list, params (int Id, string Name)[] expected)
    {
        var names = await list.NameAsync(expected.Select(entry => entry.Id).ToList());
        Assert.That(names, Is.EqualTo(expected.ToDictionary(entry => entry.Id, entry => entry.Name)));
        foreach (var (id, name) in expected)
            Assert.That((await list.ResolveAsync([name]))[name], Is.EqualTo(new[] { id }), name);
    }
}
