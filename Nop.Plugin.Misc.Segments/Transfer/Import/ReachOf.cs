using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Knows which way the number of matching customers can go when a part of a rule is left out.</summary>
internal static class ReachOf
{
    // What more rows can only raise, and what they can only lower.
    private static readonly HashSet<string> Rising = ["count", "total", "units", "distinctProducts", "quantity", "timesUsed", "items", "largest", "daysSinceFirst"];
    private static readonly HashSet<string> Falling = ["smallest", "daysSinceLast", "hoursSinceChange"];

    // These do not narrow the orders down, they say which orders are looked at in the first place.
    private static readonly HashSet<string> Replacing = ["order.status", "order.paymentStatus"];

    /// <summary>The other way round, as below "none of these".</summary>
    public static Reach Turned(Reach reach) => reach switch { Reach.More => Reach.Fewer, Reach.Fewer => Reach.More, _ => Reach.Other };

    /// <summary>One choice of a list is left out: what the comparison still lets pass.</summary>
    public static Reach OfChoice(RuleOperator ruleOperator) => ruleOperator == RuleOperator.IsAnyOf ? Reach.Fewer : Reach.More;

    /// <summary>A rule of a group is left out.</summary>
    public static Reach OfRule(GroupMatch match) => match == GroupMatch.Any ? Reach.Fewer : Reach.More;

    /// <summary>A filter of a condition lets more, or fewer, rows pass.</summary>
    public static Reach OfRows(RuleNode condition, string filter, Reach rows) => Replacing.Contains(filter) ? Reach.Other : condition switch
    {
        OrderCondition => rows,
        FieldCondition { Value: YesNoValue { Yes: false } } => Turned(rows),
        FieldCondition => rows,
        ActivityCondition c when rows == Reach.More => OfMoreRows(c),
        ActivityCondition c => Turned(OfMoreRows(c)),
        _ => Reach.Other
    };

    /// <summary>Where nothing is unknown, the fewer rows give the opposite of the more.</summary>
    private static Reach OfMoreRows(ActivityCondition condition)
    {
        var isLower = condition.Operator is RuleOperator.AtLeast or RuleOperator.GreaterThan;
        var isUpper = condition.Operator is RuleOperator.AtMost or RuleOperator.LessThan;
        var name = condition.Measure.Name;
        if (Rising.Contains(name) && isLower)
            return Reach.More;
        if (Falling.Contains(name) && isUpper)
            return Reach.More;
        if (Rising.Contains(name) && isUpper && condition.Measure.IsZeroForNothing)
            return Reach.Fewer;
        // "Exactly none" can only cease to hold.
        if (Rising.Contains(name) && condition is { Operator: RuleOperator.Equals, Value: NumberValue { Number: 0 }, Measure.IsZeroForNothing: true })
            return Reach.Fewer;
        return Reach.Other;
    }
}
