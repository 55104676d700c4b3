using System.Linq.Expressions;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>Placing orders.</summary>
public sealed class OrdersActivity(IEnumerable<Measure<Order>> measures, OrderQuery orderQuery) : Activity<Order>(measures)
{
    /// <inheritdoc />
    public override string Name => "orders";

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => orderQuery.Filters;

    /// <inheritdoc />
    protected override Expression<Func<Order, int>> CustomerId => o => o.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<Order> Rows(ActivityCondition condition, EvaluationContext context) =>
        orderQuery.Passing(condition.Within, condition.Where, context);
}
