using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Others;

/// <summary>Collecting reward points, in all stores together.</summary>
public sealed class RewardPointsActivity(IEnumerable<Measure<RewardPointsHistory>> measures, IRepository<RewardPointsHistory> history)
    : Activity<RewardPointsHistory>(measures)
{
    internal const string ActivityName = "rewardPoints";

    /// <inheritdoc />
    public override string Name => ActivityName;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.RewardPoints;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters => [];

    /// <summary>A balance is one of now.</summary>
    public override bool TakesWindow => false;

    /// <inheritdoc />
    protected override Expression<Func<RewardPointsHistory, int>> CustomerId => entry => entry.CustomerId;

    /// <summary>Points that are given for later do not count yet.</summary>
    protected override IQueryable<RewardPointsHistory> Rows(ActivityCondition condition, EvaluationContext context)
    {
        var now = context.Calendar.NowUtc;
        return history.Table.Where(h => h.CreatedOnUtc <= now).InScope(context.Scope, h => h.CustomerId);
    }
}

/// <summary>
/// How many points a customer has. The shop writes balances down and expired points off only when a customer looks, so both are reckoned here: all points
/// given and taken so far, less what is left of those whose time has run out.
/// </summary>
public sealed class RewardPointsBalanceMeasure : Measure<RewardPointsHistory>
{
    /// <inheritdoc />
    public override string ActivityName => RewardPointsActivity.ActivityName;

    /// <inheritdoc />
    public override string Name => "balance";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.RewardPoints;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <summary>Points begin to count and expire at moments of their own.</summary>
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Hourly;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<RewardPointsHistory> rows, EvaluationContext context)
    {
        var now = context.Calendar.NowUtc;
        return new WholeNumbers<RewardPointsHistory>(
            rows.GroupBy(h => h.CustomerId),
            g => g.Sum(h => h.Points - (h.EndDateUtc != null && h.EndDateUtc <= now && h.ValidPoints != null ? h.ValidPoints.Value : 0)));
    }
}
