using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Others;

/// <summary>Waiting for products that are out of stock.</summary>
public sealed class BackInStockActivity(IEnumerable<Measure<BackInStockSubscription>> measures, IRepository<BackInStockSubscription> subscriptions)
    : Activity<BackInStockSubscription>(measures)
{
    internal const string ActivityName = "backInStock";

    /// <inheritdoc />
    public override string Name => ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.BackInStock;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => [];

    /// <inheritdoc />
    protected override Expression<Func<BackInStockSubscription, int>> CustomerId => subscription => subscription.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<BackInStockSubscription> Rows(ActivityCondition condition, EvaluationContext context) => subscriptions.Table
        .InScope(context.Scope, s => s.CustomerId).InWindow(s => s.CreatedOnUtc, condition.Within, context.Calendar);
}

/// <summary>How many products a customer waits for.</summary>
public sealed class BackInStockCountMeasure()
    : RowCountMeasure<BackInStockSubscription>(BackInStockActivity.ActivityName, "count", RuleSources.BackInStock, s => s.CustomerId);
