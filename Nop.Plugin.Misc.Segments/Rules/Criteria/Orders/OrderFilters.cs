using System.Linq.Expressions;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>What the order comes to, refunds taken off.</summary>
public sealed class OrderTotalFilter : OrderFilter
{
    /// <inheritdoc />
    public override string Name => "order.total";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        NumberTest.Of(ruleOperator, value).Build<Order>(o => o.OrderTotal - o.RefundedAmount);
}

/// <summary>The store in which the order was placed.</summary>
public sealed class OrderStoreFilter : OrderFilter
{
    /// <inheritdoc />
    public override string Name => "order.store";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => StoreChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        ChoiceTest.Build<Order>(o => o.StoreId, ruleOperator, value);
}
