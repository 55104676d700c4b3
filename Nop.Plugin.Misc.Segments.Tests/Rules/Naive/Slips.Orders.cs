using System.Text.Json.Nodes;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>Mistakes about which orders count, about the first and the latest, and about filters.</content>
internal static partial class Slips
{
    private static Dictionary<string, Func<NaiveShop, NaiveEvaluator>> OfOrders => new()
    {
        ["a filter of the status does not replace the list"] = shop => new ListsStay(shop, "order.status"),
        ["a filter of the payment status does not replace the list"] = shop => new ListsStay(shop, "order.paymentStatus"),
        ["a filter of the status replaces both lists"] = shop => new StatusReplacesBoth(shop),
        ["a filter of the status replaces the list for any of, not for none of"] = shop => new OnlyAnyOfReplaces(shop),
        ["a filter of the status lets deleted orders in"] = shop => new StatusLetsDeletedIn(shop),
        ["every looks at orders on the list though a status is asked for"] = shop => new EveryNeverWidens(shop),
        ["the first order is that of the lowest number"] = shop => new FirstByNumber(shop),
        ["the latest order is that of the highest number"] = shop => new LatestByNumber(shop),
        ["of orders at one moment the first is the one with the higher number"] = shop => new FirstOfTiesIsLast(shop),
        ["of orders at one moment the latest is the one with the lower number"] = shop => new LatestOfTiesIsFirst(shop),
        ["the first is the first that passes"] = shop => new FirstThatPasses(shop),
        ["the latest is the latest that passes"] = shop => new LatestThatPasses(shop),
        ["the latest ignores the window"] = shop => new LatestIgnoresWindow(shop),
        ["the window asks after the very latest"] = shop => new VeryLatestInWindow(shop),
        ["first holds for nothing"] = shop => new FirstHoldsForNothing(shop),
        ["the country is where it is shipped to"] = shop => new OtherFilter(shop, "order.country", "order.shippingCountry"),
        ["the country it is shipped to is that of the bill"] = shop => new OtherFilter(shop, "order.shippingCountry", "order.country"),
        ["the shipping status is the order's"] = shop => new OtherFilter(shop, "order.shippingStatus", "order.status"),
        ["the shipping method is the payment's"] = shop => new OtherFilter(shop, "order.shippingMethod", "order.paymentMethod"),
        ["the order's language is its affiliate"] = shop => new OtherFilter(shop, "order.language", "order.affiliate"),
        ["the maker is a tag"] = shop => new OtherFilter(shop, "item.manufacturer", "item.tag"),
        ["the vendor is the maker"] = shop => new OtherFilter(shop, "item.vendor", "item.manufacturer"),
        ["none of the discounts is another discount"] = shop => new NoneOfDiscountsIsAnother(shop),
        ["no coupon is a discount without one"] = shop => new NoCouponIsAnotherDiscount(shop),
        ["any discount is a coupon"] = shop => new AnyDiscountIsCoupon(shop),
        ["a discount that has a code needs one"] = shop => new CodeIsCoupon(shop),
        ["all of the branches are all of their categories"] = shop => new AllOfBranchIsAll(shop),
        ["all of the branches are one branch"] = shop => new AllBranchesAreOne(shop),
        ["the products of the order carry the tags together"] = shop => new TagsTogether(shop),
    };

    private sealed class ListsStay(NaiveShop shop, string wrong) : NaiveEvaluator(shop)
    {
        protected override bool ReplacesList(JsonArray? where, string field) => field != wrong && base.ReplacesList(where, field);
    }

    private sealed class StatusReplacesBoth(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool ReplacesList(JsonArray? where, string field) => base.ReplacesList(where, "order.status") || base.ReplacesList(where, field);
    }

    private sealed class OnlyAnyOfReplaces(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool ReplacesList(JsonArray? where, string field) =>
            (where ?? []).Any(filter => Text(filter!["field"]) == field && Text(filter["operator"]) == "isAnyOf");
    }

    private sealed class StatusLetsDeletedIn(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool Counts(Order order, bool anyStatus, bool anyPayment) => (anyStatus && order.Deleted)
            || base.Counts(order, anyStatus, anyPayment);
    }

    private sealed class EveryNeverWidens(NaiveShop shop) : NaiveEvaluator(shop)
    {
        private bool _narrow;

        protected override bool HoldsEvery(JsonObject condition, Customer customer)
        {
            _narrow = true;
            var holds = base.HoldsEvery(condition, customer);
            _narrow = false;
            return holds;
        }

        protected override bool ReplacesList(JsonArray? where, string field) => !_narrow && base.ReplacesList(where, field);
    }

