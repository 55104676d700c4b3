using System.Text.Json.Nodes;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>Which orders count, what is asked of each, and how orders and their lines are filtered.</content>
internal partial class NaiveEvaluator
{
    // Which orders count.

    /// <summary>The customer's orders that count; a filter of a status takes the place of the list it names.</summary>
    protected List<Order> OrdersOf(Customer customer, JsonArray? where = null)
    {
        var (anyStatus, anyPayment) = (ReplacesList(where, "order.status"), ReplacesList(where, "order.paymentStatus"));
        return _orders.Value[customer.Id].Where(order => Counts(order, anyStatus, anyPayment)).ToList();
    }

    protected virtual bool ReplacesList(JsonArray? where, string field) => (where ?? []).Any(filter => Text(filter!["field"]) == field);

    protected virtual bool Counts(Order order, bool anyStatus, bool anyPayment) => !order.Deleted
        && (anyStatus || Shop.OrderStatusIds.Contains(order.OrderStatusId))
        && (anyPayment || Shop.PaymentStatusIds.Contains(order.PaymentStatusId));

    /// <summary>Those of a customer's orders that count and lie in the window of a condition, whether they pass its filters or not.</summary>
    protected virtual List<Order> OrdersInWindow(JsonObject condition, Customer customer) =>
        OrdersOf(customer, Where(condition)).Where(order => IsInWindow(order.CreatedOnUtc, Window(condition))).ToList();

    protected static JsonArray? Where(JsonObject condition) => condition["where"]?.AsArray();

    // Each order, the first and the latest.

    protected virtual bool HoldsEvery(JsonObject condition, Customer customer)
    {
        if (Text(condition["every"]) != "order")
            throw Unknown(Text(condition["every"]));

        var orders = OrdersInWindow(condition, customer);
        return orders.Count > 0 && orders.All(order => Passes(order, Where(condition)));
    }

    protected virtual bool HoldsFirst(JsonObject condition, Customer customer)
    {
        if (Text(condition["first"]) != "order")
            throw Unknown(Text(condition["first"]));

        var first = FirstOf(OrdersInWindow(condition, customer));
        return first is not null && Passes(first, Where(condition));
    }

    protected virtual bool HoldsLatest(JsonObject condition, Customer customer)
    {
        if (Text(condition["latest"]) != "order")
            throw Unknown(Text(condition["latest"]));

        var latest = LatestOf(OrdersInWindow(condition, customer));
        return latest is not null && Passes(latest, Where(condition));
    }

    protected virtual Order? FirstOf(List<Order> orders) => orders.OrderBy(order => order.CreatedOnUtc).ThenBy(order => order.Id).FirstOrDefault();

    protected virtual Order? LatestOf(List<Order> orders) => orders.OrderBy(order => order.CreatedOnUtc).ThenBy(order => order.Id).LastOrDefault();

    // Filters.

    protected virtual bool Passes(Order order, JsonArray? where)
    {
        if (!OrderPasses(order, where))
            return false;

        var itemFilters = ItemFilters(where);
        return itemFilters.Count == 0 || PassesItemFilters(LinesOf(order), itemFilters);
    }

    /// <summary>All filters of the order itself.</summary>
    protected bool OrderPasses(Order order, JsonArray? where) =>
        (where ?? []).Select(filter => filter!.AsObject()).Where(filter => !IsItemFilter(filter)).All(filter => OrderPasses(order, filter));

    protected static List<JsonObject> ItemFilters(JsonArray? where) => (where ?? []).Select(filter => filter!.AsObject()).Where(IsItemFilter).ToList();

    private static bool IsItemFilter(JsonObject filter) => Text(filter["field"]).StartsWith("item.", StringComparison.Ordinal);

    protected List<OrderItem> LinesOf(Order order) => _lines.Value[order.Id].ToList();

    protected virtual bool OrderPasses(Order order, JsonObject filter)
    {
        var op = Text(filter["operator"]);
        return Text(filter["field"]) switch
        {
            "order.total" => HoldsNumber(op, FilteredMoney(order), filter["value"]!),
            "order.status" => HoldsChoice(op, Ids(filter), [order.OrderStatusId]),
            "order.paymentStatus" => HoldsChoice(op, Ids(filter), [order.PaymentStatusId]),
            "order.shippingStatus" => HoldsChoice(op, Ids(filter), [order.ShippingStatusId]),
            "order.store" => HoldsChoice(op, Ids(filter), [order.StoreId]),
            "order.affiliate" => HoldsChoice(op, Ids(filter), [order.AffiliateId]),
            "order.language" => HoldsChoice(op, Ids(filter), [order.CustomerLanguageId]),
            "order.country" => HoldsChoice(op, Ids(filter), ListOf(CountryOf(order.BillingAddressId))),
            "order.shippingCountry" => HoldsChoice(op, Ids(filter), ListOf(CountryOf(order.ShippingAddressId))),
            "order.paymentMethod" => HoldsCode(op, Texts(filter["value"]), order.PaymentMethodSystemName),
            "order.shippingMethod" => HoldsCode(op, Texts(filter["value"]), order.ShippingMethod),
            "order.currency" => HoldsCode(op, Texts(filter["value"]), order.CustomerCurrencyCode),
            "order.discount" => HoldsChoice(op, Ids(filter), UsesOf(order).Select(use => use.DiscountId).ToList()),
            "order.usedCoupon" => UsedCoupon(order) == Flag(filter["value"]),
            var field => throw Unknown(field)
        };
    }

