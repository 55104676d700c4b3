using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Builds the date operators. The day of a moment in UTC is the shop's local day.</summary>
internal static class MomentTest
{
    /// <summary>The first year whose anniversaries are looked at: nothing in a shop happened earlier.</summary>
    private const int FirstYear = 1970;

    public static TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) =>
        ruleOperator is RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary ? TimeSensitivity.Daily : TimeSensitivity.None;

    /// <summary>The test of a moment in UTC that is always there.</summary>
    public static Expression<Func<T, bool>> Build<T>(Expression<Func<T, DateTime>> moment, RuleOperator ruleOperator, RuleValue? value, ShopCalendar calendar)
    {
        var always = new MomentSpan(null, DateTime.MinValue);
        return Build(ruleOperator, value, calendar, span => In(moment, span), () => In(moment, always).Not());
    }

    /// <summary>The test of a moment in UTC that may be missing.</summary>
    public static Expression<Func<T, bool>> Build<T>(Expression<Func<T, DateTime?>> moment, RuleOperator ruleOperator, RuleValue? value, ShopCalendar calendar) =>
        Build(ruleOperator, value, calendar, span => In(moment, span), () => IsThere(moment));

    /// <summary>The test of something that has a moment in UTC, whichever way it is asked for.</summary>
    /// <param name="ruleOperator">A date operator.</param>
    /// <param name="value">Its value.</param>
    /// <param name="calendar">The moment of the evaluation.</param>
    /// <param name="isIn">The predicate that the moment lies in a span.</param>
    /// <param name="isThere">The predicate that there is a moment.</param>
    public static Expression<Func<T, bool>> Build<T>(
        RuleOperator ruleOperator, RuleValue? value, ShopCalendar calendar, Func<MomentSpan, Expression<Func<T, bool>>> isIn, Func<Expression<Func<T, bool>>> isThere)
    {
        return (ruleOperator, value) switch
        {
            (RuleOperator.Before, DateValue v) => isIn(new MomentSpan(null, calendar.StartOf(v.Date))),
            (RuleOperator.After, DateValue v) => isIn(new MomentSpan(calendar.EndOf(v.Date), null)),
            (RuleOperator.On, DateValue v) => isIn(new MomentSpan(calendar.StartOf(v.Date), calendar.EndOf(v.Date))),
            (RuleOperator.Between, DateRangeValue v) => isIn(new MomentSpan(calendar.StartOf(v.From), calendar.EndOf(v.To))),
            (RuleOperator.InLast, NumberValue v) => InLast((int)v.Number),
            (RuleOperator.NotInLast, NumberValue v) => InLast((int)v.Number).Not(),
            (RuleOperator.InNextAnniversary, NumberValue v) => Anniversaries((int)v.Number)
                .Select(days => isIn(new MomentSpan(days.From, days.To))).Aggregate(Predicates.Or),
            (RuleOperator.IsEmpty, _) => isThere().Not(),
            (RuleOperator.IsNotEmpty, _) => isThere(),
            _ => throw new ArgumentException($"{ruleOperator} does not compare dates with {value}.", nameof(ruleOperator))
        };

        // What lies beyond now is not in the last days.
        Expression<Func<T, bool>> InLast(int days) => isIn(new MomentSpan(calendar.StartOf(calendar.DaysAgo(days)), calendar.NowUtc, true));

        IEnumerable<(DateTime From, DateTime To)> Anniversaries(int days)
        {
            // An anniversary falls on a day of the span when the moment fell on the same day and month of an earlier year.
            // Each earlier year gives at most one run of days, so that the query compares moments only.
            // The year may be later than this one: a span beyond a year holds the first anniversaries of days that are still to come.
            var today = calendar.Today;
            var lastDay = today.AddDays(days);
            for (var year = Math.Min(FirstYear, today.Year); year < lastDay.Year; year++)
            {
                DateOnly? first = null;
                DateOnly? last = null;
                for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
                {
                    if (HasAnniversary(day, today, lastDay))
                    {
                        first ??= day;
                        last = day;
                    }
                    else if (first is not null)
                    {
                        yield return (calendar.StartOf(first.Value), calendar.EndOf(last!.Value));
                        first = null;
                    }
                }

                if (first is not null)
                    yield return (calendar.StartOf(first.Value), calendar.EndOf(last!.Value));
            }
        }

        static bool HasAnniversary(DateOnly day, DateOnly from, DateOnly to)
        {
            for (var years = Math.Max(1, from.Year - day.Year); years <= to.Year - day.Year; years++)
                if (day.AddYears(years) is var anniversary && anniversary >= from && anniversary <= to)
                    return true;
            return false;
        }
    }

    private static Expression<Func<T, bool>> IsThere<T>(Expression<Func<T, DateTime?>> moment) =>
        Expression.Lambda<Func<T, bool>>(Expression.NotEqual(moment.Body, Expression.Constant(null, typeof(DateTime?))), moment.Parameters);

    private static Expression<Func<T, bool>> In<T>(Expression<Func<T, DateTime>> moment, MomentSpan span) =>
        Expression.Lambda<Func<T, bool>>(span.Holds(moment.Body, bound => Parameter.Of(bound)), moment.Parameters);

    // A comparison with nothing is unknown, and stays so when it is negated: so it is asked first whether there is anything.
    private static Expression<Func<T, bool>> In<T>(Expression<Func<T, DateTime?>> moment, MomentSpan span) =>
        IsThere(moment).And(Expression.Lambda<Func<T, bool>>(span.Holds(moment.Body, bound => Parameter.Of<DateTime?>(bound)), moment.Parameters));
}

/// <summary>A span of time in UTC.</summary>
/// <param name="From">The first moment, included; null for no beginning.</param>
/// <param name="End">The first moment after it; null for no end.</param>
/// <param name="EndIncluded">Whether the end itself belongs to it.</param>
internal readonly record struct MomentSpan(DateTime? From, DateTime? End, bool EndIncluded = false)
{
    /// <summary>The test that a moment lies in the span.</summary>
    public Expression Holds(Expression moment, Func<DateTime, Expression> parameterOf)
    {
        Expression? low = From is { } from ? Expression.GreaterThanOrEqual(moment, parameterOf(from)) : null;
        Expression? high = End is { } end
            ? Expression.MakeBinary(EndIncluded ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan, moment, parameterOf(end))
            : null;
        return low is null ? high! : high is null ? low : Expression.AndAlso(low, high);
    }
}
