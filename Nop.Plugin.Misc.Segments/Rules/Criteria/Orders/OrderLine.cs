using System.Linq.Expressions;
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

    /// <summary>All lines of the orders; an order without lines has one of no product and no pieces, so that its customer is counted and ranked too.</summary>
    internal static IQueryable<OrderLine> OfEach(IQueryable<Order> orders, IQueryable<OrderItem> lines) =>
        from order in orders
        join item in lines on order.Id equals item.OrderId into found
        from item in found.DefaultIfEmpty()
        select new OrderLine
        {
            CustomerId = order.CustomerId,
            ProductId = item == null ? 0 : item.ProductId,
            Quantity = item == null ? 0 : item.Quantity,
            Total = item == null ? 0 : item.PriceInclTax
        };

    /// <summary>The different products of each customer.</summary>
    internal static CustomerNumbers DistinctProducts(IQueryable<OrderLine> lines)
    {
        // Distinct before the grouping: a distinct count within a group is not translated everywhere.
        var products = lines.Select(line => new { line.CustomerId, line.ProductId }).Distinct();
        return NumbersOf(products.GroupBy(line => line.CustomerId), g => g.Sum(line => line.ProductId > 0 ? 1 : 0));
    }

    private static WholeNumbers<T> NumbersOf<T>(IQueryable<IGrouping<int, T>> groups, Expression<Func<IGrouping<int, T>, int>> number) =>
        new(groups, number);
}
