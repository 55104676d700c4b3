using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Builds the text operators. Nothing at all and an empty text are the same. The database compares without case, as its columns do; a text
/// that is computed has lost that, and is compared in small letters.
/// </summary>
internal static class TextTest
{
    /// <summary>The test of a column.</summary>
    public static Expression<Func<T, bool>> Build<T>(Expression<Func<T, string?>> text, RuleOperator ruleOperator, RuleValue? value) =>
        Build(text, ruleOperator, value, asked => asked);

    /// <summary>The test of a text that is computed in small letters.</summary>
    public static Expression<Func<T, bool>> BuildLower<T>(Expression<Func<T, string?>> lowerText, RuleOperator ruleOperator, RuleValue? value) =>
        Build(lowerText, ruleOperator, value, asked => asked.ToLowerInvariant());

    /// <summary>Whether an operator holds where there is nothing, and is the negation of another.</summary>
    public static bool IsNegative(RuleOperator ruleOperator) => ruleOperator != PositiveOf(ruleOperator);

    /// <summary>The operator that a negative one negates; any other as it is.</summary>
    public static RuleOperator PositiveOf(RuleOperator ruleOperator) => ruleOperator switch
    {
        RuleOperator.IsNot => RuleOperator.Is,
        RuleOperator.DoesNotContain => RuleOperator.Contains,
        RuleOperator.IsNoneOf => RuleOperator.IsAnyOf,
        RuleOperator.IsEmpty => RuleOperator.IsNotEmpty,
        _ => ruleOperator
    };

    private static Expression<Func<T, bool>> Build<T>(
        Expression<Func<T, string?>> text, RuleOperator ruleOperator, RuleValue? value, Func<string, string> prepare)
    {
        if (IsNegative(ruleOperator))
            return Build(text, PositiveOf(ruleOperator), value, prepare).Not();

        var body = text.Body;
        var test = (ruleOperator, value) switch
        {
            (RuleOperator.Is, TextValue v) => Expression.Equal(body, Parameter.Of(prepare(v.Text))),
            (RuleOperator.Contains, TextValue v) => Call(nameof(string.Contains), v),
            (RuleOperator.StartsWith, TextValue v) => Call(nameof(string.StartsWith), v),
            (RuleOperator.EndsWith, TextValue v) => Call(nameof(string.EndsWith), v),
            (RuleOperator.IsAnyOf, TextsValue v) => Expression.Call(
                Parameter.Of(v.Texts.Select(prepare).Distinct().ToList()), nameof(List<string>.Contains), null, body),
            (RuleOperator.IsNotEmpty, _) => (Expression)Expression.NotEqual(body, Parameter.Of(string.Empty)),
            _ => throw new ArgumentException($"{ruleOperator} does not compare texts with {value}.", nameof(ruleOperator))
        };

        // Never unknown, so that it can be negated: nothing contains nothing.
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(Expression.NotEqual(body, Expression.Constant(null, typeof(string))), test), text.Parameters);

        MethodCallExpression Call(string method, TextValue v) =>
            Expression.Call(body, typeof(string).GetMethod(method, [typeof(string)])!, Parameter.Of(prepare(v.Text)));
    }
}
