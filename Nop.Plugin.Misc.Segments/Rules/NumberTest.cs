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
