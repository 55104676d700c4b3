using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>Orders: which count, the first and the latest, and filters.</content>
internal sealed partial class NaiveEvaluatorTests
{
    [Test]
    public void A_status_that_is_asked_for_takes_the_place_of_its_list()
    {
        var customer = Registered();
        Order(customer, _now, 1, change: order => order.OrderStatus = OrderStatus.Cancelled);
        Order(customer, _now, 1, change: order => (order.OrderStatus, order.PaymentStatus) = (OrderStatus.Cancelled, PaymentStatus.Pending));
        Order(customer, _now, 1, change: order => (order.OrderStatus, order.Deleted) = (OrderStatus.Cancelled, true));
        Order(customer, _now, 1);

        Assert.That(Count(1, Filter("order.status", "isAnyOf", "[40]")), Is.EqualTo(new[] { customer }), "unpaid ones still do not count");
        Assert.That(Count(2, Filter("order.status", "isAnyOf", "[40]"), Filter("order.paymentStatus", "isAnyOf", "[10, 30]")), Is.EqualTo(new[] { customer }));
        Assert.That(Count(2, Filter("order.status", "isNoneOf", "[10]")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches($$"""{ "every": "order", "where": [{{Filter("order.status", "isAnyOf", "[20, 30]")}}] }"""), Is.Empty);
        Assert.That(Matches($$"""{ "every": "order", "where": [{{Filter("order.total", "atLeast", "1")}}] }"""), Is.EqualTo(new[] { customer }));
    }

    [Test]
    public void The_first_order_is_the_earliest_and_of_two_at_once_that_of_the_lower_number()
    {
        var customer = Registered();
        Order(customer, _now, 30);
        Order(customer, _now.AddDays(-2), 10);
        Order(customer, _now.AddDays(-2), 20);
        Order(customer, _now.AddDays(-3), 5, change: order => order.OrderStatus = OrderStatus.Cancelled);

        Assert.That(Matches(First("equals", 10)), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(First("equals", 20)), Is.Empty);
        Assert.That(Matches("""{ "first": "order" }"""), Is.EqualTo(new[] { customer }));

        static string First(string op, int total) => $$"""{ "first": "order", "where": [{{Filter("order.total", op, total.ToString())}}] }""";
    }

    [Test]
    public void The_latest_order_is_the_latest_in_the_window()
    {
        var customer = Registered();
        var none = Registered();
        Order(customer, _now.AddDays(-5), 20);
        Order(customer, _now.AddDays(-5), 10);
        Order(customer, _now, 30);

        Assert.That(Matches(Latest(30, "")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Latest(10, """, "within": { "olderThan": 1, "unit": "day" }""")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Latest(20, """, "within": { "olderThan": 1, "unit": "day" }""")), Is.Empty);
        Assert.That(Matches("""{ "match": "none", "rules": [{ "latest": "order" }] }"""), Is.EqualTo(new[] { none }));

        static string Latest(int total, string within) => $$"""{ "latest": "order", "where": [{{Filter("order.total", "equals", total.ToString())}}]{{within}} }""";
    }

    [TestCase("order.country", "isAnyOf", "[2]", true)]
    [TestCase("order.country", "isAnyOf", "[3]", false)]
    [TestCase("order.shippingCountry", "isAnyOf", "[3]", true)]
    [TestCase("order.shippingStatus", "isAnyOf", "[30]", true)]
    [TestCase("order.store", "isNoneOf", "[1, 3]", true)]
    [TestCase("order.affiliate", "isAnyOf", "[1]", true)]
    [TestCase("order.language", "isAnyOf", "[3]", true)]
    [TestCase("order.paymentMethod", "isAnyOf", "[\"payments.MANUAL\"]", true)]
    [TestCase("order.shippingMethod", "isNoneOf", "[\"Ground\"]", true)]
    [TestCase("order.shippingMethod", "isAnyOf", "[\"Ground\"]", false)]
    [TestCase("order.currency", "isAnyOf", "[\"usd\", \"eur\"]", true)]
    [TestCase("order.discount", "isAllOf", "[1, 2]", true)]
    [TestCase("order.discount", "isAllOf", "[1, 3]", false)]
    [TestCase("order.discount", "isNoneOf", "[3]", true)]
    [TestCase("order.discount", "isNoneOf", "[1]", false)]
    [TestCase("order.usedCoupon", "is", "true", true)]
    [TestCase("order.usedCoupon", "is", "false", false)]
    public void Orders_are_filtered(string field, string op, string value, bool holds)
    {
        var customer = Registered();
        var order = Order(customer, _now, 1, change: order =>
        {
            (order.BillingAddressId, order.ShippingAddressId) = (2, 3);
            order.ShippingStatus = ShippingStatus.Shipped;
            (order.StoreId, order.AffiliateId, order.CustomerLanguageId) = (2, 1, 3);
            (order.PaymentMethodSystemName, order.CustomerCurrencyCode) = ("Payments.Manual", "EUR");
        });
        Use(order, 1);
        Use(order, 2);

        Assert.That(Count(1, Filter(field, op, value)), holds ? Is.EqualTo(new[] { customer }) : Is.Empty);
    }

    [TestCase("order.country", "isNoneOf", "[1, 2, 3]", true)]
    [TestCase("order.shippingCountry", "isNoneOf", "[1, 2, 3]", true)]
    [TestCase("order.discount", "isNoneOf", "[1, 2, 3, 4]", true)]
    [TestCase("order.usedCoupon", "is", "false", true)]
    [TestCase("order.affiliate", "isNoneOf", "[1, 2]", true)]
    public void What_an_order_does_not_have_is_none_of_them(string field, string op, string value, bool holds)
    {
        var customer = Registered();
        Order(customer, _now, 1, change: order => order.BillingAddressId = 4);

        Assert.That(Count(1, Filter(field, op, value)), holds ? Is.EqualTo(new[] { customer }) : Is.Empty);
    }

    [TestCase("item.manufacturer", "isAllOf", "[1, 2]", true)]
    [TestCase("item.manufacturer", "isAllOf", "[1, 3]", false)]
    [TestCase("item.tag", "isAnyOf", "[\"odd\"]", true)]
    [TestCase("item.tag", "isNoneOf", "[1]", true)]
    [TestCase("item.vendor", "isAnyOf", "[2]", true)]
    [TestCase("item.sku", "startsWith", "\"AB_\"", true)]
    [TestCase("item.sku", "startsWith", "\"A_B\"", false)]
    [TestCase("item.quantity", "equals", "2", true)]
    [TestCase("item.total", "equals", "7", true)]
    public void Lines_are_filtered(string field, string op, string value, bool holds)
    {
        (_shop.Products[0].Sku, _shop.Products[0].VendorId) = ("ab_1", 2);
        _shop.ProductManufacturers.Add(new() { ProductId = 1, ManufacturerId = 1 });
        _shop.ProductManufacturers.Add(new() { ProductId = 1, ManufacturerId = 2 });
        _shop.ProductTags.Add(new() { ProductId = 1, ProductTagId = 3 });
        var customer = Registered();
        Order(customer, _now, 1, products: [1]);

        Assert.That(Count(1, Filter(field, op, value)), holds ? Is.EqualTo(new[] { customer }) : Is.Empty);
    }

    [Test]
    public void All_of_several_branches_needs_something_of_each()
    {
        _shop.Categories.Add(new() { Id = 4 });
        _shop.ProductCategories.Add(new() { ProductId = 1, CategoryId = 4 });
        var customer = Registered();
        Order(customer, _now, 1, products: [1]);

        Assert.That(Count(1, Branches("[1, 4]")), Is.EqualTo(new[] { customer }));
        Assert.That(Count(1, Filter("item.category", "isAllOf", "[1, 4]")), Is.Empty);
        Assert.That(Count(1, Filter("item.category", "isAllOf", "[2, 4]")), Is.EqualTo(new[] { customer }));
        _shop.ProductCategories.RemoveAt(0);
        Assert.That(Count(1, Branches("[1, 4]")), Is.Empty);

        static string Branches(string ids) => $$"""{ "field": "item.category", "operator": "isAllOf", "value": {{ids}}, "includeSubcategories": true }""";
    }

    private List<int> Count(int orders, params string[] filters) => Matches(
        $$"""{ "activity": "orders", "measure": "count", "operator": "equals", "value": {{orders}}, "where": [{{string.Join(", ", filters)}}] }""");

    private void Use(int orderId, int discountId, DateTime? on = null) =>
        _shop.DiscountUses.Add(new DiscountUsageHistory { OrderId = orderId, DiscountId = discountId, CreatedOnUtc = on ?? _now });
}
