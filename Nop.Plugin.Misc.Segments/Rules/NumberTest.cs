using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>A comparison with one or two numbers, as bounds: it can be asked of a number and built into a query.</summary>
public sealed class NumberTest
{
    private readonly decimal? _from;
    private readonly bool _fromIncluded;
    private readonly decimal? _to;
    private readonly bool _toIncluded;
    private readonly bool _outside;

    private NumberTest(decimal? from, bool fromIncluded, decimal? to, bool toIncluded, bool outside)
    {
        _from = from;
        _fromIncluded = fromIncluded;
        _to = to;
        _toIncluded = toIncluded;
        _outside = outside;
    }

    /// <summary>The test that an operator and its value mean.</summary>
    public static NumberTest Of(RuleOperator ruleOperator, RuleValue? value) => (ruleOperator, value) switch
    {
        (RuleOperator.Equals, NumberValue v) => new NumberTest(v.Number, true, v.Number, true, false),
        (RuleOperator.NotEquals, NumberValue v) => new NumberTest(v.Number, true, v.Number, true, true),
        (RuleOperator.GreaterThan, NumberValue v) => new NumberTest(v.Number, false, null, false, false),
        (RuleOperator.AtLeast, NumberValue v) => new NumberTest(v.Number, true, null, false, false),
        (RuleOperator.LessThan, NumberValue v) => new NumberTest(null, false, v.Number, false, false),
        (RuleOperator.AtMost, NumberValue v) => new NumberTest(null, false, v.Number, true, false),
        (RuleOperator.Between, NumberRangeValue v) => new NumberTest(v.From, true, v.To, true, false),
        _ => throw new ArgumentException($"{ruleOperator} does not compare numbers with {value}.", nameof(ruleOperator))
    };

    /// <summary>The test that a rank means, given the number of the last who is in.</summary>
    public static NumberTest OfRank(RuleOperator ruleOperator, decimal threshold) => ruleOperator == RuleOperator.InTop
        ? new NumberTest(threshold, true, null, false, false)
        : new NumberTest(null, false, threshold, true, false);

    /// <summary>The test that holds exactly where this one does not.</summary>
    public NumberTest Complement => new(_from, _fromIncluded, _to, _toIncluded, !_outside);

    /// <summary>Whether a number passes.</summary>
    public bool Holds(decimal number)
    {
        var inside = (_from is not { } from || (_fromIncluded ? number >= from : number > from))
                     && (_to is not { } to || (_toIncluded ? number <= to : number < to));
        return inside != _outside;
    }

    /// <summary>The test of an amount, as a predicate.</summary>
    public Expression<Func<T, bool>> Build<T>(Expression<Func<T, decimal>> selector) => Build(selector, _from, _fromIncluded, _to, _toIncluded);

    /// <summary>The test of a whole number, as a predicate: fractions asked for are rounded to the whole numbers that pass.</summary>
    public Expression<Func<T, bool>> Build<T>(Expression<Func<T, int>> selector)
    {
        var (from, to) = WholeBounds();
        return Build(selector, from, true, to, true);
    }

    /// <summary>The test of an age in whole local days, as a predicate over the moment it counts from.</summary>
    public Expression<Func<T, bool>> BuildAge<T>(Expression<Func<T, DateTime>> moment, ShopCalendar calendar)
    {
        var (from, to) = WholeBounds();
        // The older, the earlier: an age of at least n days ends with the day n days ago, one of at most n starts with it.
        return Build<T, DateTime>(moment, to is { } oldest ? calendar.StartOf(calendar.DaysAgo(oldest)) : null, true,
            from is { } youngest ? calendar.EndOf(calendar.DaysAgo(youngest)) : null, false);
    }

    /// <summary>
    /// The test of an age in whole years, as a predicate over the date it counts from. Without a date, or with one that is yet to come, there is no age:
    /// only "not equal" holds. Who was born on a 29th of February grows older on the 28th where a year has none.
    /// </summary>
    public Expression<Func<T, bool>> BuildYears<T>(Expression<Func<T, DateTime?>> date, DateOnly today)
    {
        var (from, to) = WholeBounds();
        var isThere = Expression.NotEqual(date.Body, Expression.Constant(null, typeof(DateTime?)));
        var inside = new[] { Before(LatestBirth(Math.Max(from ?? 0, 0))), NotBefore(to is { } oldest ? LatestBirth(Math.Max(oldest, -1) + 1L) : null) }
            .OfType<Expression>().Aggregate((Expression)isThere, Expression.AndAlso);
        return Expression.Lambda<Func<T, bool>>(_outside ? Expression.Not(inside) : inside, date.Parameters);

        // Years that no calendar knows are no one's age.
        Expression Before(DateOnly? day) => Expression.LessThan(date.Body, Parameter.Of<DateTime?>(day is { } last ? EndOf(last) : DateTime.MinValue));

        Expression? NotBefore(DateOnly? day) => day is { } last ? Expression.GreaterThanOrEqual(date.Body, Parameter.Of<DateTime?>(EndOf(last))) : null;

        static DateTime EndOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).AddDays(1);

