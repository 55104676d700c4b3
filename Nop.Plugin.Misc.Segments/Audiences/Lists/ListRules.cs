using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>
/// Puts lists around the rules of a segment and takes them off again: <c>all(any(rules, on a list), not on a list)</c>. What is always left out stands
/// outermost: who is on lists of both kinds is left out. A list of a kind that is there already joins its condition.
/// </summary>
public static class ListRules
{
    /// <summary>The rules by which whoever is on the list is in the segment; the same rules where everybody but the left out is in it already.</summary>
    /// <param name="rules">The rules so far.</param>
    /// <param name="listId">The list.</param>
    /// <param name="field">The field that asks for lists.</param>
    public static RuleGroup Include(RuleGroup rules, int listId, CustomerField field)
    {
        var (body, excluded) = Part(rules);
        if (body is null)
            return rules;
        var at = FindIncluded(body);
        if (at >= 0)
            return Join(Replace(body, at, Add((FieldCondition)body.Rules[at], listId)), excluded);

        var condition = Condition(field, RuleOperator.IsAnyOf, listId);
        return Join(body switch
        {
            { Match: GroupMatch.Any } => body with { Rules = [.. body.Rules, condition] },
            { Match: GroupMatch.All, Rules: [var only] } => new RuleGroup(GroupMatch.Any, [only, condition]),
            _ => new RuleGroup(GroupMatch.Any, [body, condition])
        }, excluded);
    }

    /// <summary>The rules by which nobody on the list is in the segment.</summary>
    /// <param name="rules">The rules so far.</param>
    /// <param name="listId">The list.</param>
    /// <param name="field">The field that asks for lists.</param>
    public static RuleGroup Exclude(RuleGroup rules, int listId, CustomerField field)
    {
        var (body, excluded) = Part(rules);
        return Join(body, excluded.Count == 0
            ? [Condition(field, RuleOperator.IsNoneOf, listId)]
            : [Add(excluded[0], listId), .. excluded.Skip(1)]);
    }

    /// <summary>The rules without the list that stands around them; null when no rule would be left.</summary>
    public static RuleGroup? Remove(RuleGroup rules, int listId)
    {
        var (body, excluded) = Part(rules);
        var kept = excluded.Select(condition => Take(condition, listId)).OfType<FieldCondition>().ToList();
        if (body is not null && FindIncluded(body) is var at and >= 0)
            body = Take((FieldCondition)body.Rules[at], listId) is { } rest ? Replace(body, at, rest) : Without(body, at);
        return body is null && kept.Count == 0 ? null : Join(body, kept);
    }

    /// <summary>The lists that the rules name, each with what they make of it.</summary>
    public static IReadOnlyList<(int ListId, ListUse Use)> Find(SegmentDefinition definition)
    {
        var (body, excluded) = Part(definition.Rules);
        var included = body is not null && FindIncluded(body) is var at and >= 0 ? IdsOf((FieldCondition)body.Rules[at]) : [];
        return included.Select(id => (id, ListUse.Included))
            .Concat(excluded.SelectMany(IdsOf).Select(id => (id, ListUse.Excluded)))
            .Concat(IdsIn(definition).Select(id => (id, ListUse.Named)))
            .DistinctBy(pair => pair.id)
            .ToList();
    }

    /// <summary>The ids of all lists that rules name, wherever they stand.</summary>
    public static IEnumerable<int> IdsIn(SegmentDefinition definition) => DefinitionFacts.ChoicesOf(definition)
        .Where(use => use.ListName == EmailListChoices.ListName).SelectMany(use => use.Choices).Select(choice => choice.Id).OfType<int>().Distinct();

    /// <summary>What is asked for, and the conditions beside it that leave people out; null where nothing else is asked for.</summary>
    private static (RuleGroup? Body, IReadOnlyList<FieldCondition> Excluded) Part(RuleGroup rules)
    {
        if (rules.Match != GroupMatch.All)
            return (rules, []);
        var excluded = rules.Rules.OfType<FieldCondition>().Where(condition => IsOfLists(condition, RuleOperator.IsNoneOf)).ToList();
        var rest = rules.Rules.Where(rule => !excluded.Contains(rule)).ToList();
        return (rest switch
        {
            [] => null,
            [RuleGroup group] => group,
            _ => rules with { Rules = rest }
        }, excluded);
    }

    private static RuleGroup Join(RuleGroup? body, IReadOnlyList<FieldCondition> excluded) => body switch
    {
        null => new RuleGroup(GroupMatch.All, [.. excluded]),
        _ when excluded.Count == 0 => body,
        { Match: GroupMatch.All } => body with { Rules = [.. body.Rules, .. excluded] },
        _ => new RuleGroup(GroupMatch.All, [body, .. excluded])
    };

    /// <summary>Where the condition stands that is enough by itself; -1 for nowhere.</summary>
    private static int FindIncluded(RuleGroup body) => body.Match == GroupMatch.Any || (body.Match == GroupMatch.All && body.Rules.Count == 1)
        ? body.Rules.ToList().FindIndex(rule => rule is FieldCondition condition && IsOfLists(condition, RuleOperator.IsAnyOf))
        : -1;

    private static RuleGroup? Without(RuleGroup body, int at) => body.Rules.Where((_, i) => i != at).ToList() switch
    {
        [] => null,
        [RuleGroup group] => group,
        [var only] => new RuleGroup(GroupMatch.All, [only]),
        var rest => body with { Rules = rest }
    };

    private static RuleGroup Replace(RuleGroup body, int at, RuleNode by) => body with { Rules = body.Rules.Select((rule, i) => i == at ? by : rule).ToList() };

    private static FieldCondition Condition(CustomerField field, RuleOperator ruleOperator, int listId) =>
        new(field, ruleOperator, new ChoiceValue([new Choice(listId, null)]), []);

    private static FieldCondition Add(FieldCondition condition, int listId) => IdsOf(condition).Contains(listId)
        ? condition
        : condition with { Value = new ChoiceValue([.. ((ChoiceValue)condition.Value!).Choices, new Choice(listId, null)]) };

    private static FieldCondition? Take(FieldCondition condition, int listId)
    {
        var rest = ((ChoiceValue)condition.Value!).Choices.Where(choice => choice.Id != listId).ToList();
        return rest.Count == 0 ? null : condition with { Value = new ChoiceValue(rest) };
    }

    private static IEnumerable<int> IdsOf(FieldCondition condition) => ((ChoiceValue)condition.Value!).Choices.Select(choice => choice.Id).OfType<int>();

    private static bool IsOfLists(FieldCondition condition, RuleOperator ruleOperator) =>
        condition.Field.Name == ListField.FieldName && condition.Operator == ruleOperator;
}
