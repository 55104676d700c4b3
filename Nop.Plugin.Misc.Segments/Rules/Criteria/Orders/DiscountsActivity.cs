using System.Linq.Expressions;
using Nop.Core.Domain.Discounts;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>One use of a discount with the customer whose it is.</summary>
public sealed class DiscountUse
{
    /// <summary>The customer who placed the order.</summary>
    public int CustomerId { get; set; }

    /// <summary>The discount.</summary>
    public int DiscountId { get; set; }
}

/// <summary>
/// Using discounts, on orders that count and pass the filters. Where a filter names discounts, only uses of these are measured; where it asks for
/// coupons, only uses of discounts with a coupon.
/// </summary>
public sealed class DiscountsActivity(
    IEnumerable<Measure<DiscountUse>> measures, OrderQuery orderQuery, IRepository<DiscountUsageHistory> uses, IRepository<Discount> discounts)
    : Activity<DiscountUse>(measures)
{
    internal const string ActivityName = "discounts";

    /// <inheritdoc />
    public override string Name => ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => orderQuery.OrderFilters;

    /// <inheritdoc />
    protected override Expression<Func<DiscountUse, int>> CustomerId => use => use.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<DiscountUse> Rows(ActivityCondition condition, EvaluationContext context)
    {
        var measured = uses.Table;
        foreach (var filter in condition.Where)
            if (filter is { Field: OrderDiscountFilter, Operator: RuleOperator.IsAnyOf or RuleOperator.IsAllOf, Value: ChoiceValue chosen })
            {
                var ids = chosen.Ids;
                measured = measured.Where(u => ids.Contains(u.DiscountId));
            }
            else if (filter is { Field: OrderUsedCouponFilter, Value: YesNoValue { Yes: true } })
            {
                var withCoupon = discounts.Table.Where(d => d.RequiresCouponCode);
                measured = measured.Where(u => withCoupon.Any(d => d.Id == u.DiscountId));
            }

        return orderQuery.Passing(condition.Within, condition.Where, context)
            .Join(measured, o => o.Id, u => u.OrderId, (o, u) => new DiscountUse { CustomerId = o.CustomerId, DiscountId = u.DiscountId });
    }
}

/// <summary>How often a customer used discounts.</summary>
public sealed class TimesUsedMeasure() : RowCountMeasure<DiscountUse>(DiscountsActivity.ActivityName, "timesUsed", RuleSources.Orders, use => use.CustomerId);
