using System.Linq.Expressions;
using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>How many orders.</summary>
public sealed class OrderCountMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "count";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <inheritdoc />
    public override bool CountsRows => true;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new WholeNumbers<Order>(rows.GroupBy(o => o.CustomerId), g => g.Count());
}

/// <summary>What the orders come to, refunds taken off.</summary>
public sealed class OrderTotalMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "total";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new DecimalNumbers<Order>(rows.GroupBy(o => o.CustomerId), g => g.Sum(o => o.OrderTotal - o.RefundedAmount));
}

/// <summary>What an order comes to on average, refunds taken off.</summary>
public sealed class OrderAverageMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "average";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new DecimalNumbers<Order>(rows.GroupBy(o => o.CustomerId), g => g.Average(o => o.OrderTotal - o.RefundedAmount));
}

/// <summary>What the largest order comes to, refunds taken off.</summary>
public sealed class LargestOrderMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "largest";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new DecimalNumbers<Order>(rows.GroupBy(o => o.CustomerId), g => g.Max(o => o.OrderTotal - o.RefundedAmount));
}

/// <summary>What the smallest order comes to, refunds taken off.</summary>
public sealed class SmallestOrderMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "smallest";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new DecimalNumbers<Order>(rows.GroupBy(o => o.CustomerId), g => g.Min(o => o.OrderTotal - o.RefundedAmount));
}

/// <summary>How many whole local days ago the latest order was placed; today is 0.</summary>
public sealed class DaysSinceLastOrderMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "daysSinceLast";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Days;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new AgesInDays<Order>(rows.GroupBy(o => o.CustomerId), g => g.Max(o => o.CreatedOnUtc), context.Calendar);
}

/// <summary>How many whole local days ago the first order was placed; today is 0.</summary>
public sealed class DaysSinceFirstOrderMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "daysSinceFirst";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Days;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new AgesInDays<Order>(rows.GroupBy(o => o.CustomerId), g => g.Min(o => o.CreatedOnUtc), context.Calendar);
}

/// <summary>How many pieces the orders have altogether.</summary>
public sealed class OrderUnitsMeasure(IRepository<OrderItem> items) : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "units";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new WholeNumbers<OrderLine>(OrderLine.OfEach(rows, items.Table).GroupBy(line => line.CustomerId), g => g.Sum(line => line.Quantity));
}

/// <summary>How many different products the orders contain.</summary>
public sealed class OrderDistinctProductsMeasure(IRepository<OrderItem> items) : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "distinctProducts";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) => OrderLine.DistinctProducts(OrderLine.OfEach(rows, items.Table));
}

/// <summary>
/// How many days lie between one order and the next on average: the time from the first to the last, in days of 24 hours, by the number of orders less one.
/// Unknown for fewer than two orders. Databases add days to the millisecond, so what is closer to a bound than that may fall on either side.
/// </summary>
public sealed class AverageDaysBetweenMeasure : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "averageDaysBetween";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Days;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override bool IsRankable => false;

    /// <inheritdoc />
    protected override IReadOnlyList<RuleOperator> Comparisons => Operator.Ranges;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
        new AverageGaps<Order>(rows.GroupBy(o => o.CustomerId), g => g.Min(o => o.CreatedOnUtc), g => g.Max(o => o.CreatedOnUtc));
}

/// <summary>The share of the orders, in percent, on which a discount was given: on the total, the subtotal or a line.</summary>
public sealed class DiscountedShareMeasure(IRepository<OrderItem> items) : OrderMeasure
{
    /// <inheritdoc />
    public override string Name => "discountedShare";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Percent;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override bool IsRankable => false;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context)
    {
        // Every order, and once more those that only a line makes count: no sum over a sub-query, which not every database allows, and no look at the lines of orders
        // that are discounted themselves. Both halves compute what is 1 or 0, because constants in a union have been mixed up by translators.
        Expression<Func<Order, bool>> isDiscounted = o => o.OrderDiscount > 0 || o.OrderSubTotalDiscountInclTax > 0;
        var discountedLines = items.Table.Where(i => i.DiscountAmountInclTax > 0);
        var counted = rows.Select(o => new CountedOrder
        {
            CustomerId = o.CustomerId,
            Orders = o.Id > 0 ? 1 : 0,
            Discounted = o.OrderDiscount > 0 || o.OrderSubTotalDiscountInclTax > 0 ? 1 : 0
        });
        var byLine = rows.Where(isDiscounted.Not()).Where(o => discountedLines.Any(i => i.OrderId == o.Id)).Select(o => new CountedOrder
        {
            CustomerId = o.CustomerId,
            Orders = o.Id > 0 ? 0 : 1,
            Discounted = o.Id > 0 ? 1 : 0
        });
        return new Shares<CountedOrder>(counted.Concat(byLine).GroupBy(o => o.CustomerId), g => g.Sum(o => o.Discounted), g => g.Sum(o => o.Orders));
    }

    private sealed class CountedOrder
    {
        public int CustomerId { get; set; }

        public int Orders { get; set; }

        public int Discounted { get; set; }
    }
}
