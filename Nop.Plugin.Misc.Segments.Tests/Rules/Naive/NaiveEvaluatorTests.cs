using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <summary>The judge itself is judged: cases worked out by hand, sentence by sentence of the language's meaning.</summary>
[TestFixture]
internal sealed partial class NaiveEvaluatorTests
{
    // The 31st of March 2024, 10:00 in Amsterdam, eight hours after the clocks went forward.
    private static readonly DateTime _now = new(2024, 3, 31, 8, 0, 0, DateTimeKind.Utc);

    private NaiveShop _shop = null!;

    [SetUp]
    public void SetUp() => _shop = At(_now);

    private static NaiveShop At(DateTime now) => new()
    {
        Now = now,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
        OrderStatusIds = [(int)OrderStatus.Processing, (int)OrderStatus.Complete],
        PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded],
        Basics = ShopBasics.Plain,
        Products = [new Product { Id = 1 }, new Product { Id = 2 }],
        Categories = [new Category { Id = 1 }, new Category { Id = 2, ParentCategoryId = 1 }, new Category { Id = 3, ParentCategoryId = 2, Deleted = true }],
        ProductCategories = [new ProductCategory { ProductId = 1, CategoryId = 2 }, new ProductCategory { ProductId = 2, CategoryId = 3 }]
    };

    [Test]
    public void Nothing_counts_zero_and_averages_nothing()
    {
        var customer = Registered();

        Assert.That(Matches(Orders("count", "equals", "0")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Orders("total", "lessThan", "1")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Orders("average", "lessThan", "1")), Is.Empty);
        Assert.That(Matches(Orders("average", "notEquals", "1")), Is.Empty);
        Assert.That(Matches(Orders("daysSinceLast", "greaterThan", "0")), Is.Empty);
        Assert.That(Matches("""{ "every": "order" }"""), Is.Empty);
        Assert.That(Matches("""{ "match": "none", "rules": [{ "every": "order" }] }"""), Is.EqualTo(new[] { customer }));
    }

    [Test]
    public void Money_is_less_what_went_back_and_only_orders_that_count_count()
    {
        var customer = Registered();
        Order(customer, _now, 100, refunded: 40);
        Order(customer, _now, 50, change: order => order.OrderStatus = OrderStatus.Cancelled);
        Order(customer, _now, 50, change: order => order.PaymentStatus = PaymentStatus.Pending);
        Order(customer, _now, 50, change: order => order.Deleted = true);

        Assert.That(Matches(Orders("count", "equals", "1")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Orders("total", "equals", "60")), Is.EqualTo(new[] { customer }));
    }

    [TestCase("2024-03-30T22:59:59", 0, false)]
    [TestCase("2024-03-30T23:00:00", 0, true)]
    [TestCase("2024-03-29T23:00:00", 1, true)]
    [TestCase("2024-03-29T22:59:59", 1, false)]
    [TestCase("2024-03-31T08:00:00", 0, true)]
    [TestCase("2024-03-31T08:00:01", 0, false)]
    public void The_last_days_begin_at_local_midnight_and_end_now(string created, int days, bool holds)
    {
        var customer = Registered();
        Order(customer, DateTime.Parse(created), 1);

        Assert.That(Matches(Placed($$"""{ "last": {{days}}, "unit": "day" }""")), holds ? Is.EqualTo(new[] { customer }) : Is.Empty);
    }

    [TestCase("2024-03-29T08:00:00", true)]
    [TestCase("2024-03-29T07:59:59", false)]
    public void Hours_count_from_now(string created, bool last)
    {
        var customer = Registered();
        Order(customer, DateTime.Parse(created), 1);

        Assert.That(Matches(Placed("""{ "last": 48, "unit": "hour" }""")), last ? Is.EqualTo(new[] { customer }) : Is.Empty);
        Assert.That(Matches(Placed("""{ "olderThan": 48, "unit": "hour" }""")), last ? Is.Empty : Is.EqualTo(new[] { customer }));
    }

    [TestCase("2024-02-29T22:59:59", true)]
    [TestCase("2024-02-29T23:00:00", false)]
    [TestCase("2024-02-28T22:59:59", false)]
    public void Dates_are_local_and_both_included(string created, bool holds)
    {
        var customer = Registered();
        Order(customer, DateTime.Parse(created), 1);

        Assert.That(Matches(Placed("""{ "from": "2024-02-29", "to": "2024-02-29" }""")), holds ? Is.EqualTo(new[] { customer }) : Is.Empty);
    }

    [Test]
    public void Filters_of_lines_hold_on_one_line()
    {
        var customer = Registered();
        Order(customer, _now, 1, products: [1, 2]);

        Assert.That(Matches(Placed(null, Item("product", "isAnyOf", 1), Item("category", "isAnyOf", 2))), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Placed(null, Item("product", "isAnyOf", 2), Item("category", "isAnyOf", 2))), Is.Empty);
        Assert.That(Matches(Placed(null, Item("product", "isNoneOf", 1), Item("category", "isNoneOf", 2))), Is.EqualTo(new[] { customer }));
    }

    [Test]
    public void Subcategories_come_in_when_asked_for_unless_deleted()
    {
        var customer = Registered();
        Order(customer, _now, 1, products: [1]);
        var other = Registered();
        Order(other, _now, 1, products: [2]);

        Assert.That(Matches(Placed(null, Item("category", "isAnyOf", 1))), Is.Empty);
        Assert.That(Matches(Placed(null, Branch("isAnyOf"))), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Placed(null, Branch("isNoneOf"))), Is.EqualTo(new[] { other }));

        static string Branch(string op) => $$"""{ "field": "item.category", "operator": "{{op}}", "value": [1], "includeSubcategories": true }""";
    }

    [Test]
    public void Every_needs_an_order_in_the_window_and_none_that_fails()
    {
        const string rule = """
            { "every": "order", "where": [{ "field": "order.total", "operator": "atLeast", "value": 10 }], "within": { "last": 1, "unit": "day" } }
            """;
        var good = Registered();
        Order(good, _now, 10);
        Order(good, _now.AddDays(-9), 5);
        var bad = Registered();
        Order(bad, _now, 10);
        Order(bad, _now, 9.99m);
        var gone = Registered();
        Order(gone, _now.AddDays(-9), 10);

        Assert.That(Matches(rule), Is.EqualTo(new[] { good }));
    }

    [TestCase("2020-03-31T12:00:00", 0, true)]
    [TestCase("2020-03-30T12:00:00", 300, false)]
    [TestCase("2020-04-07T12:00:00", 7, true)]
    [TestCase("2020-04-07T12:00:00", 6, false)]
    [TestCase("2024-03-31T07:00:00", 7, false)]
    [TestCase("2024-03-31T07:00:00", 365, true)]
    [TestCase("2020-02-29T12:00:00", 333, false)]
    [TestCase("2020-02-29T12:00:00", 334, true)]
    public void Anniversaries_come_round(string registered, int days, bool holds)
    {
        var customer = Registered(created: DateTime.Parse(registered));

        Assert.That(Matches($$"""{ "field": "customer.registeredOn", "operator": "inNextAnniversary", "value": {{days}} }"""),
            holds ? Is.EqualTo(new[] { customer }) : Is.Empty);
    }

    [Test]
    public void The_newsletter_goes_to_an_address_however_it_is_written()
    {
        var customer = Registered(email: "Ann@Example.com");
        var nameless = Registered();
        _shop.Subscriptions.Add(new NewsLetterSubscription { Email = "ann@example.COM", Active = true });
        _shop.Subscriptions.Add(new NewsLetterSubscription { Email = "ann@example.com" });

        Assert.That(Matches("""{ "field": "customer.newsletter", "operator": "is", "value": true }"""), Is.EqualTo(new[] { customer }));
        Assert.That(Matches("""{ "field": "customer.newsletter", "operator": "is", "value": false }"""), Is.EqualTo(new[] { nameless }));
    }

    [Test]
    public void Only_registered_customers_are_meant_and_guests_who_ordered_if_wanted()
    {
        var customer = Registered();
        Registered(change: one => one.Deleted = true);
        Registered(change: one => one.Active = false);
        Registered(change: one => one.IsSystemAccount = true);
        var guest = Customer(2, null, _now, null);
        Order(guest, _now, 1);
        Customer(2, null, _now, null);

        Assert.That(Matches("""{ "field": "customer.registeredOn", "operator": "isNotEmpty" }"""), Is.EqualTo(new[] { customer }));
        Assert.That(Matches("""{ "field": "customer.registeredOn", "operator": "isNotEmpty" }""", true), Is.EqualTo(new[] { customer, guest }));
    }

    private List<int> Matches(string rule, bool includeGuests = false) =>
        new NaiveEvaluator(_shop).FindMatches($$"""{ "version": 1, "rules": { "match": "all", "rules": [{{rule}}] } }""", includeGuests);

    private static string Orders(string measure, string op, string value) =>
        $$"""{ "activity": "orders", "measure": "{{measure}}", "operator": "{{op}}", "value": {{value}} }""";

    private static string Placed(string? within, params string[] filters) =>
        $$"""
        { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1{{(within is null ? "" : $", \"within\": {within}")}},
          "where": [{{string.Join(", ", filters)}}] }
        """;

    /// <summary>A condition about a field; the value as JSON, or none.</summary>
    private static string Field(string name, string op, string? value = null, string? more = null) =>
        $$"""{ "field": "customer.{{name}}", "operator": "{{op}}"{{(value is null ? "" : $", \"value\": {value}")}}{{(more is null ? "" : $", {more}")}} }""";

    /// <summary>A filter; the value as JSON.</summary>
    private static string Filter(string name, string op, string value) => $$"""{ "field": "{{name}}", "operator": "{{op}}", "value": {{value}} }""";

    /// <summary>Whether one more customer, of whom only this is known, matches.</summary>
    private bool Matches(string rule, Action<Customer> change)
    {
        var customer = Registered(change: change);
        return Matches(rule).Contains(customer);
    }

    private static string Item(string what, string op, int id) => $$"""{ "field": "item.{{what}}", "operator": "{{op}}", "value": [{{id}}] }""";

    private int Registered(string? email = null, DateTime? created = null, Action<Customer>? change = null) =>
        Customer(1, email, created ?? _now.AddYears(-1), change);

    private int Customer(int roleId, string? email, DateTime created, Action<Customer>? change)
    {
        var customer = new Customer { Id = _shop.Customers.Count + 1, Active = true, Email = email, CreatedOnUtc = created };
        change?.Invoke(customer);
        _shop.Customers.Add(customer);
        _shop.CustomerRoles.Add(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = roleId });
        return customer.Id;
    }

    private int Order(int customerId, DateTime created, decimal total, decimal refunded = 0, int[]? products = null, Action<Order>? change = null)
    {
        var order = new Order
        {
            Id = _shop.Orders.Count + 1,
            CustomerId = customerId,
            CreatedOnUtc = created,
            OrderTotal = total,
            RefundedAmount = refunded,
            OrderStatus = OrderStatus.Complete,
            PaymentStatus = PaymentStatus.Paid
        };
        change?.Invoke(order);
        _shop.Orders.Add(order);
        foreach (var productId in products ?? [])
            _shop.OrderItems.Add(new OrderItem { OrderId = order.Id, ProductId = productId, Quantity = 2, PriceInclTax = 7 });
        return order.Id;
    }
}
