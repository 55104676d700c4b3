using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Builds the date operators over a date without a time zone that may be missing, such as a birthday. A time of day does not matter.</summary>
internal static class DateTest
{
    public static Expression<Func<T, bool>> Build<T>(Expression<Func<T, DateTime?>> date, RuleOperator ruleOperator, RuleValue? value, ShopCalendar calendar)
    {
        var isThere = Expression.Lambda<Func<T, bool>>(Expression.NotEqual(date.Body, Expression.Constant(null, typeof(DateTime?))), date.Parameters);
        return (ruleOperator, value) switch
        {
            (RuleOperator.Before, DateValue v) => In(new MomentSpan(null, StartOf(v.Date))),
            (RuleOperator.After, DateValue v) => In(new MomentSpan(EndOf(v.Date), null)),
            (RuleOperator.On, DateValue v) => Days(v.Date, v.Date),
            (RuleOperator.Between, DateRangeValue v) => Days(v.From, v.To),
            (RuleOperator.InLast, NumberValue v) => Days(calendar.DaysAgo((int)v.Number), calendar.Today),
            (RuleOperator.NotInLast, NumberValue v) => Days(calendar.DaysAgo((int)v.Number), calendar.Today).Not(),
            (RuleOperator.InNextAnniversary, NumberValue v) => HasAnniversary((int)v.Number),
            (RuleOperator.IsEmpty, _) => isThere.Not(),
            (RuleOperator.IsNotEmpty, _) => isThere,
            _ => throw new ArgumentException($"{ruleOperator} does not compare dates with {value}.", nameof(ruleOperator))
        };

        // From one day to another, both included.
        Expression<Func<T, bool>> Days(DateOnly from, DateOnly to) => In(new MomentSpan(StartOf(from), EndOf(to)));

        // Nothing is in no span, also when it is negated.
        Expression<Func<T, bool>> In(MomentSpan span) =>
            isThere.And(Expression.Lambda<Func<T, bool>>(span.Holds(date.Body, bound => Parameter.Of<DateTime?>(bound)), date.Parameters));

        // The month and the day lie between today's and those of the last day, which may be in the next year; and the first anniversary is not beyond it.
        Expression<Func<T, bool>> HasAnniversary(int days)
        {
            var lastDay = calendar.DaysAgo(-days);
            var latest = lastDay.AddYears(-1);
            while (latest.AddDays(1).AddYears(1) <= lastDay)
                latest = latest.AddDays(1);
            var old = In(new MomentSpan(null, EndOf(latest)));
            if (days >= 365)
                return old;

            var value = Expression.Property(date.Body, nameof(Nullable<DateTime>.Value));
            var number = Expression.Add(
                Expression.Multiply(Expression.Property(value, nameof(DateTime.Month)), Expression.Constant(100)),
                Expression.Property(value, nameof(DateTime.Day)));
            var from = Expression.GreaterThanOrEqual(number, Parameter.Of(NumberOf(calendar.Today)));
            var to = Expression.LessThanOrEqual(number, Parameter.Of(LastNumberOf(lastDay)));
            var inSpan = calendar.Today.Year == lastDay.Year ? Expression.AndAlso(from, to) : Expression.OrElse(from, to);
            return old.And(Expression.Lambda<Func<T, bool>>(inSpan, date.Parameters));
        }
    }

    private static int NumberOf(DateOnly day) => (day.Month * 100) + day.Day;

    /// <summary>In years without a 29th of February its anniversary is the 28th.</summary>
    private static int LastNumberOf(DateOnly day) => day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year) ? 229 : NumberOf(day);

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    private static DateTime EndOf(DateOnly day) => day == DateOnly.MaxValue ? DateTime.MaxValue : StartOf(day.AddDays(1));
}
