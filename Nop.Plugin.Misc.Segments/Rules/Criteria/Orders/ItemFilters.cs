using System.Linq.Expressions;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>The product of an order line.</summary>
public sealed class ItemProductFilter : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.product";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => ProductChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        ChoiceTest.Build<OrderItem>(i => i.ProductId, ruleOperator, value);
}

/// <summary>How many pieces an order line has.</summary>
public sealed class ItemQuantityFilter : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.quantity";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        NumberTest.Of(ruleOperator, value).Build<OrderItem>(i => i.Quantity);
}

/// <summary>What one piece of an order line cost, tax included.</summary>
public sealed class ItemUnitPriceFilter : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.unitPrice";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        NumberTest.Of(ruleOperator, value).Build<OrderItem>(i => i.UnitPriceInclTax);
}

/// <summary>What an order line comes to, tax included and discounts taken off.</summary>
public sealed class ItemTotalFilter : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.total";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Money;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        NumberTest.Of(ruleOperator, value).Build<OrderItem>(i => i.PriceInclTax);
}
