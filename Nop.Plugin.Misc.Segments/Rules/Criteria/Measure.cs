using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>A number that sums up what a customer did.</summary>
public abstract class Measure : Criterion
{
    /// <summary>The activity that it measures.</summary>
    public abstract string ActivityName { get; }

    /// <summary>True when nothing done measures 0; false when it measures nothing at all, and no comparison holds.</summary>
    public abstract bool IsZeroForNothing { get; }

    /// <summary>Whether customers can be ranked by it.</summary>
    public virtual bool IsRankable => false;

    /// <inheritdoc />
    public sealed override IReadOnlyList<RuleOperator> Operators => IsRankable ? [.. Comparisons, .. Operator.Ranks] : Comparisons;

    /// <summary>The operators that compare it with a number, the most usual first.</summary>
    protected virtual IReadOnlyList<RuleOperator> Comparisons => Operator.Of(Kind);

    /// <inheritdoc />
    public override string ResourceKey => $"{SegmentsDefaults.ResourcePrefix}.Criteria.{ActivityName}.{Name}";
}

/// <summary>A number that sums up the rows of a customer.</summary>
public abstract class Measure<TRow> : Measure
{
    /// <summary>Whether it is just the number of rows, so that whether there are any can be asked without counting.</summary>
    public virtual bool CountsRows => false;

    /// <summary>The number of each customer who has rows.</summary>
    public abstract CustomerNumbers Of(IQueryable<TRow> rows, EvaluationContext context);
}

/// <summary>A measure of the orders of one customer.</summary>
public abstract class OrderMeasure : Measure<Order>
{
    /// <inheritdoc />
    public override string ActivityName => "orders";

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <inheritdoc />
    public override bool IsRankable => true;
}
