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
                FieldCondition c => c.Field.Sources | SourcesOf(c.Where),
                ActivityCondition c => c.Activity.Sources | c.Measure.Sources | SourcesOf(c.Where),
                OrderCondition c => RuleSources.Orders | SourcesOf(c.Where),
                _ => RuleSources.None
            };
        return sources;
    }

    /// <summary>How often time alone can change who matches.</summary>
    public static TimeSensitivity TimeSensitivityOf(SegmentDefinition definition) => NodesOf(definition.Rules).Select(node => node switch
    {
        FieldCondition c => c.Field.TimeSensitivityOf(c.Operator),
        // Whom others overtake or fall behind, no event of the customer's own tells.
        ActivityCondition { Operator: RuleOperator.InTop or RuleOperator.InBottom } => TimeSensitivity.Hourly,
        ActivityCondition c => Most(c.Measure.TimeSensitivityOf(c.Operator), Of(c.Within), Of(c.Where)),
        OrderCondition c => Most(Of(c.Within), Of(c.Where)),
        _ => TimeSensitivity.None
    }).DefaultIfEmpty().Max();

    /// <summary>Every choice that the rules make, with the path at which it stands.</summary>
    public static IEnumerable<ChoiceUse> ChoicesOf(SegmentDefinition definition) => ChoicesOf(definition.Rules, string.Empty);

    /// <summary>The ids of the other segments that the rules name.</summary>
    public static IReadOnlyList<int> SegmentsOf(SegmentDefinition definition) =>
        NodesOf(definition.Rules).OfType<SegmentCondition>().Select(condition => condition.Segment.Id).OfType<int>().Distinct().ToList();

    /// <summary>Whether a chosen category takes everything below it along somewhere.</summary>
    public static bool IncludesSubcategories(SegmentDefinition definition) => NodesOf(definition.Rules).SelectMany(node => node switch
    {
        ActivityCondition c => c.Where,
        OrderCondition c => c.Where,
        FieldCondition c => c.Where,
        _ => []
    }).Any(filter => filter.Value is ChoiceValue { IncludeSubcategories: true });

    /// <summary>Whether the rules look for customers who are not among others: what databases find hard in large numbers.</summary>
    public static bool AsksInTheNegative(SegmentDefinition definition) => NodesOf(definition.Rules).Any(node => node switch
    {
        RuleGroup group => group.Match == GroupMatch.None,
        ActivityCondition c => c.Measure.IsZeroForNothing && !Operator.Ranks.Contains(c.Operator) && NumberTest.Of(c.Operator, c.Value).Holds(0),
        _ => false
    });

    /// <summary>The conditions that rank customers.</summary>
    public static IEnumerable<ActivityCondition> RanksOf(RuleGroup group) =>
        NodesOf(group).OfType<ActivityCondition>().Where(condition => Operator.Ranks.Contains(condition.Operator));

    /// <summary>All nodes, the group itself first.</summary>
    public static IEnumerable<RuleNode> NodesOf(RuleGroup group) =>
        group.Rules.SelectMany(rule => rule is RuleGroup inner ? NodesOf(inner) : [rule]).Prepend(group);

    private static IEnumerable<ChoiceUse> ChoicesOf(RuleNode node, string path) => node switch
    {
        RuleGroup group => group.Rules.SelectMany((rule, i) => ChoicesOf(rule, DefinitionPath.Rule(path, i))),
        FieldCondition { Value: ChoiceValue value } c => ChoicesOf(c.Where, path).Prepend(DefinitionRewriter.UseOf(c.Field, value, path)),
        FieldCondition c => ChoicesOf(c.Where, path),
        ActivityCondition c => ChoicesOf(c.Where, path),
        OrderCondition c => ChoicesOf(c.Where, path),
        SegmentCondition c => [DefinitionRewriter.UseOf(c, path)],
        _ => []
    };

    private static IEnumerable<ChoiceUse> ChoicesOf(IReadOnlyList<FilterCondition> where, string path) =>
        where.Select((filter, i) => (filter, Path: DefinitionPath.Filter(path, i)))
            .Where(place => place.filter.Value is ChoiceValue)
            .Select(place => DefinitionRewriter.UseOf(place.filter.Field, (ChoiceValue)place.filter.Value!, place.Path));

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
