using System.Linq.Expressions;
using Nop.Core.Domain.Customers;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>Something that customers do, with its measures and filters.</summary>
public abstract class Activity : Criterion
{
    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <summary>What can be measured of it.</summary>
    public abstract IReadOnlyList<Measure> Measures { get; }

    /// <summary>What narrows it down.</summary>
    public abstract IReadOnlyList<Filter> Filters { get; }

    /// <summary>Whether it can be narrowed down to a time.</summary>
    public virtual bool TakesWindow => true;

    /// <summary>The condition as a predicate that is never unknown.</summary>
    public abstract Expression<Func<Customer, bool>> Build(ActivityCondition condition, EvaluationContext context);

    /// <summary>
    /// Several conditions that look at the same, with other measures perhaps, as one predicate: by default each for itself.
    /// </summary>
    /// <param name="conditions">Conditions of this activity with the same window and the same filters.</param>
    /// <param name="context">What the predicates share.</param>
    /// <param name="all">Whether all of them have to hold; otherwise one is enough.</param>
    public virtual Expression<Func<Customer, bool>> BuildTogether(IReadOnlyList<ActivityCondition> conditions, EvaluationContext context, bool all) =>
        conditions.Select(condition => Build(condition, context)).Aggregate((left, right) => all ? left.And(right) : left.Or(right));

    /// <summary>
    /// The ids of the customers who meet at least one of several conditions that look at the same; an id may come more than once. By default, and where customers may
    /// meet one of whom no row tells, null: then only the predicate finds them.
    /// </summary>
    /// <param name="conditions">Conditions of this activity with the same window and the same filters.</param>
    /// <param name="context">What the predicates share.</param>
    public virtual IQueryable<int>? FindCustomers(IReadOnlyList<ActivityCondition> conditions, EvaluationContext context) => null;

    /// <summary>
    /// What is measured of the one customer in the context's scope; null for unknown, and under a rank for a customer who is not ranked, having nothing.
    /// </summary>
    public abstract Task<decimal?> MeasureAsync(ActivityCondition condition, EvaluationContext context);

    /// <summary>
    /// From which number on, or up to which, the condition's rank reaches: that of the customer who is the last to be in. Null when nobody has a number.
    /// </summary>
    /// <param name="condition">A condition that ranks customers.</param>
    /// <param name="people">The customers that are ranked.</param>
    /// <param name="context">A context without a scope.</param>
    public abstract Task<decimal?> FindThresholdAsync(ActivityCondition condition, IQueryable<Customer> people, EvaluationContext context);
}

/// <summary>Something that customers do, of which rows of one kind tell.</summary>
public abstract class Activity<TRow>(IEnumerable<Measure<TRow>> measures) : Activity
{
    private IReadOnlyList<Measure>? _measures;

    /// <inheritdoc />
    public override IReadOnlyList<Measure> Measures => _measures ??= measures.Where(measure => measure.ActivityName == Name).ToList();

    /// <summary>Whose a row is.</summary>
    protected abstract Expression<Func<TRow, int>> CustomerId { get; }

    /// <summary>The rows of the customers in the scope that lie in the window and pass all filters.</summary>
    protected abstract IQueryable<TRow> Rows(ActivityCondition condition, EvaluationContext context);

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(ActivityCondition condition, EvaluationContext context)
    {
        var rows = Rows(condition, context);
        if (TestOfRows(condition, context) is { } test)
            return HasNumber(test);
        // Customers without rows pass too: all but those whose rows fail. Under a rank nobody passes.
        return Operator.Ranks.Contains(condition.Operator)
            ? Predicates.Never<Customer>()
            : HasNumber(NumberTest.Of(condition.Operator, condition.Value).Complement).Not();

        Expression<Func<Customer, bool>> HasNumber(NumberTest asked)
        {
            if (IsWhetherAny(condition, asked))
                return rows.AnyOf(CustomerId);
            var keys = ((Measure<TRow>)condition.Measure).Of(rows, context).Passing(asked);
            return c => keys.Contains(c.Id);
        }
    }

