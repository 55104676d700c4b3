using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>Says rules: what stands after "Customers who".</summary>
internal sealed class ConditionWords(LanguageTexts texts, ComparisonWords comparisons, FilterWords filters, ValueWords values, WindowWords windows)
{
    /// <summary>What all rules of a definition say.</summary>
    public async Task<string> SayAsync(RuleGroup outermost) => LanguageTexts.End(await SayGroupAsync(outermost, true));

    /// <summary>What one rule says by itself.</summary>
    public async Task<string> SayAloneAsync(RuleNode node) => LanguageTexts.End(await SayAsync(node));

    private async Task<string> SayAsync(RuleNode node) => node switch
    {
        RuleGroup group => await SayGroupAsync(group, false),
        FieldCondition c => await SayFieldAsync(c),
        ActivityCondition c => await SayActivityAsync(c),
        OrderCondition c => await SayOrderAsync(c),
        SegmentCondition c => await SaySegmentAsync(c),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null)
    };

    private async Task<string> SayGroupAsync(RuleGroup group, bool isOutermost)
    {
        var parts = new List<string>();
        foreach (var rule in group.Rules)
            parts.Add(await SayAsync(rule));

        if (group.Match == GroupMatch.None)
            return await texts.SayAsync("Group.None", string.Join("; ", parts.Select(LanguageTexts.End)));
        if (parts.Count == 1)
            return parts[0];
        var joined = await texts.JoinAsync(parts, group.Match == GroupMatch.All);
        return isOutermost ? joined : $"({LanguageTexts.End(joined)})";
    }

    private async Task<string> SayFieldAsync(FieldCondition condition)
    {
        var (field, ruleOperator, value) = (condition.Field, condition.Operator, condition.Value);
        object[] subject = field.Subject is null ? [] : [await values.QuoteAsync(field.Subject)];
        if (condition.Where.Count > 0)
        {
            var where = await filters.SayAsync(condition.Where);
            return await comparisons.FindAsync(field, ruleOperator, value, ".where", [where, .. subject])
                   ?? await comparisons.SayPlainlyAsync("Else", field, ruleOperator, value) + where;
        }

        return await comparisons.FindAsync(field, ruleOperator, value, more: subject) ?? await comparisons.SayPlainlyAsync("Else", field, ruleOperator, value);
    }

    private async Task<string> SayActivityAsync(ActivityCondition condition)
    {
        var (measure, ruleOperator, value) = (condition.Measure, condition.Operator, condition.Value);
        var key = LanguageTexts.KeyOf(measure);
        var window = await SayWindowAsync(condition);
        var where = condition.Activity switch
        {
            ItemsActivity => await filters.SayForItemsAsync(condition.Where),
            DiscountsActivity => await filters.SayForDiscountsAsync(condition.Where),
            _ => await filters.SayAsync(condition.Where)
        };
        if (Operator.Ranks.Contains(ruleOperator) && value is NumberValue { Number: var percent })
            return await texts.FindAsync($"{key}.{Operator.NameOf(ruleOperator)}") is { } rank
                ? texts.Fill(rank, await values.PercentAsync(percent), window, where)
                : await comparisons.SayPlainlyAsync("Else", measure, ruleOperator, value) + window + where;

        // Some measures say "in orders ..." where others have their orders in the sentence.
        if (where.Length > 0 && await texts.FindAsync($"{key}.narrowed") is { } narrowed)
            where = $" {texts.Fill(narrowed, where)}";
        if (IsNothing(condition) && await texts.FindAsync($"{key}.nothing") is { } nothing)
            return texts.Fill(nothing, window, where);
        return await FindSentenceAsync(key, where.Length > 0, value is NumberValue { Number: 1 }) is { } sentence
            ? texts.Fill(sentence, await values.CompareAsync(measure, ruleOperator, value), window, where)
            : await comparisons.SayPlainlyAsync("Else", measure, ruleOperator, value) + window + where;
    }

    /// <summary>The sentence of a measure: some say it in another way where there are filters, or of just one.</summary>
    private async Task<string?> FindSentenceAsync(string key, bool isNarrowed, bool isOne) =>
        (isNarrowed ? await texts.FindAsync($"{key}.where") : null)
        ?? (isOne ? await texts.FindAsync($"{key}.one") : null)
        ?? await texts.FindAsync(key);

    private async Task<string> SayWindowAsync(ActivityCondition condition)
    {
        var window = await windows.SayAsync(condition.Within);
        if (window.Length == 0)
            return string.Empty;
        return await texts.FindAsync($"{condition.Activity.Name}.window") is { } own ? $" {texts.Fill(own, window)}" : $" {window}";
    }

    /// <summary>Whether only a customer with nothing at all can pass.</summary>
    private static bool IsNothing(ActivityCondition condition) => condition.Measure is { IsZeroForNothing: true, Kind: ValueKind.Number }
        && NumberTest.Of(condition.Operator, condition.Value) is var test
        && test.Holds(0) && !test.Holds(1) && !test.Holds(int.MaxValue);

    private async Task<string> SayOrderAsync(OrderCondition condition)
    {
        var window = await windows.SayAsync(condition.Within) is { Length: > 0 } said ? $" {said}" : string.Empty;
        if (condition.Where.Count == 0)
            return await texts.SayAsync("Every.Any", window);
        var where = LanguageTexts.End(await filters.SayAsync(condition.Where));
        return condition.Quantifier switch
        {
            OrderQuantifier.Every => await texts.SayAsync("Every", window, where),
            OrderQuantifier.Latest => await texts.SayAsync("Latest", window, where),
            _ => await texts.SayAsync("First", where)
        };
    }

    private async Task<string> SaySegmentAsync(SegmentCondition condition)
    {
        var key = $"Segment.{Operator.NameOf(condition.Operator)}";
        var found = condition.Segment.Id is { } id ? (await values.FindNamesAsync(SegmentChoices.ListName, [id])).FirstOrDefault() : condition.Segment.Name;
        return found is { } name
            ? await texts.SayAsync(key, await values.QuoteAsync(name))
            : await texts.SayAsync($"{key}.gone");
    }
}
