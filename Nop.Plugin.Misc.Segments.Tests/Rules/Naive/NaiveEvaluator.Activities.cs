using System.Text.Json.Nodes;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>What a customer did, measured.</content>
internal partial class NaiveEvaluator
{
    private bool HoldsActivity(JsonObject condition, Customer customer)
    {
        var op = Text(condition["operator"]);
        return op is "inTop" or "inBottom"
            ? IsRanked(op, condition, customer)
            : HoldsMeasure(op, MeasureActivity(condition, customer), condition["value"]!);
    }

    /// <summary>What is measured, or null where it is unknown.</summary>
    private decimal? MeasureActivity(JsonObject condition, Customer customer)
    {
        var measure = Text(condition["measure"]);
        return Text(condition["activity"]) switch
        {
            "orders" => Measure(measure, MeasuredOrders(condition, customer)),
            "items" => MeasureLines(measure, MeasuredLines(condition, customer)),
            "reviews" => MeasureReviews(measure, ReviewsOf(condition, customer)),
            "returns" => OnlyCount(measure, ReturnsOf(condition, customer).Count),
            "cart" => MeasureCart(measure, CartOf(condition, customer, ShoppingCartType.ShoppingCart)),
            "wishlist" => MeasureCart(measure, CartOf(condition, customer, ShoppingCartType.Wishlist)),
            "rewardPoints" => measure == "balance" ? BalanceOf(customer) : throw Unknown(measure),
            "discounts" => measure == "timesUsed" ? DiscountUsesOf(condition, customer).Count : throw Unknown(measure),
            "backInStock" => OnlyCount(measure, BackInStockOf(condition, customer).Count),
            var activity => throw Unknown(activity)
        };
    }

    private static decimal OnlyCount(string measure, int count) => measure == "count" ? count : throw Unknown(measure);

    // The best and the worst of all.

    protected virtual bool IsRanked(string op, JsonObject condition, Customer customer)
    {
        if (!IsRankable(condition, customer))
            return false;

        var values = RankedValues(condition);
        if (values.Count == 0)
            return false;

        var place = PlaceOf(values.Count, Number(condition["value"]));
        var measured = MeasureActivity(condition, customer)!.Value;
        return op == "inTop"
            ? ReachesTop(measured, values[^place])
            : ReachesBottom(measured, values[place - 1]);
    }

    /// <summary>How many make up the share: rounded up, and at least one.</summary>
    protected virtual int PlaceOf(int count, decimal percent) => Math.Max(1, (int)Math.Ceiling(count * percent / 100));

    protected virtual bool ReachesTop(decimal measured, decimal threshold) => measured >= threshold;

    protected virtual bool ReachesBottom(decimal measured, decimal threshold) => measured <= threshold;

    /// <summary>The measured values of all who have something to be ranked by, the smallest first.</summary>
    private List<decimal> RankedValues(JsonObject condition)
    {
        if (_ranked.TryGetValue((condition, _includeGuests), out var known))
            return known;

        var values = Shop.Customers
            .Where(customer => IsRankedAgainst(customer, _includeGuests) && IsRankable(condition, customer))
            .Select(customer => MeasureActivity(condition, customer)!.Value)
            .Order().ToList();
        _ranked[(condition, _includeGuests)] = values;
        return values;
    }

    protected virtual bool IsRankedAgainst(Customer customer, bool includeGuests) => IsMeant(customer, includeGuests);

    /// <summary>Who has no order, or no line, is in no top and in no bottom.</summary>
    protected virtual bool IsRankable(JsonObject condition, Customer customer) => Text(condition["activity"]) == "orders"
        ? MeasuredOrders(condition, customer).Count > 0
        : MeasuredLines(condition, customer).Count > 0;

    // Orders.

    protected List<Order> MeasuredOrders(JsonObject condition, Customer customer) =>
        OrdersInWindow(condition, customer).Where(order => Passes(order, Where(condition))).ToList();

    protected virtual decimal? Measure(string measure, List<Order> orders)
    {
        var total = 0m;
        foreach (var order in orders)
            total += Money(order);

        return measure switch
        {
            "count" => orders.Count,
            "total" => total,
            "average" => orders.Count == 0 ? null : total / orders.Count,
            "largest" => orders.Count == 0 ? null : orders.Max(Money),
            "smallest" => orders.Count == 0 ? null : orders.Min(Money),
            "units" => orders.SelectMany(LinesOf).Sum(line => line.Quantity),
            "distinctProducts" => orders.SelectMany(LinesOf).Select(line => line.ProductId).Distinct().Count(),
            "daysSinceFirst" => orders.Count == 0 ? null : Age(orders.Min(order => order.CreatedOnUtc)),
            "daysSinceLast" => orders.Count == 0 ? null : Age(orders.Max(order => order.CreatedOnUtc)),
            "averageDaysBetween" => orders.Count < 2
                ? null
                : AverageDays(orders.Min(order => order.CreatedOnUtc), orders.Max(order => order.CreatedOnUtc), orders.Count),
            "discountedShare" => orders.Count == 0 ? null : 100m * orders.Count(IsDiscounted) / orders.Count,
            _ => throw Unknown(measure)
        };
    }

    protected virtual decimal AverageDays(DateTime first, DateTime last, int orders) =>
        (decimal)(last - first).Ticks / TimeSpan.TicksPerDay / (orders - 1);

    protected virtual bool IsDiscounted(Order order) =>
        order.OrderDiscount > 0 || order.OrderSubTotalDiscountInclTax > 0 || LinesOf(order).Any(line => line.DiscountAmountInclTax > 0);

