using System.Linq.Expressions;
using Nop.Core.Domain.Customers;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Brings rows that belong to customers together with customers. The predicates are put together by hand, so that what reaches the database is
/// <c>rows.Any(row => row.CustomerId == c.Id)</c> for rows of every kind.
/// </summary>
internal static class CustomerRows
{
    /// <summary>The rows of the customers in a scope.</summary>
    public static IQueryable<T> InScope<T>(this IQueryable<T> rows, CustomerScope? scope, Expression<Func<T, int>> customerId)
    {
        if (scope is null)
            return rows;
        if (scope.Ids is { } ids)
            return rows.Where(Lambda(customerId, Expression.Call(Parameter.Of(ids.ToList()), nameof(List<int>.Contains), null, customerId.Body)));
        return rows.Where(Lambda(customerId, Expression.AndAlso(
            Expression.GreaterThanOrEqual(customerId.Body, Parameter.Of(scope.From)),
            Expression.LessThanOrEqual(customerId.Body, Parameter.Of(scope.To)))));
    }

    /// <summary>The condition that a customer has at least one of the rows.</summary>
    public static Expression<Func<Customer, bool>> AnyOf<T>(this IQueryable<T> rows, Expression<Func<T, int>> customerId)
    {
        Expression<Func<Customer, int>> id = c => c.Id;
        return Expression.Lambda<Func<Customer, bool>>(Any(rows, Lambda(customerId, Expression.Equal(customerId.Body, id.Body))), id.Parameters);
    }

    /// <summary>The rows of some people.</summary>
    public static IQueryable<T> OfAny<T>(this IQueryable<T> rows, IQueryable<Customer> people, Expression<Func<T, int>> customerId)
    {
        Expression<Func<Customer, int>> id = c => c.Id;
        return rows.Where(Lambda(customerId, Any(people, Expression.Lambda<Func<Customer, bool>>(Expression.Equal(id.Body, customerId.Body), id.Parameters))));
    }

    private static Expression<Func<T, bool>> Lambda<T>(Expression<Func<T, int>> like, Expression body) =>
        Expression.Lambda<Func<T, bool>>(body, like.Parameters);

    private static MethodCallExpression Any<T>(IQueryable<T> rows, Expression<Func<T, bool>> predicate) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(T)], Parameter.Of(rows), Expression.Quote(predicate));
}
