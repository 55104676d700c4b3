using System.Linq.Expressions;
using Nop.Core.Domain.Orders;

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
