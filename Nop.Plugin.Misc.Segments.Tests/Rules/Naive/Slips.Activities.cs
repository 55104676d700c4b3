using System.Text.Json.Nodes;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>Mistakes about what is measured.</content>
internal static partial class Slips
{
    private static Dictionary<string, Func<NaiveShop, NaiveEvaluator>> OfActivities => new()
    {
        ["an unknown first order is long ago"] = shop => new UnknownIs(shop, "daysSinceFirst", 1_000_000),
        ["an unknown largest order is zero"] = shop => new UnknownIs(shop, "largest", 0),
        ["an unknown smallest order is zero"] = shop => new UnknownIs(shop, "smallest", 0),
        ["no orders are 0 percent discounted"] = shop => new UnknownIs(shop, "discountedShare", 0),
        ["one order is 0 days apart"] = shop => new UnknownIs(shop, "averageDaysBetween", 0),
        ["units of nothing are unknown"] = shop => new NoZero(shop, "units"),
        ["distinct products of nothing are unknown"] = shop => new NoZero(shop, "distinctProducts"),
        ["units count lines"] = shop => new UnitsCountLines(shop),
        ["distinct products are counted once an order"] = shop => new DistinctInEachOrder(shop),
        ["the average distance is over all orders"] = shop => new AverageOverAll(shop),
        ["the average distance is in whole days"] = shop => new AverageInWholeDays(shop),
        ["discounts of lines are no discounts"] = shop => new DiscountedBy(shop, lines: false),
        ["discounts of the subtotal are no discounts"] = shop => new DiscountedBy(shop, subtotal: false),
        ["discounts of the total are no discounts"] = shop => new DiscountedBy(shop, total: false),
        ["discounted is what the history of discounts says"] = shop => new DiscountedByHistory(shop),
        ["items measure all lines of the order"] = shop => new AllLines(shop),
        ["items ignore what is asked of the order"] = shop => new LinesOfAllOrders(shop),
        ["quantity counts lines"] = shop => new QuantityCountsLines(shop),
        ["distinct products of lines are counted twice"] = shop => new DistinctLines(shop),
        ["the total of lines is quantity times price"] = shop => new LinesByUnitPrice(shop),
        ["ties are out of the top"] = shop => new TiesAreOut(shop, top: true),
        ["ties are out of the bottom"] = shop => new TiesAreOut(shop, top: false),
        ["shares are rounded down"] = shop => new SharesRoundedDown(shop),
        ["shares are rounded to the nearest"] = shop => new SharesRounded(shop),
        ["the bottom is the top"] = shop => new BottomIsTop(shop),
        ["all customers are ranked, deleted ones too"] = shop => new RanksEverybody(shop),
        ["guests are ranked though not asked for"] = shop => new RanksGuests(shop),
        ["guests are not ranked though asked for"] = shop => new RanksNoGuests(shop),
        ["who has nothing is ranked with 0"] = shop => new RanksNothing(shop),
        ["reviews count before they are approved"] = shop => new AnyReview(shop),
        ["no reviews are 0 stars"] = shop => new NoReviewsAreZero(shop),
        ["average ratings are whole"] = shop => new WholeRatings(shop),
        ["the rating of reviews is not asked for"] = shop => new AnyRating(shop),
        ["cancelled returns count"] = shop => new ReturnsCount(shop, ReturnRequestStatus.Cancelled),
        ["rejected returns count"] = shop => new ReturnsCount(shop, ReturnRequestStatus.RequestRejected),
        ["carts and wishlists are one"] = shop => new OneCart(shop),
        ["a cart's window looks at when items were added"] = shop => new CartByAdding(shop),
        ["prices that customers enter are the product's"] = shop => new PricesOfProducts(shop),
        ["entered prices go before the product's"] = shop => new EnteredPricesFirst(shop),
        ["a cart's total counts each row once"] = shop => new RowsOnce(shop),
        ["hours since a change are whole"] = shop => new WholeHours(shop),
        ["the first change of a cart counts"] = shop => new FirstChange(shop),
        ["points of the future count"] = shop => new FuturePoints(shop),
        ["expired points count"] = shop => new ExpiredPoints(shop),
        ["points expire a moment late"] = shop => new PointsExpireLate(shop),
        ["all points of an expired row are lost"] = shop => new AllPointsExpire(shop),
        ["points that expire without what is left of them are all lost"] = shop => new UnknownPointsExpire(shop),
        ["uses of discounts that are not named count"] = shop => new AnyUse(shop, "order.discount"),
        ["uses of discounts without coupon count"] = shop => new AnyUse(shop, "order.usedCoupon"),
        ["uses of discounts count by their own date"] = shop => new UsesByOwnDate(shop),
    };

