using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>What a customer did, measured.</content>
internal sealed partial class NaiveEvaluatorTests
{
    [Test]
    public void Orders_are_measured()
    {
        var customer = Registered();
        Order(customer, _now.AddDays(-4), 10, products: [1, 1]);
        Order(customer, _now.AddDays(-1), 20, products: [1, 2], change: order => order.OrderSubTotalDiscountInclTax = 1);
        Order(customer, _now, 30, change: order => order.OrderDiscount = 1);

        Assert.That(Measured("orders", "units", "8"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("orders", "distinctProducts", "2"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("orders", "daysSinceFirst", "4"), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Orders("averageDaysBetween", "between", "[2, 2]")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Orders("discountedShare", "between", "[66.6666, 66.6667]")), Is.EqualTo(new[] { customer }));
    }

    [Test]
    public void The_discount_of_a_line_is_a_discount()
    {
        var customer = Registered();
        Order(customer, _now, 1, products: [1, 2]);
        _shop.OrderItems[1].DiscountAmountInclTax = 0.01m;

        Assert.That(Measured("orders", "discountedShare", "100"), Is.EqualTo(new[] { customer }));
    }

    [Test]
    public void One_order_has_no_distance_and_none_has_no_share()
    {
        Order(Registered(), _now, 1);
        Registered();

        Assert.That(Matches(Orders("averageDaysBetween", "atMost", "1000")), Is.Empty);
        Assert.That(Matches(Orders("discountedShare", "equals", "0")), Has.Count.EqualTo(1));
        Assert.That(Matches(Orders("units", "equals", "0")), Has.Count.EqualTo(2));
    }

    [Test]
    public void Only_lines_that_pass_are_measured()
    {
        var customer = Registered();
        Order(customer, _now, 10, products: [1, 2, 2]);
        Order(customer, _now, 5, products: [2]);

        Assert.That(Lines("quantity", "4", Item("product", "isAnyOf", 2), Filter("order.total", "atLeast", "10")), Is.EqualTo(new[] { customer }));
        Assert.That(Lines("total", "21", Item("product", "isAnyOf", 2)), Is.EqualTo(new[] { customer }));
        Assert.That(Lines("distinctProducts", "1", Item("product", "isAnyOf", 2)), Is.EqualTo(new[] { customer }));
        Assert.That(Lines("quantity", "0", Item("product", "isAnyOf", 3)), Is.EqualTo(new[] { customer }));

        List<int> Lines(string measure, string value, params string[] filters) => Matches(
            $$"""{ "activity": "items", "measure": "{{measure}}", "operator": "equals", "value": {{value}}, "where": [{{string.Join(", ", filters)}}] }""");
    }

    // Totals of 10, 20, 20, 30; somebody without orders; a deleted customer and a guest with more.
    [TestCase("inTop", "25", new[] { 4 }, false)]
    [TestCase("inTop", "25.0001", new[] { 2, 3, 4 }, false)]
    [TestCase("inTop", "0.0001", new[] { 4 }, false)]
    [TestCase("inTop", "100", new[] { 1, 2, 3, 4 }, false)]
    [TestCase("inBottom", "25", new[] { 1 }, false)]
    [TestCase("inBottom", "50", new[] { 1, 2, 3 }, false)]
    [TestCase("inTop", "20", new[] { 7 }, true)]
    [TestCase("inTop", "21", new[] { 4, 7 }, true)]
    public void The_top_is_a_share_of_those_who_ordered(string op, string percent, int[] expected, bool includeGuests)
    {
        foreach (var total in new[] { 10, 20, 20, 30 })
            Order(Registered(), _now, total);
        Registered();
        Order(Registered(change: customer => customer.Deleted = true), _now, 100);
        Order(Customer(2, null, _now, null), _now, 100);

        Assert.That(Matches(Orders("total", op, percent), includeGuests), Is.EqualTo(expected));
    }

    [Test]
    public void Nobody_is_in_the_top_of_nothing()
    {
        Order(Registered(), _now.AddDays(-9), 10);

        Assert.That(Matches("""{ "activity": "orders", "measure": "count", "operator": "inTop", "value": 100, "within": { "last": 1, "unit": "day" } }"""), Is.Empty);
    }

    [Test]
    public void Only_approved_reviews_count()
    {
        var customer = Registered();
        Registered();
        Review(customer, 5, _now.AddDays(-3));
        Review(customer, 4, _now.AddDays(-1), productId: 2);
        Review(customer, 1, _now, approved: false);

        Assert.That(Measured("reviews", "count", "2"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("reviews", "averageRating", "4.5"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("reviews", "daysSinceLast", "1"), Is.EqualTo(new[] { customer }));
        Assert.That(Matches("""{ "activity": "reviews", "measure": "averageRating", "operator": "lessThan", "value": 3 }"""), Is.Empty);
        Assert.That(Reviewed(Filter("review.rating", "greaterThan", "4")), Is.EqualTo(new[] { customer }));
        Assert.That(Reviewed(Filter("review.product", "isAnyOf", "[2]")), Is.EqualTo(new[] { customer }));
        Assert.That(Reviewed(Filter("review.category", "isAnyOf", "[2]"), Filter("review.rating", "equals", "4")), Is.Empty);

        List<int> Reviewed(params string[] filters) => Matches(
            $$"""{ "activity": "reviews", "measure": "count", "operator": "equals", "value": 1, "where": [{{string.Join(", ", filters)}}] }""");
    }

    [TestCase(ReturnRequestStatus.Pending, true)]
    [TestCase(ReturnRequestStatus.ItemsRefunded, true)]
    [TestCase(ReturnRequestStatus.RequestRejected, false)]
    [TestCase(ReturnRequestStatus.Cancelled, false)]
    public void Returns_count_unless_cancelled_or_rejected(ReturnRequestStatus status, bool counts)
    {
        var customer = Registered();
        _shop.Returns.Add(new ReturnRequest { CustomerId = customer, ReturnRequestStatus = status, CreatedOnUtc = _now });

        Assert.That(Measured("returns", "count", counts ? "1" : "0"), Is.EqualTo(new[] { customer }));
    }

    [Test]
    public void Carts_and_wishlists_are_measured_apart()
    {
        var customer = Registered();
        (_shop.Products[0].Price, _shop.Products[1].CustomerEntersPrice) = (10, true);
        Put(ShoppingCartType.ShoppingCart, 1, 2, 99, _now.AddHours(-5));
        Put(ShoppingCartType.ShoppingCart, 2, 3, 1.5m, _now.AddMinutes(-90));
        Put(ShoppingCartType.Wishlist, 1, 1, 0, _now.AddHours(2));

        Assert.That(Measured("cart", "items", "2"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("cart", "units", "5"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("cart", "total", "24.5"), Is.EqualTo(new[] { customer }));
        Assert.That(Hours("cart", "between", "[1.5, 1.5]"), Is.EqualTo(new[] { customer }));
        Assert.That(Measured("wishlist", "total", "10"), Is.EqualTo(new[] { customer }));
        Assert.That(Hours("wishlist", "atMost", "0"), Is.EqualTo(new[] { customer }));
        Assert.That(Matches("""{ "activity": "wishlist", "measure": "items", "operator": "equals", "value": 0, "within": { "last": 9, "unit": "day" } }"""),
            Is.EqualTo(new[] { customer }), "what is to come is in no window");

        List<int> Hours(string activity, string op, string value) => Matches(
            $$"""{ "activity": "{{activity}}", "measure": "hoursSinceChange", "operator": "{{op}}", "value": {{value}} }""");
        void Put(ShoppingCartType type, int productId, int quantity, decimal price, DateTime on) => _shop.CartItems.Add(new ShoppingCartItem
        {
            CustomerId = customer,
            ShoppingCartType = type,
            ProductId = productId,
            Quantity = quantity,
            CustomerEnteredPrice = price,
            UpdatedOnUtc = on,
            CreatedOnUtc = _now.AddYears(-1)
        });
    }

    [Test]
    public void Nothing_has_changed_in_no_cart()
    {
        Registered();
        Assert.That(Matches("""{ "activity": "cart", "measure": "hoursSinceChange", "operator": "greaterThan", "value": 0 }"""), Is.Empty);
    }

    [Test]
    public void The_balance_leaves_out_what_has_expired_and_what_is_to_come()
    {
        var customer = Registered();
        Points(100, null, null, -10);
        Points(-30, null, null, -5);
        Points(50, 20, _now, -9);
        Points(50, 20, _now.AddSeconds(1), -9);
        Points(40, null, _now.AddDays(-1), -9);
        Points(1000, 1000, null, 1);

        Assert.That(Measured("rewardPoints", "balance", (100 - 30 + 50 - 20 + 50 + 40).ToString()), Is.EqualTo(new[] { customer }));

        void Points(int points, int? valid, DateTime? end, int days) => _shop.RewardPoints.Add(new RewardPointsHistory
        {
            CustomerId = customer,
            Points = points,
            ValidPoints = valid,
            EndDateUtc = end,
            CreatedOnUtc = _now.AddDays(days)
        });
    }

    [Test]
    public void Uses_of_discounts_count_by_their_orders()
    {
        var customer = Registered();
        var order = Order(customer, _now.AddDays(-5), 1);
        foreach (var discount in new[] { 1, 2, 4 })
            Use(order, discount);
        Use(Order(customer, _now, 1), 2, _now.AddDays(-50));
        Use(Order(customer, _now, 1, change: one => one.OrderStatus = OrderStatus.Cancelled), 1);

        Assert.That(Uses(4), Is.EqualTo(new[] { customer }));
        Assert.That(Uses(2, Filter("order.discount", "isAllOf", "[1, 2]")), Is.EqualTo(new[] { customer }));
        Assert.That(Uses(1, Filter("order.discount", "isNoneOf", "[1]")), Is.EqualTo(new[] { customer }));
        Assert.That(Uses(3, Filter("order.usedCoupon", "is", "true")), Is.EqualTo(new[] { customer }));
        Assert.That(Uses(0, Filter("order.usedCoupon", "is", "false")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches("""{ "activity": "discounts", "measure": "timesUsed", "operator": "equals", "value": 1, "within": { "last": 1, "unit": "day" } }"""),
            Is.EqualTo(new[] { customer }));

        List<int> Uses(int times, params string[] filters) => Matches(
            $$"""{ "activity": "discounts", "measure": "timesUsed", "operator": "equals", "value": {{times}}, "where": [{{string.Join(", ", filters)}}] }""");
    }

    [Test]
    public void Waiting_for_goods_counts()
    {
        var customer = Registered();
        _shop.BackInStock.Add(new BackInStockSubscription { CustomerId = customer, CreatedOnUtc = _now });

        Assert.That(Measured("backInStock", "count", "1"), Is.EqualTo(new[] { customer }));
    }

    private List<int> Measured(string activity, string measure, string value) =>
        Matches($$"""{ "activity": "{{activity}}", "measure": "{{measure}}", "operator": "equals", "value": {{value}} }""");

    private void Review(int customerId, int rating, DateTime on, int productId = 1, bool approved = true) => _shop.Reviews.Add(
        new ProductReview { CustomerId = customerId, ProductId = productId, Rating = rating, IsApproved = approved, CreatedOnUtc = on });
}
