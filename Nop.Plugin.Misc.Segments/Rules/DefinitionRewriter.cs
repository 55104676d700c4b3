using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Makes a definition anew with other choices.</summary>
internal static class DefinitionRewriter
{
    /// <summary>The definition with the choices that a function gives for each place.</summary>
    public static async Task<SegmentDefinition> ReplaceChoicesAsync(SegmentDefinition definition, Func<ChoiceUse, Task<IReadOnlyList<Choice>>> replace) =>
        definition with { Rules = (RuleGroup)await ReplaceAsync(definition.Rules, string.Empty, replace) };

    private static async Task<RuleNode> ReplaceAsync(RuleNode node, string path, Func<ChoiceUse, Task<IReadOnlyList<Choice>>> replace)
    {
        switch (node)
        {
            case RuleGroup group:
                var rules = new List<RuleNode>();
                foreach (var (i, rule) in group.Rules.Index())
                    rules.Add(await ReplaceAsync(rule, DefinitionPath.Rule(path, i), replace));
                return group with { Rules = rules };
            case FieldCondition condition:
                return condition with
                {
                    Value = await ReplaceAsync(condition.Field, condition.Value, path, replace),
                    Where = await ReplaceAsync(condition.Where, path, replace)
                };
            case ActivityCondition condition:
                return condition with { Where = await ReplaceAsync(condition.Where, path, replace) };
            case OrderCondition condition:
                return condition with { Where = await ReplaceAsync(condition.Where, path, replace) };
            case SegmentCondition condition:
                return condition with { Segment = (await replace(UseOf(condition, path)))[0] };
            default:
                return node;
        }
    }

    private static async Task<IReadOnlyList<FilterCondition>> ReplaceAsync(
        IReadOnlyList<FilterCondition> where, string path, Func<ChoiceUse, Task<IReadOnlyList<Choice>>> replace)
    {
        var filters = new List<FilterCondition>();
        foreach (var (i, filter) in where.Index())
            filters.Add(filter with { Value = await ReplaceAsync(filter.Field, filter.Value, DefinitionPath.Filter(path, i), replace) });
        return filters;
    }

    private static async Task<RuleValue?> ReplaceAsync(Criterion criterion, RuleValue? value, string path, Func<ChoiceUse, Task<IReadOnlyList<Choice>>> replace) =>
        value is ChoiceValue choices ? choices with { Choices = await replace(UseOf(criterion, choices, path)) } : value;

    /// <summary>The choices of a value, at the path of the condition or filter that it belongs to.</summary>
    internal static ChoiceUse UseOf(Criterion criterion, ChoiceValue value, string path) =>
        new(DefinitionPath.Of(path, "value"), criterion.ChoiceList ?? string.Empty, value.Choices, criterion, false);

    /// <summary>The one choice of a segment condition.</summary>
    internal static ChoiceUse UseOf(SegmentCondition condition, string path) =>
        new(DefinitionPath.Of(path, "segment"), SegmentChoices.ListName, [condition.Segment], null, true);
}
