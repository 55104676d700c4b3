using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Narrows rows down to a window.</summary>
internal static class WindowQueries
{
    /// <summary>The rows whose moment lies in the window; all of them without one.</summary>
    public static IQueryable<T> InWindow<T>(this IQueryable<T> rows, Expression<Func<T, DateTime>> moment, TimeWindow? window, ShopCalendar calendar)
    {
        if (window is null)
            return rows;

        var bounds = WindowBounds.Of(window, calendar);
        if (bounds.From is { } from)
            rows = rows.Where(Compare(ExpressionType.GreaterThanOrEqual, from));
        if (bounds.Before is { } before)
            rows = rows.Where(Compare(ExpressionType.LessThan, before));
        return rows.Where(Compare(ExpressionType.LessThanOrEqual, bounds.UpTo));

        Expression<Func<T, bool>> Compare(ExpressionType type, DateTime bound) =>
            Expression.Lambda<Func<T, bool>>(Expression.MakeBinary(type, moment.Body, Parameter.Of(bound)), moment.Parameters);
    }
}
