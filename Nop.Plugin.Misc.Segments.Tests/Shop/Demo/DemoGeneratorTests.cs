using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Demo;

[TestFixture]
public class DemoGeneratorTests
{
    private static readonly DemoOptions _small = new(200, 800, 7);

    private DemoShop _shop = null!;
    private DemoSummary _summary = null!;

    [OneTimeSetUp]
    public async Task Generate()
    {
        _shop = await DemoShop.OpenAsync();
        _summary = await _shop.Get<DemoGenerator>().GenerateAsync(new DemoOptions(3_000, 12_000, 490));
        TestContext.Progress.WriteLine(_summary);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task The_same_seed_makes_the_same_shop()
    {
        Assert.That(await FingerprintAsync(_small), Is.EqualTo(await FingerprintAsync(_small)));
    }

    [Test]
    public async Task Another_seed_makes_another_shop()
    {
        Assert.That(await FingerprintAsync(_small), Is.Not.EqualTo(await FingerprintAsync(_small with { Seed = 8 })));
    }

    [Test]
    public void As_many_customers_and_orders_as_were_asked_for()
    {
        var registered = RoleId(NopCustomerDefaults.RegisteredRoleName);
        var customers = _shop.Table<Customer>().Where(customer => customer.Active && !customer.Deleted && !customer.IsSystemAccount);
        var mappings = _shop.Table<CustomerCustomerRoleMapping>();
        Assert.Multiple(() =>
        {
            Assert.That(
                customers.Count(customer => mappings.Any(mapping => mapping.CustomerId == customer.Id && mapping.CustomerRoleId == registered)),
                Is.EqualTo(3_000));
            Assert.That(_shop.Table<Order>().Count(), Is.EqualTo(12_000));
            Assert.That(_summary.Orders, Is.EqualTo(12_000));
            Assert.That(_summary.Duration, Is.LessThan(TimeSpan.FromSeconds(30)), "generously: a busy machine is no fault of the generator");
        });
    }

    [Test]
    public void Nothing_happens_before_the_shop_opened_before_registration_or_after_now()
    {
        var now = DemoShop.Now.UtcDateTime;
        var registered = _shop.Table<Customer>().ToDictionary(customer => customer.Id);
        var orders = _shop.Table<Order>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(orders.Select(order => order.CreatedOnUtc), Has.All.LessThanOrEqualTo(now).And.All.GreaterThan(now.AddYears(-3).AddDays(-2)));
            Assert.That(orders.Where(order => order.CreatedOnUtc < registered[order.CustomerId].CreatedOnUtc), Is.Empty);
            Assert.That(orders.OrderBy(order => order.Id).Select(order => order.CreatedOnUtc), Is.Ordered);
            Assert.That(registered.Values.Where(customer => customer.CreatedOnUtc > now || customer.LastActivityDateUtc > now), Is.Empty);
            Assert.That(_shop.Table<ProductReview>().Count(review => review.CreatedOnUtc > now), Is.Zero);
        });
    }

    [Test]
    public void There_are_customers_of_every_habit()
    {
        var now = DemoShop.Now.UtcDateTime;
        var counts = _shop.Table<Order>().ToList().GroupBy(order => order.CustomerId).ToDictionary(group => group.Key, group => group.ToList());
        var items = _shop.Table<OrderItem>().ToList().GroupBy(item => item.OrderId).ToDictionary(group => group.Key, group => group.Sum(item => item.Quantity));
        Assert.Multiple(() =>
        {
            Assert.That(counts.Values.Count(orders => orders.Count == 1), Is.GreaterThan(800), "one-time buyers");
            Assert.That(counts.Values.Count(orders => orders.Count > 10), Is.GreaterThan(150), "loyal customers");
            Assert.That(
                counts.Values.Count(orders => orders.Count >= 4 && orders.Max(order => order.CreatedOnUtc) < now.AddDays(-180)),
                Is.GreaterThan(100),
                "lapsed");
            Assert.That(_shop.Table<Customer>().Count() - counts.Count, Is.GreaterThan(150), "never bought");
            Assert.That(
                counts.Values.Count(orders => orders.Count > 3 && orders.Count(order => order.OrderDiscount > 0) > orders.Count / 2),
                Is.GreaterThan(80),
                "discount lovers");
            Assert.That(items.Values.Count(quantity => quantity >= 50), Is.GreaterThan(50), "bulk orders");
        });
    }

    [Test]
    public void There_are_orders_of_every_state()
    {
        var orders = _shop.Table<Order>().ToList();
        Assert.Multiple(() =>
        {
            foreach (var status in Enum.GetValues<OrderStatus>())
                Assert.That(orders.Count(order => order.OrderStatus == status), Is.GreaterThan(5), status.ToString());
            foreach (var status in Enum.GetValues<PaymentStatus>())
                Assert.That(orders.Count(order => order.PaymentStatus == status), Is.GreaterThan(5), status.ToString());
            Assert.That(
                orders.Where(order => order.PaymentStatus == PaymentStatus.PartiallyRefunded),
                Has.All.Matches<Order>(order => order.RefundedAmount > 0 && order.RefundedAmount < order.OrderTotal));
            Assert.That(
                orders.Where(order => order.PaymentStatus == PaymentStatus.Refunded),
                Has.All.Matches<Order>(order => order.RefundedAmount == order.OrderTotal));
            Assert.That(orders.Select(order => order.StoreId).Distinct().Count(), Is.EqualTo(2));
            Assert.That(orders.Count(order => order.CreatedOnUtc > DemoShop.Now.UtcDateTime.AddDays(-7)), Is.GreaterThan(20), "this week");
        });
    }

    [Test]
    public void Totals_are_the_sum_of_their_lines()
    {
        var lines = _shop.Table<OrderItem>().ToList().ToLookup(item => item.OrderId);
        foreach (var order in _shop.Table<Order>().ToList())
        {
            var goods = lines[order.Id].Sum(item => item.PriceInclTax);
            Assert.That(lines[order.Id].All(item => item.PriceInclTax == item.UnitPriceInclTax * item.Quantity), Is.True);
            Assert.That(order.OrderTotal, Is.EqualTo(goods - order.OrderDiscount + order.OrderShippingInclTax), order.CustomOrderNumber);
            Assert.That(order.OrderTotal, Is.GreaterThan(0));
        }
    }

    [Test]
    public void December_sells_more_than_February()
    {
        var months = _shop.Table<Order>().Select(order => order.CreatedOnUtc).ToList().CountBy(time => time.Month).ToDictionary();
        Assert.That(months[12], Is.GreaterThan(months[2] * 1.3));
    }

    [Test]
    public void Categories_are_five_levels_deep_and_products_stand_in_them()
    {
        var categories = _shop.Table<Category>().ToDictionary(category => category.Id);
        int Depth(Category category) => category.ParentCategoryId == 0 ? 1 : 1 + Depth(categories[category.ParentCategoryId]);
        Assert.Multiple(() =>
        {
            Assert.That(categories.Values.Max(Depth), Is.EqualTo(5));
            Assert.That(_shop.Table<Product>().Count(), Is.GreaterThan(200));
            Assert.That(_shop.Table<Product>().Select(product => product.Sku).ToList(), Is.Unique);
            Assert.That(_shop.Table<ProductCategory>().Count(), Is.EqualTo(_shop.Table<Product>().Count()));
            Assert.That(_shop.Table<Manufacturer>().Count(), Is.GreaterThan(10));
        });
    }

    [Test]
    public void People_come_from_three_countries_with_the_letters_of_their_languages()
    {
        var people = _shop.Table<Customer>().Where(customer => customer.CountryId > 0).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(people.Select(customer => customer.CountryId).Distinct().Count(), Is.EqualTo(3));
            Assert.That(people.Count(customer => customer.LastName.Contains('ü', StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(people.Count(customer => customer.LastName.Contains('\'', StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(people.Count(customer => customer.LastName.Contains('-', StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(people.Select(customer => customer.Email), Is.Unique);
            Assert.That(people.Select(customer => customer.Email), Has.All.Matches("^[a-z.-]+[0-9]*@example\\.(com|org|net)$"));
        });
    }

    [Test]
    public void Newsletters_carts_reviews_guests_and_promotions_are_there()
    {
        var mails = _shop.Table<Customer>().Where(customer => customer.Email != null).Select(customer => customer.Email).ToHashSet(StringComparer.Ordinal);
        var subscriptions = _shop.Table<NewsLetterSubscription>().ToList();
        var guests = RoleId(NopCustomerDefaults.GuestsRoleName);
        var mappings = _shop.Table<CustomerCustomerRoleMapping>();
        var guestIds = mappings.Where(mapping => mapping.CustomerRoleId == guests).Select(mapping => mapping.CustomerId).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(subscriptions.Count(subscription => subscription.Active), Is.GreaterThan(500));
            Assert.That(subscriptions.Count(subscription => !subscription.Active), Is.GreaterThan(50));
            Assert.That(subscriptions.Count(subscription => !mails.Contains(subscription.Email)), Is.GreaterThan(50), "without a customer");
            Assert.That(subscriptions.GroupBy(subscription => subscription.Email).Count(group => group.Count() > 1), Is.GreaterThan(50), "of both types");
            Assert.That(_shop.Table<ShoppingCartItem>().Count(), Is.GreaterThan(200));
            Assert.That(_shop.Table<Customer>().Count(customer => customer.HasShoppingCartItems), Is.GreaterThan(100));
            Assert.That(_shop.Table<ProductReview>().Count(), Is.GreaterThan(300));
            Assert.That(_shop.Table<Order>().ToList().Count(order => guestIds.Contains(order.CustomerId)), Is.GreaterThan(100));
            Assert.That(_shop.Table<Discount>().Count(discount => discount.RequiresCouponCode && discount.IsActive), Is.EqualTo(1));
            Assert.That(_shop.Table<Campaign>().Count(), Is.EqualTo(1));
            Assert.That(_shop.Table<DiscountUsageHistory>().Count(), Is.EqualTo(_shop.Table<Order>().Count(order => order.OrderDiscount > 0)));
            Assert.That(
                _shop.Table<Product>().Sum(product => product.ApprovedTotalReviews),
                Is.EqualTo(_shop.Table<ProductReview>().Count(review => review.IsApproved)));
        });
    }

    [Test]
    public void Staff_and_system_accounts_are_no_customers()
    {
        var registered = RoleId(NopCustomerDefaults.RegisteredRoleName);
        string[] staff = [BasicData.AdminEmail, BasicData.ClerkEmail];
        var others = _shop.Table<Customer>().Where(customer => staff.AsEnumerable().Contains(customer.Email) || customer.IsSystemAccount)
            .Select(customer => customer.Id).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(others, Has.Count.EqualTo(4));
            Assert.That(
                _shop.Table<CustomerCustomerRoleMapping>().Count(mapping => others.Contains(mapping.CustomerId) && mapping.CustomerRoleId == registered),
                Is.Zero);
            Assert.That(RoleId(NopCustomerDefaults.AdministratorsRoleName), Is.EqualTo(1));
            Assert.That(registered, Is.EqualTo(3));
            Assert.That(RoleId(NopCustomerDefaults.GuestsRoleName), Is.EqualTo(4));
        });
    }

    [Test]
    public async Task Passwords_are_shown_once_and_fit()
    {
        var shown = _shop.NewAccounts;
        Assert.That(shown.Select(account => account.Email), Is.EquivalentTo([BasicData.AdminEmail, BasicData.ClerkEmail]));
        foreach (var account in shown)
        {
            var id = _shop.Table<Customer>().Single(customer => customer.Email == account.Email).Id;
            var kept = _shop.Table<CustomerPassword>().Single(password => password.CustomerId == id);
            Assert.That(kept.Password, Does.Not.Contain(account.Password));
            Assert.That(CustomerPasswords.Matches(kept, account.Password), Is.True);
            Assert.That(CustomerPasswords.Matches(kept, account.Password + " "), Is.False);
        }

        Assert.That(await _shop.Get<BasicData>().EnsureAsync(), Is.Empty, "a second start makes nothing new");
    }

    [TestCase(1, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 30)]
    [TestCase(40, 5)]
    public async Task Odd_sizes_work(int customers, int orders)
    {
        await using var shop = await DemoShop.OpenAsync();
        await shop.Get<DemoGenerator>().GenerateAsync(new DemoOptions(customers, orders, 1));
        Assert.That(shop.Table<Order>().Count(), Is.EqualTo(orders));
    }

    private int RoleId(string systemName) => _shop.Table<CustomerRole>().Single(role => role.SystemName == systemName).Id;

    private static async Task<string> FingerprintAsync(DemoOptions options)
    {
        await using var shop = await DemoShop.OpenAsync();
        await shop.Get<DemoGenerator>().GenerateAsync(options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Staff and system accounts have random passwords and numbers: they are no part of the demo.
        var staff = shop.Table<Customer>().OrderBy(customer => customer.Id).Take(4).Select(customer => customer.Id).ToList();
        Add(hash, shop.Table<Customer>().Where(customer => !staff.Contains(customer.Id)));
        Add(hash, shop.Table<Address>());
        Add(hash, shop.Table<Order>());
        Add(hash, shop.Table<OrderItem>());
        Add(hash, shop.Table<Product>());
        Add(hash, shop.Table<Category>());
        Add(hash, shop.Table<ProductCategory>());
        Add(hash, shop.Table<ProductReview>());
        Add(hash, shop.Table<ShoppingCartItem>());
        Add(hash, shop.Table<NewsLetterSubscription>());
        Add(hash, shop.Table<DiscountUsageHistory>());
        Add(hash, shop.Table<Country>());
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Add<T>(IncrementalHash hash, IQueryable<T> rows) where T : BaseEntity
    {
        foreach (var row in rows.OrderBy(row => row.Id).ToList())
            hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(row)));
    }
}
