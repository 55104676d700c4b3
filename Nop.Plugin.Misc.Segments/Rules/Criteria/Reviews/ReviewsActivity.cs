using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Reviews;

/// <summary>Reviewing products. Reviews count once they are approved.</summary>
public sealed class ReviewsActivity(IEnumerable<Measure<ProductReview>> measures, IEnumerable<ReviewFilter> filters, IRepository<ProductReview> reviews)
    : Activity<ProductReview>(measures)
{
    internal const string ActivityName = "reviews";

    /// <inheritdoc />
    public override string Name => ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Reviews;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters { get; } = filters.ToList();

    /// <inheritdoc />
    protected override Expression<Func<ProductReview, int>> CustomerId => review => review.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<ProductReview> Rows(ActivityCondition condition, EvaluationContext context) => condition.Where.Aggregate(
        reviews.Table.Where(r => r.IsApproved).InScope(context.Scope, r => r.CustomerId).InWindow(r => r.CreatedOnUtc, condition.Within, context.Calendar),
        (rows, filter) => rows.Where(((ReviewFilter)filter.Field).Build(filter.Operator, filter.Value, context)));
}

/// <summary>How many products a customer reviewed.</summary>
public sealed class ReviewCountMeasure() : RowCountMeasure<ProductReview>(ReviewsActivity.ActivityName, "count", RuleSources.Reviews, r => r.CustomerId);

/// <summary>The average rating that a customer gave, in stars, not rounded.</summary>
public sealed class AverageRatingMeasure : Measure<ProductReview>
{
    /// <inheritdoc />
    public override string ActivityName => ReviewsActivity.ActivityName;

    /// <inheritdoc />
    public override string Name => "averageRating";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Reviews;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<ProductReview> rows, EvaluationContext context) =>
        new Averages<ProductReview>(rows.GroupBy(r => r.CustomerId), g => g.Sum(r => r.Rating));
}

/// <summary>How many whole local days ago a customer's latest review was written; today is 0.</summary>
public sealed class DaysSinceLastReviewMeasure : Measure<ProductReview>
{
    /// <inheritdoc />
    public override string ActivityName => ReviewsActivity.ActivityName;

    /// <inheritdoc />
    public override string Name => "daysSinceLast";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Days;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Reviews;

    /// <inheritdoc />
    public override bool IsZeroForNothing => false;

    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<ProductReview> rows, EvaluationContext context) =>
        new AgesInDays<ProductReview>(rows.GroupBy(r => r.CustomerId), g => g.Max(r => r.CreatedOnUtc), context.Calendar);
}