    /// <summary>
    /// What is compared of the same rows is compared in one go, where the customer has to have such rows: the database groups them once.
    /// </summary>
    public override Expression<Func<Customer, bool>> BuildTogether(IReadOnlyList<ActivityCondition> conditions, EvaluationContext context, bool all)
    {
        var (keys, alone) = FindTogether(conditions, context, all);
        if (keys is null)
            return base.BuildTogether(conditions, context, all);

        Expression<Func<Customer, bool>> predicate = c => keys.Contains(c.Id);
        return alone.Count == 0 ? predicate : all ? predicate.And(base.BuildTogether(alone, context, all)) : predicate.Or(base.BuildTogether(alone, context, all));
    }

    /// <inheritdoc />
    public override IQueryable<int>? FindCustomers(IReadOnlyList<ActivityCondition> conditions, EvaluationContext context)
    {
        var (found, alone) = FindTogether(conditions, context, all: false);
        foreach (var condition in alone)
        {
            if (TestOfRows(condition, context) is not { } test)
                return null;
            var rows = Rows(condition, context);
            var ids = IsWhetherAny(condition, test) ? rows.Select(CustomerId) : ((Measure<TRow>)condition.Measure).Of(rows, context).Passing(test);
            found = found?.Concat(ids) ?? ids;
        }

        return found;
    }

    /// <summary>The customers who pass those tests that the same groups of rows answer, if there are two or more, and the conditions that are left.</summary>
    private (IQueryable<int>? Keys, IReadOnlyList<ActivityCondition> Alone) FindTogether(
        IReadOnlyList<ActivityCondition> conditions, EvaluationContext context, bool all)
    {
        if (conditions.Count < 2)
            return (null, conditions);

        var rows = Rows(conditions[0], context);
        var (together, alone) = (new List<(GroupedNumbers<TRow> Numbers, NumberTest Test)>(), new List<ActivityCondition>());
        foreach (var condition in conditions)
            if (TestOfRows(condition, context) is { } test && ((Measure<TRow>)condition.Measure).Of(rows, context) is GroupedNumbers<TRow> numbers && numbers.AreOf(rows))
                together.Add((numbers, test));
            else
                alone.Add(condition);
        if (together.Count < 2)
            return (null, conditions);

        var having = together.Select(one => one.Numbers.Having(one.Test)).Aggregate((left, right) => all ? left.And(right) : left.Or(right));
        return (together[0].Numbers.Passing(having), alone);
    }

    /// <summary>At least one row, or none: no need to count.</summary>
    private static bool IsWhetherAny(ActivityCondition condition, NumberTest test) =>
        ((Measure<TRow>)condition.Measure).CountsRows && !test.Holds(0) && test.Holds(1) && test.Holds(int.MaxValue);

    /// <summary>The test that the number of a customer with rows has to pass; null where a customer without any may pass, or nobody can.</summary>
    private static NumberTest? TestOfRows(ActivityCondition condition, EvaluationContext context)
    {
        if (Operator.Ranks.Contains(condition.Operator))
            return context.Thresholds[condition] is { } threshold ? NumberTest.OfRank(condition.Operator, threshold) : null;
        var test = NumberTest.Of(condition.Operator, condition.Value);
        return condition.Measure.IsZeroForNothing && test.Holds(0) ? null : test;
    }

    /// <inheritdoc />
    public override async Task<decimal?> MeasureAsync(ActivityCondition condition, EvaluationContext context)
    {
        var measure = (Measure<TRow>)condition.Measure;
        var isZeroForNothing = measure.IsZeroForNothing && !Operator.Ranks.Contains(condition.Operator);
        return await measure.Of(Rows(condition, context), context).FindAsync() ?? (isZeroForNothing ? 0 : null);
    }

    /// <inheritdoc />
    public override async Task<decimal?> FindThresholdAsync(ActivityCondition condition, IQueryable<Customer> people, EvaluationContext context)
    {
        var rows = Rows(condition, context);
        var count = await people.Where(rows.AnyOf(CustomerId)).CountAsync();
        return await ((Measure<TRow>)condition.Measure).Of(rows.OfAny(people, CustomerId), context)
            .FindThresholdAsync(((NumberValue)condition.Value).Number, condition.Operator == RuleOperator.InTop, count);
    }
}
