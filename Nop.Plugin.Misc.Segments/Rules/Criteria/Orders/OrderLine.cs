using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>A line of an order with the customer whose it is.</summary>
public sealed class OrderLine
{
    /// <summary>The customer who placed the order.</summary>
    public int CustomerId { get; set; }

    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>How many pieces.</summary>
    public int Quantity { get; set; }

    /// <summary>What the line comes to, tax included and discounts taken off, in the primary currency.</summary>
    public decimal Total { get; set; }

    /// <summary>Those of the lines that belong to one of the orders.</summary>
    internal static IQueryable<OrderLine> Of(IQueryable<Order> orders, IQueryable<OrderItem> lines) => orders.Join(
        lines, o => o.Id, i => i.OrderId,
        (o, i) => new OrderLine { CustomerId = o.CustomerId, ProductId = i.ProductId, Quantity = i.Quantity, Total = i.PriceInclTax });

    /// <summary>The different products of each customer.</summary>
    internal static CustomerNumbers DistinctProducts(IQueryable<OrderLine> lines)
    {
        // Distinct before the grouping: a distinct count within a group is not translated everywhere.
        var products = lines.Select(line => new { line.CustomerId, line.ProductId }).Distinct();
        return CountOf(products.GroupBy(line => line.CustomerId));
    }

    private static WholeNumbers<T> CountOf<T>(IQueryable<IGrouping<int, T>> groups) => new(groups, g => g.Count());
}
