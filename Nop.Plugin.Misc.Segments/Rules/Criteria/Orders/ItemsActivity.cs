using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>Buying products: the lines of the orders. Only lines that pass the line filters are measured.</summary>
public sealed class ItemsActivity(IEnumerable<Measure<OrderLine>> measures, OrderQuery orderQuery) : Activity<OrderLine>(measures)
{
    internal const string ActivityName = "items";

    /// <inheritdoc />
    public override string Name => ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => orderQuery.Filters;

    /// <inheritdoc />
    protected override Expression<Func<OrderLine, int>> CustomerId => line => line.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<OrderLine> Rows(ActivityCondition condition, EvaluationContext context) =>
        orderQuery.Lines(condition.Within, condition.Where, context);
}

/// <summary>A measure of the lines of a customer's orders.</summary>
public abstract class ItemMeasure : Measure<OrderLine>
{
    /// <inheritdoc />
    public override string ActivityName => ItemsActivity.ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <inheritdoc />
    public override bool IsRankable => true;
}

/// <summary>How many pieces the lines have.</summary>
public sealed class ItemQuantityMeasure : ItemMeasure
{
    /// <inheritdoc />
    public override string Name => "quantity";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<OrderLine> rows, EvaluationContext context) =>
        new WholeNumbers<OrderLine>(rows.GroupBy(line => line.CustomerId), g => g.Sum(line => line.Quantity));
}

/// <summary>What the lines come to, tax included and discounts taken off.</summary>
public sealed class ItemTotalMeasure : ItemMeasure
{
    /// <inheritdoc />
    public override string Name => "total";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<OrderLine> rows, EvaluationContext context) =>
        new DecimalNumbers<OrderLine>(rows.GroupBy(line => line.CustomerId), g => g.Sum(line => line.Total));
}

/// <summary>How many different products stand on the lines.</summary>
public sealed class ItemDistinctProductsMeasure : ItemMeasure
{
    /// <inheritdoc />
    public override string Name => "distinctProducts";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<OrderLine> rows, EvaluationContext context) => OrderLine.DistinctProducts(rows);
}
