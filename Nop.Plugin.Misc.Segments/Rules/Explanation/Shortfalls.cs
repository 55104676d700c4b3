using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Says how much more of a number is asked for, where more can come: of counts and sums by doing more, of ages by waiting.</summary>
internal static class Shortfalls
{
    /// <summary>How much; null where nothing can be said, or where it is not more that is missing.</summary>
    public static decimal? Of(RuleNode condition, ActualValue? actual) => (condition, actual) switch
    {
        (ActivityCondition c, ActualRank { Number: { } number, Threshold: { } threshold }) when c.Operator == RuleOperator.InTop && Grows(c) =>
            Positive(threshold - number),
        (ActivityCondition c, ActualNumber { Number: { } number }) when Grows(c) && LeastOf(c) is { } least => Positive(least - number),
        _ => null
    };

    private static bool Grows(ActivityCondition condition) =>
        condition.Measure.IsZeroForNothing || condition.Measure.TimeSensitivityOf(condition.Operator) != TimeSensitivity.None;

    /// <summary>The smallest number that passes; of amounts the one that has to be passed.</summary>
    private static decimal? LeastOf(ActivityCondition condition) => (condition.Operator, condition.Value) switch
    {
        (RuleOperator.GreaterThan, NumberValue v) when IsWhole(condition) => Math.Floor(v.Number) + 1,
        (RuleOperator.AtLeast or RuleOperator.Equals, NumberValue v) when IsWhole(condition) => Math.Ceiling(v.Number),
        (RuleOperator.AtLeast or RuleOperator.Equals or RuleOperator.GreaterThan, NumberValue v) => v.Number,
        (RuleOperator.Between, NumberRangeValue v) => v.From,
        _ => null
    };

    private static bool IsWhole(ActivityCondition condition) => condition.Measure.Kind is ValueKind.Number or ValueKind.Days;

    private static decimal? Positive(decimal number) => number > 0 ? number : null;
}
