using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Builds the date operators over a moment in UTC that is always there: its day is the shop's local day.</summary>
internal static class MomentTest
{
    /// <summary>The first year whose anniversaries are looked at: no shop's customer is older.</summary>
    private const int FirstYear = 1970;

    public static TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) =>
        ruleOperator is RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary ? TimeSensitivity.Daily : TimeSensitivity.None;

    public static Expression<Func<T, bool>> Build<T>(Expression<Func<T, DateTime>> moment, RuleOperator ruleOperator, RuleValue? value, ShopCalendar calendar)
    {
        return (ruleOperator, value) switch
        {
            (RuleOperator.Before, DateValue v) => Span(null, calendar.StartOf(v.Date)),
            (RuleOperator.After, DateValue v) => Span(calendar.EndOf(v.Date), null),
            (RuleOperator.On, DateValue v) => Span(calendar.StartOf(v.Date), calendar.EndOf(v.Date)),
            (RuleOperator.Between, DateRangeValue v) => Span(calendar.StartOf(v.From), calendar.EndOf(v.To)),
            (RuleOperator.InLast, NumberValue v) => InLast((int)v.Number),
            (RuleOperator.NotInLast, NumberValue v) => InLast((int)v.Number).Not(),
            (RuleOperator.InNextAnniversary, NumberValue v) => Anniversaries((int)v.Number).Select(days => Span(days.From, days.To)).Aggregate(Predicates.Or),
            (RuleOperator.IsEmpty, _) => Never(),
            (RuleOperator.IsNotEmpty, _) => Never().Not(),
            _ => throw new ArgumentException($"{ruleOperator} does not compare dates with {value}.", nameof(ruleOperator))
        };

        Expression<Func<T, bool>> Span(DateTime? from, DateTime? before)
        {
            Expression? low = from is { } f ? Expression.GreaterThanOrEqual(moment.Body, Parameter.Of(f)) : null;
            Expression? high = before is { } b ? Expression.LessThan(moment.Body, Parameter.Of(b)) : null;
            return Expression.Lambda<Func<T, bool>>(low is null ? high! : high is null ? low : Expression.AndAlso(low, high), moment.Parameters);
        }

        Expression<Func<T, bool>> InLast(int days) => Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(
                Expression.GreaterThanOrEqual(moment.Body, Parameter.Of(calendar.StartOf(calendar.DaysAgo(days)))),
                Expression.LessThanOrEqual(moment.Body, Parameter.Of(calendar.NowUtc))),
            moment.Parameters);

        // A moment is there and not null: no value equals one before all time.
        Expression<Func<T, bool>> Never() => Span(null, DateTime.MinValue);

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
}
