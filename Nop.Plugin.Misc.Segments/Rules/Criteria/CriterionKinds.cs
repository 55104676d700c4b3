using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>Something that a customer is or has.</summary>
public abstract class CustomerField : Criterion
{
    /// <summary>The condition as a predicate that is never unknown.</summary>
    public abstract Expression<Func<Customer, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context);
}

/// <summary>Something that customers do, with its measures and filters.</summary>
public abstract class Activity : Criterion
{
    /// <summary>What can be measured of it.</summary>
    public abstract IReadOnlyList<Measure> Measures { get; }

    /// <summary>What narrows it down.</summary>
    public abstract IReadOnlyList<Filter> Filters { get; }

    /// <summary>The condition as a predicate that is never unknown.</summary>
    public abstract Expression<Func<Customer, bool>> Build(ActivityCondition condition, EvaluationContext context);
}

/// <summary>A number that sums up what a customer did.</summary>
public abstract class Measure : Criterion
{
    /// <summary>The activity that it measures.</summary>
    public abstract string ActivityName { get; }

    /// <summary>True when nothing done measures 0; false when it measures nothing at all, and no comparison holds.</summary>
    public abstract bool IsZeroForNothing { get; }

    /// <inheritdoc />
    public override string ResourceKey => $"{SegmentsDefaults.ResourcePrefix}.Criteria.{ActivityName}.{Name}";
}

/// <summary>Something that narrows an activity down.</summary>
public abstract class Filter : Criterion
{
}

/// <summary>A measure of the orders of one customer.</summary>
public abstract class OrderMeasure : Measure
{
    /// <inheritdoc />
    public override string ActivityName => "orders";

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <summary>The test as a predicate over a customer's orders, of which there is at least one.</summary>
    public abstract Expression<Func<IGrouping<int, Order>, bool>> Build(NumberTest test, EvaluationContext context);
}

/// <summary>Narrows orders down by the order itself.</summary>
public abstract class OrderFilter : Filter
{
    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <summary>The filter as a predicate that is never unknown.</summary>
    public abstract Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context);
}

/// <summary>Narrows orders down by one of their lines.</summary>
public abstract class ItemFilter : Filter
{
    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <summary>The filter as a predicate that is never unknown.</summary>
    public abstract Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context);
}
