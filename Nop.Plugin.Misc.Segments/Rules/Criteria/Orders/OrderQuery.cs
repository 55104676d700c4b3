using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>Finds the orders, and the lines of orders, that a condition means.</summary>
public sealed class OrderQuery(
    IEnumerable<OrderFilter> orderFilters, IEnumerable<ItemFilter> itemFilters, CountingOrders countingOrders, IRepository<OrderItem> items)
{
    /// <summary>The filters of orders themselves.</summary>
    public IReadOnlyList<Filter> OrderFilters { get; } = orderFilters.ToList();

    /// <summary>All filters for orders, those of the order itself first.</summary>
    public IReadOnlyList<Filter> Filters { get; } = [.. orderFilters, .. itemFilters];

    /// <summary>
    /// The orders that a condition looks at: those that count, in its window. A filter that names statuses itself takes the place of the setting that
    /// says which statuses count.
    /// </summary>
    public IQueryable<Order> Candidates(TimeWindow? window, IReadOnlyList<FilterCondition> where, EvaluationContext context) => countingOrders
        .Query(context.Scope, where.Any(f => f.Field is OrderStatusFilter), where.Any(f => f.Field is PaymentStatusFilter))
        .InWindow(o => o.CreatedOnUtc, window, context.Calendar);

    /// <summary>The candidates that pass all filters: all order filters themselves, and all line filters with one and the same of their lines.</summary>
    public IQueryable<Order> Passing(TimeWindow? window, IReadOnlyList<FilterCondition> where, EvaluationContext context)
    {
        var orders = Candidates(window, where, context);
        return Filter(where, context) is { } filter ? orders.Where(filter) : orders;
    }

    /// <summary>The lines, each with its customer, of orders that pass the order filters; of these lines those that pass the line filters.</summary>
    public IQueryable<OrderLine> Lines(TimeWindow? window, IReadOnlyList<FilterCondition> where, EvaluationContext context)
    {
        var orders = Passing(window, where.Where(f => f.Field is OrderFilter).ToList(), context);
        return OrderLine.Of(orders, LinesPassing(where, context) ?? items.Table);
    }

    /// <summary>The condition that those orders that a quantifier means pass.</summary>
    public Expression<Func<Customer, bool>> Build(OrderCondition condition, EvaluationContext context)
    {
        var orders = Candidates(condition.Within, condition.Where, context);
        if (Filter(condition.Where, context) is not { } filter)
            return orders.AnyOf(o => o.CustomerId);

        if (condition.Quantifier == OrderQuantifier.Every)
            return orders.AnyOf(o => o.CustomerId).And(orders.Where(filter.Not()).AnyOf(o => o.CustomerId).Not());

        // The first is the one that no other one of the customer comes before; of orders of the same moment the one with the smaller id.
        Expression<Func<Order, bool>> stands = condition.Quantifier == OrderQuantifier.First
            ? o => !orders.Any(p => p.CustomerId == o.CustomerId && (p.CreatedOnUtc < o.CreatedOnUtc || (p.CreatedOnUtc == o.CreatedOnUtc && p.Id < o.Id)))
            : o => !orders.Any(p => p.CustomerId == o.CustomerId && (p.CreatedOnUtc > o.CreatedOnUtc || (p.CreatedOnUtc == o.CreatedOnUtc && p.Id > o.Id)));
        return orders.Where(filter).Where(stands).AnyOf(o => o.CustomerId);
    }

    /// <summary>What a condition about certain orders comes to for the one customer in the context's scope.</summary>
    public async Task<OrdersLookedAt> LookAtAsync(OrderCondition condition, EvaluationContext context)
    {
        var orders = Candidates(condition.Within, condition.Where, context);
        var passing = Passing(condition.Within, condition.Where, context);
        var (count, passingCount) = (await orders.CountAsync(), await passing.CountAsync());
        if (condition.Quantifier == OrderQuantifier.Every || count == 0)
            return new OrdersLookedAt(count, passingCount, null);

        var ordered = condition.Quantifier == OrderQuantifier.First
            ? orders.OrderBy(o => o.CreatedOnUtc).ThenBy(o => o.Id)
            : orders.OrderByDescending(o => o.CreatedOnUtc).ThenByDescending(o => o.Id);
        return await ordered.Select(o => new { o.Id, o.CreatedOnUtc }).Take(1).ToListAsync() is [var order]
            ? new OrdersLookedAt(count, passingCount, new OrderMeant(context.Calendar.DayOf(order.CreatedOnUtc), await passing.AnyAsync(o => o.Id == order.Id)))
            : new OrdersLookedAt(0, 0, null);
    }

    /// <summary>All order filters on the order, and all line filters on one and the same of its lines; null without filters.</summary>
    private Expression<Func<Order, bool>>? Filter(IReadOnlyList<FilterCondition> where, EvaluationContext context)
    {
        var filters = where.Where(f => f.Field is OrderFilter)
            .Select(f => ((OrderFilter)f.Field).Build(f.Operator, f.Value, context)).ToList();
        if (LinesPassing(where, context) is { } lines)
            filters.Add(o => lines.Any(i => i.OrderId == o.Id));
        return filters.Count == 0 ? null : filters.Aggregate(Predicates.And);
    }

    private IQueryable<OrderItem>? LinesPassing(IReadOnlyList<FilterCondition> where, EvaluationContext context)
    {
        var filters = where.Where(f => f.Field is ItemFilter)
            .Select(f => ((ItemFilter)f.Field).Build(f.Operator, f.Value, context)).ToList();
        return filters.Count == 0 ? null : items.Table.Where(filters.Aggregate(Predicates.And));
    }
}

/// <summary>The orders of one customer that a condition looks at.</summary>
/// <param name="Count">How many.</param>
/// <param name="Passing">How many of these pass all filters.</param>
/// <param name="Meant">The first or the latest of them; null without one, and where every order is meant.</param>
public sealed record OrdersLookedAt(int Count, int Passing, OrderMeant? Meant);

/// <summary>The one order that a condition means.</summary>
/// <param name="Day">The local day on which it was placed.</param>
/// <param name="Passes">Whether it passes all filters.</param>
public sealed record OrderMeant(DateOnly Day, bool Passes);
