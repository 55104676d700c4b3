using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>Finds the conditions and filters of rules by their paths.</summary>
internal static class DefinitionPlaces
{
    /// <summary>All conditions with their paths.</summary>
    public static IEnumerable<(string Path, RuleNode Condition)> ConditionsOf(SegmentDefinition definition) => ConditionsOf(definition.Rules, string.Empty);

    /// <summary>The condition at a path; null when there is none.</summary>
    public static RuleNode? FindCondition(SegmentDefinition definition, string path) =>
        ConditionsOf(definition).FirstOrDefault(place => place.Path == path).Condition;

    /// <summary>What a condition or one of its filters asks for; null for a segment.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="path">Its path.</param>
    /// <param name="owner">The same path, or that of one of its filters.</param>
    public static Criterion? CriterionOf(RuleNode condition, string path, string owner)
    {
        IReadOnlyList<FilterCondition> where = condition switch
        {
            FieldCondition c => c.Where,
            ActivityCondition c => c.Where,
            OrderCondition c => c.Where,
            _ => []
        };
        return where.Index().FirstOrDefault(filter => DefinitionPath.Filter(path, filter.Index) == owner).Item?.Field
               ?? (Criterion?)(condition as FieldCondition)?.Field;
    }

    /// <summary>The path of the condition that a filter belongs to; a condition's own path stays what it is.</summary>
    public static string ConditionPathOf(string owner)
    {
        var at = owner.LastIndexOf(".where[", StringComparison.Ordinal);
        return at < 0 ? owner : owner[..at];
    }

    private static IEnumerable<(string Path, RuleNode Condition)> ConditionsOf(RuleGroup group, string path) => group.Rules.SelectMany((rule, i) =>
        rule is RuleGroup inner ? ConditionsOf(inner, DefinitionPath.Rule(path, i)) : [(DefinitionPath.Rule(path, i), rule)]);
}
