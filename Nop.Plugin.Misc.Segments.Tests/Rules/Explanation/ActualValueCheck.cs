using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Explanation;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>Judges whether what an explanation says a customer has is in accord with the outcome it says.</summary>
internal static class ActualValueCheck
{
    /// <summary>Databases add fractions of days to the millisecond: what is closer to a bound than that may fall on either side.</summary>
    private const decimal LeastGap = 0.000_000_1m;

    /// <summary>What does not go together, or null.</summary>
    public static string? FindDiscord(ConditionExplanation explanation)
    {
        var (condition, isMet) = (explanation.Condition, explanation.IsMet);
        var expected = (condition, explanation.Actual) switch
        {
            (FieldCondition c, ActualField { Value: var value }) => Expected(c, value),
            (ActivityCondition c, ActualNumber { Number: var number }) => Expected(c, number),
            (ActivityCondition c, ActualRank { Number: { } number, Threshold: { } threshold }) => NumberTest.OfRank(c.Operator, threshold).Holds(number),
            (ActivityCondition, ActualRank) => false,
            (OrderCondition { Quantifier: OrderQuantifier.Every }, ActualOrders { Orders: var orders }) => orders.Count > 0 && orders.Count == orders.Passing,
            (OrderCondition, ActualOrders { Orders: var orders }) => orders.Meant?.Passes == true && orders.Passing > 0,
            (SegmentCondition c, ActualMembership { Since: var since }) => since is not null == (c.Operator == RuleOperator.Is),
            _ => throw new InvalidOperationException($"{condition} is not explained by {explanation.Actual}.")
        };
        return expected is { } outcome && outcome != isMet ? $"should make it {outcome}" : null;
    }

    private static bool? Expected(ActivityCondition condition, decimal? number)
    {
        if (number is not { } known)
            return false;
        var bounds = condition.Value is NumberRangeValue range ? [range.From, range.To] : new[] { ((NumberValue)condition.Value).Number };
        var isGap = condition.Measure.Name == "averageDaysBetween";
        return isGap && bounds.Any(bound => Math.Abs(bound - known) < LeastGap) ? null : NumberTest.Of(condition.Operator, condition.Value).Holds(known);
    }

    /// <summary>What the value would make of the condition; null where the value alone does not say.</summary>
    private static bool? Expected(FieldCondition condition, RuleValue? actual) => (condition.Field.Kind, condition.Value, actual) switch
    {
        (ValueKind.YesNo, YesNoValue asked, YesNoValue has) => asked.Yes == has.Yes,
        (ValueKind.Choice, ChoiceValue asked, _) => Expected(condition.Operator, asked.Ids, actual is ChoiceValue has ? has.Ids : []),
        (ValueKind.Code, TextsValue asked, _) => Expected(condition.Operator, Upper(asked.Texts), actual is TextsValue has ? Upper(has.Texts) : []),
        (ValueKind.Text, _, TextsValue) => null,
        (ValueKind.Text, _, _) => Expected(condition.Operator, condition.Value, (actual as TextValue)?.Text ?? string.Empty),
        (ValueKind.Date, _, _) => Expected(condition.Operator, condition.Value, (actual as DateValue)?.Date),
        (ValueKind.Number or ValueKind.Money, _, null) => condition.Operator == RuleOperator.NotEquals,
        (ValueKind.Number or ValueKind.Money, _, NumberValue has) => NumberTest.Of(condition.Operator, condition.Value).Holds(has.Number),
        _ => throw new InvalidOperationException($"{condition} is not explained by {actual}.")
    };

    private static bool Expected<T>(RuleOperator ruleOperator, IReadOnlyCollection<T> asked, IReadOnlyCollection<T> has) => ruleOperator switch
    {
        RuleOperator.IsAnyOf => asked.Any(has.Contains),
        RuleOperator.IsAllOf => asked.All(has.Contains),
        RuleOperator.IsNoneOf => !asked.Any(has.Contains),
        _ => throw new InvalidOperationException($"{ruleOperator} does not compare choices.")
    };

    private static bool Expected(RuleOperator ruleOperator, RuleValue? asked, string has)
    {
        var text = (asked as TextValue)?.Text ?? string.Empty;
        const StringComparison withoutCase = StringComparison.OrdinalIgnoreCase;
        return ruleOperator switch
        {
            RuleOperator.Is => has.Equals(text, withoutCase),
            RuleOperator.IsNot => !has.Equals(text, withoutCase),
            RuleOperator.Contains => has.Contains(text, withoutCase),
            RuleOperator.DoesNotContain => !has.Contains(text, withoutCase),
            RuleOperator.StartsWith => has.StartsWith(text, withoutCase),
            RuleOperator.EndsWith => has.EndsWith(text, withoutCase),
            RuleOperator.IsAnyOf => ((TextsValue)asked!).Texts.Contains(has, StringComparer.OrdinalIgnoreCase),
            RuleOperator.IsNoneOf => !((TextsValue)asked!).Texts.Contains(has, StringComparer.OrdinalIgnoreCase),
            RuleOperator.IsEmpty => has.Length == 0,
            RuleOperator.IsNotEmpty => has.Length > 0,
            _ => throw new InvalidOperationException($"{ruleOperator} does not compare texts.")
        };
    }

    /// <summary>Days that count from today are left to the naive evaluator, which knows when it is.</summary>
    private static bool? Expected(RuleOperator ruleOperator, RuleValue? asked, DateOnly? has) => (ruleOperator, asked) switch
    {
        (RuleOperator.IsEmpty, _) => has is null,
        (RuleOperator.IsNotEmpty, _) => has is not null,
        (RuleOperator.Before, DateValue v) => has < v.Date,
        (RuleOperator.After, DateValue v) => has > v.Date,
        (RuleOperator.On, DateValue v) => has == v.Date,
        (RuleOperator.Between, DateRangeValue v) => has >= v.From && has <= v.To,
        _ => null
    };

    private static List<string> Upper(IEnumerable<string> texts) => texts.Select(text => text.ToUpperInvariant()).ToList();
}