    private sealed class NoZero(NaiveShop shop, string wrong) : NaiveEvaluator(shop)
    {
        protected override decimal? Measure(string measure, List<Order> orders) =>
            measure == wrong && orders.Count == 0 ? null : base.Measure(measure, orders);
    }

    private sealed class UnitsCountLines(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? Measure(string measure, List<Order> orders) =>
            measure == "units" ? orders.Sum(order => LinesOf(order).Count) : base.Measure(measure, orders);
    }

    private sealed class DistinctInEachOrder(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? Measure(string measure, List<Order> orders) => measure == "distinctProducts"
            ? orders.Sum(order => LinesOf(order).Select(line => line.ProductId).Distinct().Count())
            : base.Measure(measure, orders);
    }

    private sealed class AverageOverAll(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal AverageDays(DateTime first, DateTime last, int orders) => base.AverageDays(first, last, orders + 1);
    }

    private sealed class AverageInWholeDays(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal AverageDays(DateTime first, DateTime last, int orders) => (decimal)(Age(first) - Age(last)) / (orders - 1);
    }

    private sealed class DiscountedBy(NaiveShop shop, bool total = true, bool subtotal = true, bool lines = true) : NaiveEvaluator(shop)
    {
        protected override bool IsDiscounted(Order order) => (total && order.OrderDiscount > 0)
            || (subtotal && order.OrderSubTotalDiscountInclTax > 0) || (lines && LinesOf(order).Any(line => line.DiscountAmountInclTax > 0));
    }

    private sealed class DiscountedByHistory(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsDiscounted(Order order) => UsesOf(order).Count > 0;
    }

    private sealed class AllLines(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<OrderItem> MeasuredLines(JsonObject condition, Customer customer) =>
            MeasuredOrders(condition, customer).SelectMany(LinesOf).ToList();
    }

    private sealed class LinesOfAllOrders(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<OrderItem> MeasuredLines(JsonObject condition, Customer customer) => OrdersInWindow(condition, customer)
            .SelectMany(LinesOf).Where(line => ItemFilters(Where(condition)).All(filter => LinePasses(line, filter))).ToList();
    }

    private sealed class QuantityCountsLines(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal MeasureLines(string measure, List<OrderItem> lines) =>
            measure == "quantity" ? lines.Count : base.MeasureLines(measure, lines);
    }

    private sealed class DistinctLines(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal MeasureLines(string measure, List<OrderItem> lines) =>
            measure == "distinctProducts" ? lines.Count : base.MeasureLines(measure, lines);
    }

    private sealed class LinesByUnitPrice(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal MeasureLines(string measure, List<OrderItem> lines) =>
            measure == "total" ? lines.Sum(line => line.Quantity * line.UnitPriceInclTax) : base.MeasureLines(measure, lines);
    }

    private sealed class TiesAreOut(NaiveShop shop, bool top) : NaiveEvaluator(shop)
    {
        protected override bool ReachesTop(decimal measured, decimal threshold) => top ? measured > threshold : base.ReachesTop(measured, threshold);

        protected override bool ReachesBottom(decimal measured, decimal threshold) => top ? base.ReachesBottom(measured, threshold) : measured < threshold;
    }

    private sealed class SharesRoundedDown(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int PlaceOf(int count, decimal percent) => Math.Max(1, (int)(count * percent / 100));
    }

    private sealed class SharesRounded(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int PlaceOf(int count, decimal percent) => Math.Max(1, (int)Math.Round(count * percent / 100, MidpointRounding.AwayFromZero));
    }

    private sealed class BottomIsTop(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsRanked(string op, JsonObject condition, Customer customer) => base.IsRanked("inTop", condition, customer);
    }

    private sealed class RanksEverybody(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsRankedAgainst(Customer customer, bool includeGuests) => true;
    }

    private sealed class RanksGuests(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsRankedAgainst(Customer customer, bool includeGuests) => IsMeant(customer, true);
    }

    private sealed class RanksNoGuests(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool IsRankedAgainst(Customer customer, bool includeGuests) => IsMeant(customer, false);
    }

