using FsCheck;
using FsCheck.Fluent;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;
using static Nop.Plugin.Misc.Segments.Tests.Rules.Generation.ConditionParts;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Lists of filters: every filter there is, alone and together.</summary>
internal sealed class FilterGenerator
{
    private readonly NaiveShop _shop;
    private readonly Landmarks _landmarks;

    public FilterGenerator(NaiveShop shop, Landmarks landmarks)
    {
        _shop = shop;
        _landmarks = landmarks;

        var order = OrderFilter();
        var item = ItemFilter();
        OfOrders = Lists(Gen.Frequency((1, order), (1, item)));
        OfItems = Lists(Gen.Frequency((1, order), (3, item)));
        OfDiscounts = Lists(Gen.Frequency((1, order), (2, Discount()), (2, YesNo("order.usedCoupon"))));
        OfReviews = Lists(ReviewFilter());
    }

    /// <summary>For orders: filters of the order and of its lines.</summary>
    public Gen<string> OfOrders { get; }

    /// <summary>For lines of orders: the same, more often of lines.</summary>
    public Gen<string> OfItems { get; }

    /// <summary>For discounts: filters of the order alone.</summary>
    public Gen<string> OfDiscounts { get; }

    public Gen<string> OfReviews { get; }

    /// <summary>Filters, or none in either way of writing that; no more than a few, or nothing would ever pass.</summary>
    private static Gen<string> Lists(Gen<string> filter) => Gen.Frequency(
        (5, Gen.Constant("")),
        (1, Gen.Constant("[]")),
        (8, from count in Gen.Elements(1, 1, 1, 2, 2, 3) from some in Gen.ArrayOf(filter, count) select Json.Array(some)));

    private Gen<string> OrderFilter() => Gen.Frequency(
        (5, Compared("order.total", _landmarks.Amounts)),
        (4, Statuses<OrderStatus>("order.status")),
        (4, Statuses<PaymentStatus>("order.paymentStatus")),
        (1, Statuses<ShippingStatus>("order.shippingStatus")),
        (2, Choice("order.store", false, _shop.Basics.Stores.Select(store => (store.Id, (string?)store.Name)))),
        (1, Choice("order.affiliate", _shop.Basics.Affiliates.Select(affiliate => affiliate.Id))),
        (1, Choice("order.language", _shop.Basics.Languages.Select(language => language.Id))),
        (2, Choice("order.country", false, _shop.Basics.Countries.Select(country => (country.Id, (string?)country.Name)))),
        (2, Choice("order.shippingCountry", false, _shop.Basics.Countries.Select(country => (country.Id, (string?)country.Name)))),
        (1, Codes("order.paymentMethod", "Payments.Manual", "Payments.CheckMoneyOrder")),
        (1, Codes("order.shippingMethod", "Ground", "By Air")),
        (1, Codes("order.currency", "EUR", "USD", "CHF")),
        (2, Discount()),
        (2, YesNo("order.usedCoupon")));

    private static Gen<string> Statuses<TStatus>(string field) where TStatus : struct, Enum =>
        Choice(field, Enum.GetValues<TStatus>().Select(status => Convert.ToInt32(status)));

    private Gen<string> Discount() =>
        Choice("order.discount", true, _shop.Basics.Discounts.Select(discount => (discount.Id, (string?)discount.Name)));

    private Gen<string> ItemFilter()
    {
        var filters = new List<(int, Gen<string>)>
        {
            (2, Compared("item.quantity", Gen.Choose(0, 5))),
            (2, Compared("item.unitPrice", _landmarks.UnitPrices)),
            (2, Compared("item.total", _landmarks.LineTotals)),
            (3, Choice("item.manufacturer", true, _shop.Basics.Manufacturers.Select(manufacturer => (manufacturer.Id, (string?)manufacturer.Name)))),
            (5, Choice("item.tag", true, _shop.Basics.Tags.Select(tag => (tag.Id, (string?)tag.Name)))),
            (1, Choice("item.vendor", false, _shop.Basics.Vendors.Select(vendor => (vendor.Id, (string?)vendor.Name)))),
            (2, Texts("item.sku", _shop.Products.Select(product => product.Sku)))
        };
        if (Products.Count > 0)
            filters.Add((4, Choice("item.product", Products)));
        if (Categories.Count > 0)
            filters.Add((6, Category("item.category")));

        return Gen.Frequency(filters);
    }

    private Gen<string> ReviewFilter()
    {
        var filters = new List<(int, Gen<string>)> { (3, Compared("review.rating", Gen.Choose(0, 6))) };
        if (Products.Count > 0)
            filters.Add((2, Choice("review.product", Products)));
        if (Categories.Count > 0)
            filters.Add((2, Category("review.category")));

        return Gen.Frequency(filters);
    }

    private Gen<string> Category(string field) => Choice(field, true, Categories.Select(id => (id, (string?)null)), subcategories: true);

    private List<int> Products => _shop.Products.Where(product => !product.Deleted).Select(product => product.Id).ToList();

    private List<int> Categories => _shop.Categories.Where(category => !category.Deleted).Select(category => category.Id).ToList();
}
