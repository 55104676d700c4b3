using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>
/// Leaves choices out of rules. A list that gets empty takes its filter or condition with it, and a group that gets empty goes too; which customers
/// that lets in or shuts out is told with each omission.
/// </summary>
internal sealed class DefinitionPruner
{
    private readonly Func<string, Choice, bool> _isDropped;
    private readonly Func<UnknownField, bool> _isFieldDropped;
    private readonly List<Omission> _omissions = [];

    private DefinitionPruner(Func<string, Choice, bool> isDropped, Func<UnknownField, bool> isFieldDropped)
    {
        _isDropped = isDropped;
        _isFieldDropped = isFieldDropped;
    }

    /// <summary>What is left, or null for nothing; and what was left out.</summary>
    /// <param name="definition">The rules.</param>
    /// <param name="isDropped">Whether a choice of a list is left out.</param>
    /// <param name="isFieldDropped">Whether a field that the shop does not have is left out, with its condition.</param>
    public static (SegmentDefinition? Definition, IReadOnlyList<Omission> Omissions) Prune(
        SegmentDefinition definition, Func<string, Choice, bool> isDropped, Func<UnknownField, bool> isFieldDropped)
    {
        var pruner = new DefinitionPruner(isDropped, isFieldDropped);
        return pruner.PruneGroup(definition.Rules, string.Empty, false) is { } rules
            ? (definition with { Rules = rules }, pruner._omissions)
            : (null, [new Omission(string.Empty, OmittedPart.Everything, Reach.Other)]);
    }

    private RuleNode? Prune(RuleNode node, string path, bool isTurned) => node switch
    {
        RuleGroup group => PruneGroup(group, path, isTurned),
        FieldCondition { Field: UnknownField field } when _isFieldDropped(field) => null,
        FieldCondition c => PruneField(c, path, isTurned),
        ActivityCondition c => c with { Where = PruneFilters(c, c.Where, path, isTurned) },
        OrderCondition c => c with { Where = PruneFilters(c, c.Where, path, isTurned) },
        SegmentCondition c => _isDropped(SegmentChoices.ListName, c.Segment) ? null : c,
        _ => node
    };

    private RuleGroup? PruneGroup(RuleGroup group, string path, bool isTurned)
    {
        var start = _omissions.Count;
        var rules = new List<RuleNode>();
        var isInsideTurned = isTurned ^ (group.Match == GroupMatch.None);
        foreach (var (i, rule) in group.Rules.Index())
        {
            var rulePath = DefinitionPath.Rule(path, i);
            var before = _omissions.Count;
            if (Prune(rule, rulePath, isInsideTurned) is { } left)
            {
                rules.Add(left);
                continue;
            }

            // What was left out within it goes with it.
            _omissions.RemoveRange(before, _omissions.Count - before);
            _omissions.Add(new Omission(rulePath, rule is RuleGroup ? OmittedPart.Group : OmittedPart.Condition, Turn(ReachOf.OfRule(group.Match), isTurned)));
        }

        if (rules.Count > 0)
            return group with { Rules = rules };
        _omissions.RemoveRange(start, _omissions.Count - start);
        return null;
    }

    private FieldCondition? PruneField(FieldCondition condition, string path, bool isTurned)
    {
        var where = PruneFilters(condition, condition.Where, path, isTurned);
        if (condition.Value is not ChoiceValue value)
            return condition with { Where = where };
        return PruneChoices(value, condition.Field.ChoiceList, path, Turn(ReachOf.OfChoice(condition.Operator), isTurned)) is { } left
            ? condition with { Value = left, Where = where }
            : null;
    }

    private List<FilterCondition> PruneFilters(RuleNode condition, IReadOnlyList<FilterCondition> where, string path, bool isTurned)
    {
        var filters = new List<FilterCondition>();
        foreach (var (i, filter) in where.Index())
        {
            if (filter.Value is not ChoiceValue value)
            {
                filters.Add(filter);
                continue;
            }

            var filterPath = DefinitionPath.Filter(path, i);
            var reach = Turn(ReachOf.OfRows(condition, filter.Field.Name, ReachOf.OfChoice(filter.Operator)), isTurned);
            if (PruneChoices(value, filter.Field.ChoiceList, filterPath, reach) is { } left)
                filters.Add(filter with { Value = left });
            else
                _omissions.Add(new Omission(filterPath, OmittedPart.Filter, Turn(ReachOf.OfRows(condition, filter.Field.Name, Reach.More), isTurned)));
        }

        return filters;
    }

    private ChoiceValue? PruneChoices(ChoiceValue value, string? list, string path, Reach reach)
    {
        var kept = new List<Choice>();
        var omissions = new List<Omission>();
        foreach (var (i, choice) in value.Choices.Index())
            if (_isDropped(list ?? string.Empty, choice))
                omissions.Add(new Omission($"{DefinitionPath.Of(path, "value")}[{i}]", OmittedPart.Choice, reach));
            else
                kept.Add(choice);
        if (kept.Count == 0)
            return null;
        _omissions.AddRange(omissions);
        return kept.Count == value.Choices.Count ? value : value with { Choices = kept };
    }

    private static Reach Turn(Reach reach, bool isTurned) => isTurned ? ReachOf.Turned(reach) : reach;
}