    private sealed class FirstByNumber(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override Order? FirstOf(List<Order> orders) => orders.MinBy(order => order.Id);
    }

    private sealed class LatestByNumber(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override Order? LatestOf(List<Order> orders) => orders.MaxBy(order => order.Id);
    }

    private sealed class FirstOfTiesIsLast(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override Order? FirstOf(List<Order> orders) =>
            orders.OrderBy(order => order.CreatedOnUtc).ThenByDescending(order => order.Id).FirstOrDefault();
    }

    private sealed class LatestOfTiesIsFirst(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override Order? LatestOf(List<Order> orders) =>
            orders.OrderBy(order => order.CreatedOnUtc).ThenByDescending(order => order.Id).LastOrDefault();
    }

    private sealed class FirstThatPasses(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsFirst(JsonObject condition, Customer customer) => MeasuredOrders(condition, customer).Count > 0;
    }

    private sealed class LatestThatPasses(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsLatest(JsonObject condition, Customer customer) => MeasuredOrders(condition, customer).Count > 0;
    }

    private sealed class LatestIgnoresWindow(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsLatest(JsonObject condition, Customer customer) =>
            LatestOf(OrdersOf(customer, Where(condition))) is { } latest && Passes(latest, Where(condition));
    }

    private sealed class VeryLatestInWindow(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsLatest(JsonObject condition, Customer customer) => LatestOf(OrdersOf(customer, Where(condition))) is { } latest
            && IsInWindow(latest.CreatedOnUtc, Window(condition)) && Passes(latest, Where(condition));
    }

    private sealed class FirstHoldsForNothing(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsFirst(JsonObject condition, Customer customer) =>
            base.HoldsFirst(condition, customer) || OrdersInWindow(condition, customer).Count == 0;
    }

    private sealed class OtherFilter(NaiveShop shop, string wrong, string instead) : NaiveEvaluator(shop)
    {
        protected override bool OrderPasses(Order order, JsonObject filter) => base.OrderPasses(order, Changed(filter));

        protected override bool LinePasses(OrderItem line, JsonObject filter) => base.LinePasses(line, Changed(filter));

        private JsonObject Changed(JsonObject filter)
        {
            if (Text(filter["field"]) != wrong)
                return filter;

            // Names are those of the right filter.
            var changed = filter.DeepClone().AsObject();
            if (wrong != "order.shippingMethod")
                changed["value"] = new JsonArray([.. Ids(filter).Select(id => JsonValue.Create(id))]);
            changed["field"] = instead;
            return changed;
        }
    }

    private sealed class NoneOfDiscountsIsAnother(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool OrderPasses(Order order, JsonObject filter) =>
            Text(filter["field"]) == "order.discount" && Text(filter["operator"]) == "isNoneOf"
            ? UsesOf(order).Any(use => !Ids(filter).Contains(use.DiscountId))
            : base.OrderPasses(order, filter);
    }

    private sealed class NoCouponIsAnotherDiscount(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool OrderPasses(Order order, JsonObject filter) => Text(filter["field"]) == "order.usedCoupon" && !Flag(filter["value"])
            ? UsesOf(order).Any(use => !NeedsCoupon(use))
            : base.OrderPasses(order, filter);
    }

    private sealed class AnyDiscountIsCoupon(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool UsedCoupon(Order order) => UsesOf(order).Count > 0;
    }

    private sealed class CodeIsCoupon(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool UsedCoupon(Order order) =>
            UsesOf(order).Any(use => Shop.Basics.Discounts.Single(discount => discount.Id == use.DiscountId).CouponCode != null);
    }

    private sealed class AllOfBranchIsAll(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsCategory(string op, JsonObject filter, int productId) => op == "isAllOf" && IncludesSubcategories(filter)
            ? WithSubcategories(Ids(filter)).All(CategoriesOf(productId).Contains)
            : base.HoldsCategory(op, filter, productId);
    }

    private sealed class AllBranchesAreOne(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool HoldsCategory(string op, JsonObject filter, int productId) => op == "isAllOf" && IncludesSubcategories(filter)
            ? WithSubcategories(Ids(filter)).Any(CategoriesOf(productId).Contains)
            : base.HoldsCategory(op, filter, productId);
    }

    private sealed class TagsTogether(NaiveShop shop) : NaiveEvaluator(shop)
    {
        protected override bool PassesItemFilters(List<OrderItem> lines, List<JsonObject> filters) => base.PassesItemFilters(lines, filters)
            || (filters.All(filter => Text(filter["operator"]) == "isAllOf" && Text(filter["field"]) == "item.tag")
                && filters.SelectMany(Ids).All(lines.SelectMany(line => TagsOf(line.ProductId)).Contains));
    }
}