        // The last day on which someone was born who is so old today.
        DateOnly? LatestBirth(long years)
        {
            if (years >= today.Year)
                return null;
            var day = today.AddYears(-(int)years);
            while (day < today && day.AddDays(1).AddYears((int)years) <= today)
                day = day.AddDays(1);
            return day;
        }
    }

    /// <summary>The test of the hours that have gone by, fractions included, as a predicate over the moment they count from.</summary>
    public Expression<Func<T, bool>> BuildHours<T>(Expression<Func<T, DateTime>> moment, ShopCalendar calendar) => Build<T, DateTime>(
        moment, _to is { } longest ? calendar.HoursAgo(longest) : null, _toIncluded, _from is { } shortest ? calendar.HoursAgo(shortest) : null, _fromIncluded);

    /// <summary>
    /// The test of a share in percent, as a predicate over the part and the whole. It multiplies instead of dividing, in whole numbers, so that nothing is
    /// rounded; percentages have at most four decimals.
    /// </summary>
    public Expression<Func<T, bool>> BuildShare<T>(Expression<Func<T, int>> part, Expression<Func<T, int>> whole)
    {
        const long unitsPerPercent = 10_000;
        var parts = Expression.Multiply(Expression.Convert(part.Body, typeof(long)), Expression.Constant(100 * unitsPerPercent));
        var wholes = Expression.Convert(Predicates.Rebase(whole, part.Parameters[0]), typeof(long));
        return BuildBounds<T>(part.Parameters, (type, bound) =>
            Expression.MakeBinary(type, parts, Expression.Multiply(wholes, Parameter.Of((long)(bound * unitsPerPercent)))));
    }

    /// <summary>The test of an average of whole numbers, as a predicate over their sum and how many they are. It multiplies too, in decimals.</summary>
    public Expression<Func<T, bool>> BuildAverage<T>(Expression<Func<T, int>> sum, Expression<Func<T, int>> count)
    {
        var total = Expression.Convert(sum.Body, typeof(decimal));
        var counted = Expression.Convert(Predicates.Rebase(count, sum.Parameters[0]), typeof(decimal));
        return BuildBounds<T>(sum.Parameters, (type, bound) => Expression.MakeBinary(type, total, Expression.Multiply(counted, Parameter.Of(bound))));
    }

    /// <summary>
    /// The test of the average time from one moment to the next, in days of 24 hours, as a predicate over the first and the last moment and how many there are.
    /// </summary>
    public Expression<Func<T, bool>> BuildGap<T>(Expression<Func<T, DateTime>> first, Expression<Func<T, DateTime>> last, Expression<Func<T, int>> count)
    {
        var parameter = first.Parameters[0];
        var lastBody = Predicates.Rebase(last, parameter);
        var gaps = Expression.Convert(Expression.Subtract(Predicates.Rebase(count, parameter), Expression.Constant(1)), typeof(double));
        return BuildBounds<T>(first.Parameters, Compare);

        // max - min <= days * gaps, said with a sum of a moment and days, which every provider knows.
        BinaryExpression Compare(ExpressionType type, decimal bound) => Expression.MakeBinary(type, lastBody,
            Expression.Call(first.Body, nameof(DateTime.AddDays), null, Expression.Multiply(Parameter.Of((double)bound), gaps)));
    }

    private Expression<Func<T, bool>> BuildBounds<T>(IEnumerable<ParameterExpression> parameters, Func<ExpressionType, decimal, Expression> compare)
    {
        var low = _from is { } from ? compare(_fromIncluded ? ExpressionType.GreaterThanOrEqual : ExpressionType.GreaterThan, from) : null;
        var high = _to is { } to ? compare(_toIncluded ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan, to) : null;
        var inside = low is null ? high! : high is null ? low : Expression.AndAlso(low, high);
        return Expression.Lambda<Func<T, bool>>(_outside ? Expression.Not(inside) : inside, parameters);
    }

    private (int? From, int? To) WholeBounds()
    {
        int? from = _from is { } low ? Clamp(_fromIncluded ? Math.Ceiling(low) : Math.Floor(low) + 1) : null;
        int? to = _to is { } high ? Clamp(_toIncluded ? Math.Floor(high) : Math.Ceiling(high) - 1) : null;
        return (from, to);
    }

    private static int Clamp(decimal number) => (int)Math.Clamp(number, int.MinValue, int.MaxValue);

    private Expression<Func<T, bool>> Build<T, TNumber>(Expression<Func<T, TNumber>> selector, TNumber? from, bool fromIncluded, TNumber? to, bool toIncluded)
        where TNumber : struct
    {
        Expression? low = from is { } f ? Compare(fromIncluded ? ExpressionType.GreaterThanOrEqual : ExpressionType.GreaterThan, f) : null;
        Expression? high = to is { } t ? Compare(toIncluded ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan, t) : null;
        var inside = low is null ? high! : high is null ? low : Expression.AndAlso(low, high);
        return Expression.Lambda<Func<T, bool>>(_outside ? Expression.Not(inside) : inside, selector.Parameters);

        Expression Compare(ExpressionType type, TNumber bound) => Expression.MakeBinary(type, selector.Body, Parameter.Of(bound));
    }
}
