using System.Linq.Expressions;
using Nop.Core.Domain.Orders;

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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.Build<IGrouping<int, Order>>(g => g.Count());
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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.Build<IGrouping<int, Order>>(g => g.Sum(o => o.OrderTotal - o.RefundedAmount));
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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.Build<IGrouping<int, Order>>(g => g.Average(o => o.OrderTotal - o.RefundedAmount));
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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.Build<IGrouping<int, Order>>(g => g.Max(o => o.OrderTotal - o.RefundedAmount));
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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.Build<IGrouping<int, Order>>(g => g.Min(o => o.OrderTotal - o.RefundedAmount));
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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.BuildAge<IGrouping<int, Order>>(g => g.Max(o => o.CreatedOnUtc), context.Calendar);
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
    public override Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context) =>
        test.BuildAge<IGrouping<int, Order>>(g => g.Min(o => o.CreatedOnUtc), context.Calendar);
}
