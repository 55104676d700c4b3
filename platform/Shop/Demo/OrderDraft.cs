using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;

namespace Shop.Demo;

/// <summary>The rows of one order, before they are stored.</summary>
internal sealed record OrderDraft(
    Order Order,
    IReadOnlyList<OrderItem> Items,
    bool UsedCoupon,
    IReadOnlyList<ProductReview> Reviews);