    private sealed class RanksNothing(NaiveShop shop) : NaiveEvaluator(shop)
    {
        private static readonly string[] _known = ["count", "total", "units", "distinctProducts", "quantity"];

        protected override bool IsRankable(JsonObject condition, Customer customer) =>
            _known.Contains(Text(condition["measure"])) || base.IsRankable(condition, customer);
    }

    private sealed class AnyReview(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool ReviewCounts(ProductReview review) => true;
    }

    private sealed class NoReviewsAreZero(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? MeasureReviews(string measure, List<ProductReview> reviews) =>
            measure == "averageRating" ? base.MeasureReviews(measure, reviews) ?? 0 : base.MeasureReviews(measure, reviews);
    }

    private sealed class WholeRatings(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? MeasureReviews(string measure, List<ProductReview> reviews) =>
            base.MeasureReviews(measure, reviews) is { } known ? Math.Floor(known) : null;
    }

    private sealed class AnyRating(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool ReviewPasses(ProductReview review, JsonObject filter) =>
            Text(filter["field"]) == "review.rating" || base.ReviewPasses(review, filter);
    }

    private sealed class ReturnsCount(NaiveShop shop, ReturnRequestStatus wrong) : NaiveEvaluator(shop)
    {
        protected override bool ReturnCounts(ReturnRequest one) => one.ReturnRequestStatus == wrong || base.ReturnCounts(one);
    }

    private sealed class OneCart(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<ShoppingCartItem> CartOf(JsonObject condition, Customer customer, ShoppingCartType type) =>
            [.. base.CartOf(condition, customer, ShoppingCartType.ShoppingCart), .. base.CartOf(condition, customer, ShoppingCartType.Wishlist)];
    }

    private sealed class CartByAdding(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<ShoppingCartItem> CartOf(JsonObject condition, Customer customer, ShoppingCartType type) => Shop.CartItems
            .Where(item => item.CustomerId == customer.Id && item.ShoppingCartType == type && IsInWindow(item.CreatedOnUtc, Window(condition))).ToList();
    }

    private sealed class PricesOfProducts(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal PriceOf(ShoppingCartItem item) => ProductOf(item.ProductId).Price;
    }

    private sealed class EnteredPricesFirst(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal PriceOf(ShoppingCartItem item) =>
            item.CustomerEnteredPrice > 0 ? item.CustomerEnteredPrice : ProductOf(item.ProductId).Price;
    }

    private sealed class RowsOnce(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? MeasureCart(string measure, List<ShoppingCartItem> items) =>
            measure == "total" ? items.Sum(PriceOf) : base.MeasureCart(measure, items);
    }

    private sealed class WholeHours(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal HoursSince(DateTime moment) => Math.Floor(base.HoursSince(moment));
    }

    private sealed class FirstChange(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override decimal? MeasureCart(string measure, List<ShoppingCartItem> items) => measure == "hoursSinceChange" && items.Count > 0
            ? HoursSince(items.Min(item => item.UpdatedOnUtc))
            : base.MeasureCart(measure, items);
    }

    private sealed class FuturePoints(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasBegun(RewardPointsHistory row) => true;
    }

    private sealed class ExpiredPoints(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasExpired(RewardPointsHistory row) => false;
    }

    private sealed class PointsExpireLate(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HasExpired(RewardPointsHistory row) => row.EndDateUtc < Shop.Now;
    }

    private sealed class AllPointsExpire(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int LostPoints(RewardPointsHistory row) => row.Points;
    }

    private sealed class UnknownPointsExpire(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override int LostPoints(RewardPointsHistory row) => row.ValidPoints ?? row.Points;
    }

    private sealed class AnyUse(NaiveShop shop, string wrong) : NaiveEvaluator(shop)
    {
        protected override bool UsePasses(DiscountUsageHistory use, JsonObject filter) => Text(filter["field"]) == wrong || base.UsePasses(use, filter);
    }

    private sealed class UsesByOwnDate(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override List<DiscountUsageHistory> DiscountUsesOf(JsonObject condition, Customer customer)
        {
            var everywhen = condition.DeepClone().AsObject();
            everywhen.Remove("within");
            return base.DiscountUsesOf(everywhen, customer).Where(use => IsInWindow(use.CreatedOnUtc, Window(condition))).ToList();
        }
    }
}
