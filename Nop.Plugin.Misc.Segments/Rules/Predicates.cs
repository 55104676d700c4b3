using System.Linq.Expressions;
using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Puts predicates together.</summary>
public static class Predicates
{
    /// <summary>Both hold.</summary>
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Combine(left, right, Expression.AndAlso);

    /// <summary>One or both hold.</summary>
    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Combine(left, right, Expression.OrElse);

    /// <summary>It does not hold.</summary>
    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> predicate) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(predicate.Body), predicate.Parameters);

    /// <summary>It never holds: no row has an id below 0.</summary>
    internal static Expression<Func<T, bool>> Never<T>() where T : BaseEntity => entity => entity.Id < 0;

    /// <summary>The body of a function as one of another parameter.</summary>
    internal static Expression Rebase<T, TResult>(Expression<Func<T, TResult>> function, ParameterExpression parameter) => Inline(function, parameter);

    /// <summary>The body of a function with what it is asked of in its parameter's place.</summary>
    internal static Expression Inline<T, TResult>(Expression<Func<T, TResult>> function, Expression argument) =>
        new ReplaceParameter(function.Parameters[0], argument).Visit(function.Body);

    private static Expression<Func<T, bool>> Combine<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right,
        Func<Expression, Expression, BinaryExpression> combine)
    {
        var parameter = left.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(combine(left.Body, Rebase(right, parameter)), parameter);
    }

    private sealed class ReplaceParameter(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