    protected virtual decimal Money(Order order) => order.OrderTotal - order.RefundedAmount;

    protected virtual decimal FilteredMoney(Order order) => Money(order);

    protected int? CountryOf(int? addressId) =>
        addressId is { } id ? Shop.Basics.Addresses.Single(address => address.Id == id).CountryId : null;

    protected List<DiscountUsageHistory> UsesOf(Order order) => Shop.DiscountUses.Where(use => use.OrderId == order.Id).ToList();

    protected virtual bool UsedCoupon(Order order) => UsesOf(order).Any(NeedsCoupon);

    protected bool NeedsCoupon(DiscountUsageHistory use) => Shop.Basics.Discounts.Single(discount => discount.Id == use.DiscountId).RequiresCouponCode;

    /// <summary>All on one and the same line.</summary>
    protected virtual bool PassesItemFilters(List<OrderItem> lines, List<JsonObject> filters) =>
        lines.Any(line => filters.All(filter => LinePasses(line, filter)));

    protected virtual bool LinePasses(OrderItem line, JsonObject filter)
    {
        var op = Text(filter["operator"]);
        return Text(filter["field"]) switch
        {
            "item.product" => HoldsChoice(op, Ids(filter), [line.ProductId]),
            "item.category" => HoldsCategory(op, filter, line.ProductId),
            "item.manufacturer" => HoldsChoice(op, Ids(filter), ManufacturersOf(line.ProductId)),
            "item.tag" => HoldsChoice(op, Ids(filter), TagsOf(line.ProductId)),
            "item.vendor" => HoldsChoice(op, Ids(filter), [ProductOf(line.ProductId).VendorId]),
            "item.sku" => HoldsText(op, filter["value"], ProductOf(line.ProductId).Sku),
            "item.quantity" => HoldsNumber(op, line.Quantity, filter["value"]!),
            "item.unitPrice" => HoldsNumber(op, line.UnitPriceInclTax, filter["value"]!),
            "item.total" => HoldsNumber(op, line.PriceInclTax, filter["value"]!),
            var field => throw Unknown(field)
        };
    }

    // Products as they are filed.

    protected Nop.Core.Domain.Catalog.Product ProductOf(int productId) => Shop.Products.Single(product => product.Id == productId);

    /// <summary>Each chosen category stands for its own branch where subcategories are included.</summary>
    protected virtual bool HoldsCategory(string op, JsonObject filter, int productId)
    {
        var actual = CategoriesOf(productId);
        var branches = new List<List<int>>();
        foreach (var chosen in Ids(filter))
            branches.Add(IncludesSubcategories(filter) ? WithSubcategories([chosen]) : [chosen]);

        return op switch
        {
            "isAnyOf" => branches.Any(branch => branch.Any(actual.Contains)),
            "isNoneOf" => !branches.Any(branch => branch.Any(actual.Contains)),
            "isAllOf" => branches.All(branch => branch.Any(actual.Contains)),
            _ => throw Unknown(op)
        };
    }

    protected static bool IncludesSubcategories(JsonObject filter) => filter["includeSubcategories"] is { } included && Flag(included);

    protected List<int> CategoriesOf(int productId) =>
        Shop.ProductCategories.Where(mapping => mapping.ProductId == productId).Select(mapping => mapping.CategoryId).ToList();

    protected List<int> ManufacturersOf(int productId) =>
        Shop.ProductManufacturers.Where(mapping => mapping.ProductId == productId).Select(mapping => mapping.ManufacturerId).ToList();

    protected List<int> TagsOf(int productId) =>
        Shop.ProductTags.Where(mapping => mapping.ProductId == productId).Select(mapping => mapping.ProductTagId).ToList();

    protected virtual List<int> WithSubcategories(List<int> chosen)
    {
        var all = new List<int>(chosen);
        bool grown;
        do
        {
            grown = false;
            foreach (var category in Shop.Categories)
            {
                if (!category.Deleted && all.Contains(category.ParentCategoryId) && !all.Contains(category.Id))
                {
                    all.Add(category.Id);
                    grown = true;
                }
            }
        }
        while (grown);

        return all;
    }
}
