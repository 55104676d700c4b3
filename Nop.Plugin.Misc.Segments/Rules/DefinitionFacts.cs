using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>What can be said of a definition without the shop's data.</summary>
public static class DefinitionFacts
{
    /// <summary>The shop's data that the rules read. Everything depends on the customer's account and on being registered.</summary>
    public static RuleSources SourcesOf(SegmentDefinition definition, bool includeGuests = false)
    {
        var sources = RuleSources.Profile | RuleSources.Roles | (includeGuests ? RuleSources.Orders : RuleSources.None);
        foreach (var node in NodesOf(definition.Rules))
            sources |= node switch
            {
                FieldCondition c => c.Field.Sources,
                ActivityCondition c => c.Activity.Sources | c.Measure.Sources | SourcesOf(c.Where),
                EveryOrderCondition c => RuleSources.Orders | SourcesOf(c.Where),
                _ => RuleSources.None
            };
        return sources;
    }

    /// <summary>How often time alone can change who matches.</summary>
    public static TimeSensitivity TimeSensitivityOf(SegmentDefinition definition) => NodesOf(definition.Rules).Select(node => node switch
    {
        FieldCondition c => c.Field.TimeSensitivityOf(c.Operator),
        ActivityCondition c => Most(c.Measure.TimeSensitivityOf(c.Operator), Of(c.Within), Of(c.Where)),
        EveryOrderCondition c => Most(Of(c.Within), Of(c.Where)),
        _ => TimeSensitivity.None
    }).DefaultIfEmpty().Max();

    /// <summary>Every choice that the rules make, with the path at which it stands.</summary>
    public static IEnumerable<(string Path, Criterion Criterion, ChoiceValue Value)> ChoicesOf(SegmentDefinition definition) =>
        ChoicesOf(definition.Rules, string.Empty);

    /// <summary>All nodes, the group itself first.</summary>
    public static IEnumerable<RuleNode> NodesOf(RuleGroup group) =>
        group.Rules.SelectMany(rule => rule is RuleGroup inner ? NodesOf(inner) : [rule]).Prepend(group);

    private static IEnumerable<(string, Criterion, ChoiceValue)> ChoicesOf(RuleNode node, string path) => node switch
    {
        RuleGroup group => group.Rules.SelectMany((rule, i) => ChoicesOf(rule, DefinitionPath.Rule(path, i))),
        FieldCondition { Value: ChoiceValue value } c => [($"{path}.value", c.Field, value)],
        ActivityCondition c => ChoicesOf(c.Where, path),
        EveryOrderCondition c => ChoicesOf(c.Where, path),
        _ => []
    };

    private static IEnumerable<(string, Criterion, ChoiceValue)> ChoicesOf(IReadOnlyList<FilterCondition> where, string path)
    {
        for (var i = 0; i < where.Count; i++)
            if (where[i].Value is ChoiceValue value)
                yield return ($"{DefinitionPath.Filter(path, i)}.value", where[i].Field, value);
    }

    private static RuleSources SourcesOf(IEnumerable<FilterCondition> where) =>
        where.Aggregate(RuleSources.None, (sources, filter) => sources | filter.Field.Sources);

    private static TimeSensitivity Of(IEnumerable<FilterCondition> where) =>
        where.Select(filter => filter.Field.TimeSensitivityOf(filter.Operator)).DefaultIfEmpty().Max();

    // Days that have begun and dates that have been reached leave a window only at midnight; a window up to a fixed day in the past never moves.
    private static TimeSensitivity Of(TimeWindow? window) => window switch
    {
        LastWindow { Unit: TimeUnit.Hour } or OlderThanWindow { Unit: TimeUnit.Hour } or AgeWindow { Unit: TimeUnit.Hour } => TimeSensitivity.Hourly,
        LastWindow or OlderThanWindow or AgeWindow => TimeSensitivity.Daily,
        _ => TimeSensitivity.None
    };

    private static TimeSensitivity Most(params TimeSensitivity[] sensitivities) => sensitivities.Max();
}
