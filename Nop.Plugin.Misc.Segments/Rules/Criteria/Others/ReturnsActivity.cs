using System.Linq.Expressions;
using Nop.Core.Domain.Orders;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Others;

/// <summary>Asking to return goods. Requests that were cancelled or rejected do not count.</summary>
public sealed class ReturnsActivity(IEnumerable<Measure<ReturnRequest>> measures, IRepository<ReturnRequest> requests) : Activity<ReturnRequest>(measures)
{
    internal const string ActivityName = "returns";

    private static readonly List<int> NotCounting = [(int)ReturnRequestStatus.RequestRejected, (int)ReturnRequestStatus.Cancelled];

    /// <inheritdoc />
    public override string Name => ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Returns;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => [];

    /// <inheritdoc />
    protected override Expression<Func<ReturnRequest, int>> CustomerId => request => request.CustomerId;

    /// <inheritdoc />
    protected override IQueryable<ReturnRequest> Rows(ActivityCondition condition, EvaluationContext context)
    {
        var notCounting = NotCounting;
        return requests.Table.Where(r => !notCounting.Contains(r.ReturnRequestStatusId))
            .InScope(context.Scope, r => r.CustomerId).InWindow(r => r.CreatedOnUtc, condition.Within, context.Calendar);
    }
}

/// <summary>How many return requests.</summary>
public sealed class ReturnCountMeasure() : RowCountMeasure<ReturnRequest>(ReturnsActivity.ActivityName, "count", RuleSources.Returns, r => r.CustomerId);
