using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>
/// Says the comparison of a field or a filter in the sentence that the language has for it. Which texts that can be depends on the kind of the value:
/// one for an operator, or one for several whose difference lies in what is filled in.
/// </summary>
internal sealed class ComparisonWords(LanguageTexts texts, ValueWords values, WindowWords windows)
{
    /// <summary>The comparison as a part of a sentence.</summary>
    /// <param name="criterion">What is compared.</param>
    /// <param name="ruleOperator">How.</param>
    /// <param name="value">With what.</param>
    /// <param name="variant">The end of the key of another form of the sentence, such as <c>.where</c>; empty for the usual one.</param>
    /// <param name="more">What the sentence takes beside the value: fills the places after it.</param>
    /// <returns>Null when the language has no such sentence.</returns>
    public async Task<string?> FindAsync(Criterion criterion, RuleOperator ruleOperator, RuleValue? value, string variant = "", params object[] more)
    {
        var key = LanguageTexts.KeyOf(criterion);
        foreach (var (form, piece) in FormsOf(criterion, ruleOperator, value))
            if (await texts.FindAsync(key + form + variant) is { } sentence)
                return texts.Fill(sentence, [await piece(), .. more]);
        return null;
    }

    /// <summary>The comparison where the language has no sentence for it, as with the criteria of other plugins: in the words of the editor.</summary>
    public async Task<string> SayPlainlyAsync(string key, Criterion criterion, RuleOperator ruleOperator, RuleValue? value) =>
        await texts.SayAsync(key, await texts.NameAsync(criterion), await PlainlyAsync(criterion, ruleOperator, value));

    /// <summary>The forms of a sentence, the most special first: the end of its key, and what fills its first place.</summary>
    private IEnumerable<(string Form, Func<Task<string>> Piece)> FormsOf(Criterion criterion, RuleOperator ruleOperator, RuleValue? value)
    {
        // All of a single one is that one.
        if (ruleOperator == RuleOperator.IsAllOf && value is ChoiceValue { Choices.Count: 1 })
            ruleOperator = RuleOperator.IsAnyOf;
        var own = $".{Operator.NameOf(ruleOperator)}";
        Func<Task<string>> alone = () => values.SayAsync(criterion, ruleOperator, value);
        Func<Task<string>> compared = () => values.CompareAsync(criterion, ruleOperator, value);
        Func<Task<string>> when = () => windows.SayAsync(ruleOperator, value);
        return (criterion.Kind, value) switch
        {
            (ValueKind.YesNo, YesNoValue v) => [(v.Yes ? ".yes" : ".no", alone)],
            (ValueKind.Date, not null) => FormsOfDate(ruleOperator).Select(form => (form, when)),
            (ValueKind.Text, _) => FormsOfText(criterion, ruleOperator, value).Prepend((own, alone)),
            (_, NumberValue { Number: 1 }) => [($"{own}.one", alone), (own, alone), (".one", compared), (string.Empty, compared)],
            (_, NumberValue or NumberRangeValue) => [(own, alone), (string.Empty, compared)],
            _ => [(own, alone)]
        };
    }

    private static IEnumerable<string> FormsOfDate(RuleOperator ruleOperator) => ruleOperator switch
    {
        RuleOperator.InLast => [".in"],
        RuleOperator.NotInLast => [".notIn"],
        RuleOperator.InNextAnniversary => [".anniversary"],
        // "Last signed in before ..." where "signed in before ..." would say less than it means.
        _ => [".when", ".in"]
    };

    private IEnumerable<(string Form, Func<Task<string>> Piece)> FormsOfText(Criterion criterion, RuleOperator ruleOperator, RuleValue? value)
    {
        Func<Task<string>> alone = () => values.SayAsync(criterion, ruleOperator, value);
        Func<Task<string>> Predicate(RuleOperator said) => async () => await texts.SayAsync($"Text.{Operator.NameOf(said)}", await alone());
        return ruleOperator switch
        {
            RuleOperator.IsAnyOf => [(".is", alone), (string.Empty, Predicate(ruleOperator))],
            RuleOperator.IsNoneOf => [(".isNot", alone), (string.Empty, Predicate(ruleOperator))],
            RuleOperator.DoesNotContain => [(".notThat", Predicate(RuleOperator.Contains)), (string.Empty, Predicate(ruleOperator))],
            RuleOperator.Contains or RuleOperator.StartsWith or RuleOperator.EndsWith =>
                [(".that", Predicate(ruleOperator)), (string.Empty, Predicate(ruleOperator))],
            _ => [(string.Empty, Predicate(ruleOperator))]
        };
    }

    private async Task<string> PlainlyAsync(Criterion criterion, RuleOperator ruleOperator, RuleValue? value)
    {
        if (criterion.Kind != ValueKind.Date && value is NumberValue or NumberRangeValue)
            return await values.CompareAsync(criterion, ruleOperator, value);

        var name = Operator.NameOf(ruleOperator);
        var kind = char.ToLowerInvariant(criterion.Kind.ToString()[0]) + criterion.Kind.ToString()[1..];
        var said = await EditorTextAsync($"Operator.{kind}.{name}") ?? await EditorTextAsync($"Operator.{name}") ?? name;
        var piece = value switch
        {
            YesNoValue { Yes: var yes } => await EditorTextAsync(yes ? "Yes" : "No") ?? string.Empty,
            NumberValue { Number: var days } => (await EditorTextAsync("Value.Days"))?.Replace("{value}", texts.Number(days)) ?? texts.Number(days),
            DateValue { Date: var day } => texts.Day(day),
            DateRangeValue { From: var from, To: var to } => await texts.JoinAsync([texts.Day(from), texts.Day(to)]),
            _ => await values.SayAsync(criterion, ruleOperator, value)
        };
        return $"{said} {piece}".Trim();
    }

    private Task<string?> EditorTextAsync(string key) => texts.FindResourceAsync($"{SegmentsDefaults.ResourcePrefix}.Editor.{key}");
}
