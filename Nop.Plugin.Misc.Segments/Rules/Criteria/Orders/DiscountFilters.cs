using System.Linq.Expressions;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>The discounts that were used on the order.</summary>
public sealed class OrderDiscountFilter(IRepository<DiscountUsageHistory> uses) : OrderFilter
{
    /// <inheritdoc />
    public override string Name => "order.discount";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override string ChoiceList => DiscountChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = uses.Table;
        return ChoicesTest.Build<Order>(ruleOperator, value, ids => o => table.Any(u => u.OrderId == o.Id && ids.Contains(u.DiscountId)));
    }
}

/// <summary>Whether a discount with a coupon code was used on the order.</summary>
public sealed class OrderUsedCouponFilter(IRepository<DiscountUsageHistory> uses, IRepository<Discount> discounts) : OrderFilter
{
    /// <inheritdoc />
    public override string Name => "order.usedCoupon";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.YesNo;

    /// <inheritdoc />
    public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = uses.Table;
        var withCoupon = discounts.Table.Where(d => d.RequiresCouponCode);
        Expression<Func<Order, bool>> used = o => table.Any(u => u.OrderId == o.Id && withCoupon.Any(d => d.Id == u.DiscountId));
        return ((YesNoValue)value!).Yes ? used : used.Not();
    }
}
