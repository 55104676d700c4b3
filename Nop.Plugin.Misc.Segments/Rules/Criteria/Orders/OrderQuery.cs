using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>Narrows orders down by a window and by filters.</summary>
public sealed class OrderQuery(IEnumerable<OrderFilter> orderFilters, IEnumerable<ItemFilter> itemFilters, IRepository<OrderItem> items)
{
    /// <summary>All filters for orders, those of the order itself first.</summary>
    public IReadOnlyList<Filter> Filters { get; } = [.. orderFilters, .. itemFilters];

    /// <summary>The orders in the window that pass all filters.</summary>
    public IQueryable<Order> Narrow(IQueryable<Order> orders, TimeWindow? window, IReadOnlyList<FilterCondition> where, EvaluationContext context)
    {
        orders = InWindow(orders, window, context);
        return Passing(where, context) is { } passing ? orders.Where(passing) : orders;
    }

    /// <summary>The condition that a customer ordered in the window, and that no order there fails a filter.</summary>
    public Expression<Func<Customer, bool>> BuildEvery(EveryOrderCondition condition, EvaluationContext context)
    {
        var orders = InWindow(context.CountingOrders, condition.Within, context);
        Expression<Func<Customer, bool>> ordered = c => orders.Any(o => o.CustomerId == c.Id);
        if (Passing(condition.Where, context) is not { } passing)
            return ordered;

        var failing = orders.Where(passing.Not());
        return ordered.And(c => !failing.Any(o => o.CustomerId == c.Id));
    }

    private static IQueryable<Order> InWindow(IQueryable<Order> orders, TimeWindow? window, EvaluationContext context)
    {
        if (window is null)
            return orders;

        var bounds = WindowBounds.Of(window, context.Calendar);
        if (bounds.From is { } from)
            orders = orders.Where(o => o.CreatedOnUtc >= from);
        if (bounds.Before is { } before)
            orders = orders.Where(o => o.CreatedOnUtc < before);
        var upTo = bounds.UpTo;
        return orders.Where(o => o.CreatedOnUtc <= upTo);
    }

    /// <summary>All order filters on the order, and all line filters on one and the same of its lines; null without filters.</summary>
    private Expression<Func<Order, bool>>? Passing(IReadOnlyList<FilterCondition> where, EvaluationContext context)
    {
        var ofOrder = where.Where(f => f.Field is OrderFilter)
            .Select(f => ((OrderFilter)f.Field).Build(f.Operator, f.Value, context)).ToList();
        var ofItem = where.Where(f => f.Field is ItemFilter)
            .Select(f => ((ItemFilter)f.Field).Build(f.Operator, f.Value, context)).ToList();
        if (ofItem.Count > 0)
        {
            var lines = items.Table.Where(ofItem.Aggregate(Predicates.And));
            ofOrder.Add(o => lines.Any(i => i.OrderId == o.Id));
        }

        return ofOrder.Count == 0 ? null : ofOrder.Aggregate(Predicates.And);
    }
}
