using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Reviews;

/// <summary>The product that is reviewed.</summary>
public sealed class ReviewProductFilter : ReviewFilter
{
    /// <inheritdoc />
    public override string Name => "review.product";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => ProductChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<ProductReview, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        ChoiceTest.Build<ProductReview>(r => r.ProductId, ruleOperator, value);
}

/// <summary>A category of the product that is reviewed, as the product is filed now.</summary>
public sealed class ReviewCategoryFilter(IRepository<ProductCategory> productCategories) : ReviewFilter
{
    /// <inheritdoc />
    public override string Name => "review.category";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Reviews | RuleSources.Catalog;

    /// <inheritdoc />
    public override string ChoiceList => CategoryChoices.ListName;

    /// <inheritdoc />
    public override bool TakesSubcategories => true;

    /// <inheritdoc />
    public override Expression<Func<ProductReview, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = productCategories.Table;
        return ChoicesTest.Build<ProductReview>(ruleOperator, value,
            ids => r => table.Any(pc => pc.ProductId == r.ProductId && ids.Contains(pc.CategoryId)), context.WidenerOf(value));
    }
}

/// <summary>How many stars a review gives.</summary>
public sealed class ReviewRatingFilter : ReviewFilter
{
    /// <inheritdoc />
    public override string Name => "review.rating";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override Expression<Func<ProductReview, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        NumberTest.Of(ruleOperator, value).Build<ProductReview>(r => r.Rating);
}