    // Lines of orders.

    /// <summary>Only the lines that pass, of the orders that pass.</summary>
    protected virtual List<OrderItem> MeasuredLines(JsonObject condition, Customer customer)
    {
        var filters = ItemFilters(Where(condition));
        return OrdersInWindow(condition, customer).Where(order => OrderPasses(order, Where(condition)))
            .SelectMany(LinesOf).Where(line => filters.All(filter => LinePasses(line, filter))).ToList();
    }

    protected virtual decimal MeasureLines(string measure, List<OrderItem> lines) => measure switch
    {
        "quantity" => lines.Sum(line => line.Quantity),
        "total" => lines.Sum(line => line.PriceInclTax),
        "distinctProducts" => lines.Select(line => line.ProductId).Distinct().Count(),
        _ => throw Unknown(measure)
    };

    // Reviews.

    private List<ProductReview> ReviewsOf(JsonObject condition, Customer customer) => Shop.Reviews
        .Where(review => review.CustomerId == customer.Id && ReviewCounts(review) && IsInWindow(review.CreatedOnUtc, Window(condition))
            && (Where(condition) ?? []).All(filter => ReviewPasses(review, filter!.AsObject())))
        .ToList();

    protected virtual bool ReviewCounts(ProductReview review) => review.IsApproved;

    protected virtual bool ReviewPasses(ProductReview review, JsonObject filter)
    {
        var op = Text(filter["operator"]);
        return Text(filter["field"]) switch
        {
            "review.product" => HoldsChoice(op, Ids(filter), [review.ProductId]),
            "review.category" => HoldsCategory(op, filter, review.ProductId),
            "review.rating" => HoldsNumber(op, review.Rating, filter["value"]!),
            var field => throw Unknown(field)
        };
    }

    protected virtual decimal? MeasureReviews(string measure, List<ProductReview> reviews) => measure switch
    {
        "count" => reviews.Count,
        "averageRating" => reviews.Count == 0 ? null : (decimal)reviews.Sum(review => review.Rating) / reviews.Count,
        "daysSinceLast" => reviews.Count == 0 ? null : Age(reviews.Max(review => review.CreatedOnUtc)),
        _ => throw Unknown(measure)
    };

    // Returns, carts and wishlists, reward points, discounts, waiting for goods.

    private List<ReturnRequest> ReturnsOf(JsonObject condition, Customer customer) => Shop.Returns
        .Where(one => one.CustomerId == customer.Id && ReturnCounts(one) && IsInWindow(one.CreatedOnUtc, Window(condition))).ToList();

    protected virtual bool ReturnCounts(ReturnRequest one) =>
        one.ReturnRequestStatus is not (ReturnRequestStatus.Cancelled or ReturnRequestStatus.RequestRejected);

    protected virtual List<ShoppingCartItem> CartOf(JsonObject condition, Customer customer, ShoppingCartType type) => Shop.CartItems
        .Where(item => item.CustomerId == customer.Id && item.ShoppingCartType == type && IsInWindow(item.UpdatedOnUtc, Window(condition))).ToList();

    protected virtual decimal? MeasureCart(string measure, List<ShoppingCartItem> items) => measure switch
    {
        "items" => items.Count,
        "units" => items.Sum(item => item.Quantity),
        "total" => items.Sum(item => item.Quantity * PriceOf(item)),
        "hoursSinceChange" => items.Count == 0 ? null : HoursSince(items.Max(item => item.UpdatedOnUtc)),
        _ => throw Unknown(measure)
    };

    protected virtual decimal PriceOf(ShoppingCartItem item) =>
        ProductOf(item.ProductId).CustomerEntersPrice ? item.CustomerEnteredPrice : ProductOf(item.ProductId).Price;

    protected virtual decimal HoursSince(DateTime moment) => (decimal)(Shop.Now - moment).Ticks / TimeSpan.TicksPerHour;

    /// <summary>The points of the past, less what of them has expired.</summary>
    private int BalanceOf(Customer customer)
    {
        var balance = 0;
        foreach (var row in Shop.RewardPoints)
        {
            if (row.CustomerId == customer.Id && HasBegun(row))
                balance += row.Points - (HasExpired(row) ? LostPoints(row) : 0);
        }

        return balance;
    }

    protected virtual bool HasBegun(RewardPointsHistory row) => row.CreatedOnUtc <= Shop.Now;

    protected virtual bool HasExpired(RewardPointsHistory row) => row.EndDateUtc <= Shop.Now;

    protected virtual int LostPoints(RewardPointsHistory row) => row.ValidPoints ?? 0;

    protected virtual List<DiscountUsageHistory> DiscountUsesOf(JsonObject condition, Customer customer) =>
        MeasuredOrders(condition, customer).SelectMany(UsesOf)
            .Where(use => (Where(condition) ?? []).All(filter => UsePasses(use, filter!.AsObject()))).ToList();

    /// <summary>Where a filter names discounts, or asks for coupons, only their uses count.</summary>
    protected virtual bool UsePasses(DiscountUsageHistory use, JsonObject filter) => Text(filter["field"]) switch
    {
        "order.discount" => Text(filter["operator"]) == "isNoneOf" || Ids(filter).Contains(use.DiscountId),
        "order.usedCoupon" => !Flag(filter["value"]) || NeedsCoupon(use),
        _ => true
    };

    private List<BackInStockSubscription> BackInStockOf(JsonObject condition, Customer customer) => Shop.BackInStock
        .Where(one => one.CustomerId == customer.Id && IsInWindow(one.CreatedOnUtc, Window(condition))).ToList();
}
