using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>Something that narrows an activity down.</summary>
public abstract class Filter : Criterion
{
}

/// <summary>Narrows rows of one kind down.</summary>
public abstract class Filter<TRow> : Filter
{
    /// <summary>The filter as a predicate that is never unknown.</summary>
    public abstract Expression<Func<TRow, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context);
}

/// <summary>Narrows orders down by the order itself.</summary>
public abstract class OrderFilter : Filter<Order>
{
    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;
}

/// <summary>Narrows orders down by one of their lines.</summary>
public abstract class ItemFilter : Filter<OrderItem>
{
    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;
}

/// <summary>Narrows product reviews down.</summary>
public abstract class ReviewFilter : Filter<ProductReview>
{
    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Reviews;
}

/// <summary>Narrows newsletter subscriptions down.</summary>
public abstract class SubscriptionFilter : Filter<NewsLetterSubscription>
{
    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Newsletter;
}
