using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>Placing orders.</summary>
public sealed class OrdersActivity(IEnumerable<OrderMeasure> measures, OrderQuery orderQuery) : Activity
{
    /// <inheritdoc />
    public override string Name => "orders";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <inheritdoc />
    public override IReadOnlyList<Measure> Measures { get; } = measures.ToList();

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => orderQuery.Filters;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(ActivityCondition condition, EvaluationContext context)
    {
        var orders = orderQuery.Narrow(context.CountingOrders, condition.Within, condition.Where, context);
        var measure = (OrderMeasure)condition.Measure;
        var test = NumberTest.Of(condition.Operator, condition.Value);
        if (!measure.IsZeroForNothing || !test.Holds(0))
            return HasGroup(test);

        // Customers without orders pass too: all but those whose orders fail.
        return HasGroup(test.Complement).Not();

        Expression<Func<Customer, bool>> HasGroup(NumberTest asked)
        {
            // At least one order, or none: no need to count.
            if (measure is OrderCountMeasure && !asked.Holds(0) && asked.Holds(1) && asked.Holds(int.MaxValue))
                return c => orders.Any(o => o.CustomerId == c.Id);

            var passing = measure.Build(asked, context);
            var keys = orders.GroupBy(o => o.CustomerId).Where(passing).Select(g => g.Key);
            return c => keys.Contains(c.Id);
        }
    }
}
