using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>A category of the product of an order line, as the product is filed now.</summary>
public sealed class ItemCategoryFilter(IRepository<ProductCategory> productCategories) : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.category";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;

    /// <inheritdoc />
    public override string ChoiceList => CategoryChoices.ListName;

    /// <inheritdoc />
    public override bool TakesSubcategories => true;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = productCategories.Table;
        return ChoicesTest.Build<OrderItem>(ruleOperator, value,
            ids => i => table.Any(pc => pc.ProductId == i.ProductId && ids.Contains(pc.CategoryId)), context.WidenerOf(value));
    }
}
