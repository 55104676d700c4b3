using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;
using Nop.Data;
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

/// <summary>A category of the product of an order line, as the product is filed now.</summary>
public sealed class ItemCategoryFilter(IRepository<ProductCategory> productCategories) : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.category";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;

    /// <inheritdoc />
    public override string ChoiceList => CategoryChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = productCategories.Table;
        var chosen = (ChoiceValue)value!;
        var ids = chosen.IncludeSubcategories ? WithSubcategories(chosen.Ids, context.Subcategories) : chosen.Ids;
        Expression<Func<OrderItem, bool>> filed = i => table.Any(pc => pc.ProductId == i.ProductId && ids.Contains(pc.CategoryId));
        return ruleOperator == RuleOperator.IsNoneOf ? filed.Not() : filed;
    }

    private static List<int> WithSubcategories(IEnumerable<int> ids, ILookup<int, int> subcategories)
    {
        var all = new HashSet<int>();
        var open = new Stack<int>(ids);
        while (open.TryPop(out var id))
            if (all.Add(id))
                foreach (var child in subcategories[id])
                    open.Push(child);
        return all.Order().ToList();
    }
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
