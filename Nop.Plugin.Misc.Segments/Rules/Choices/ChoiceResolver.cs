namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>Puts ids in the place of names, and finds what the shop no longer has.</summary>
public sealed class ChoiceResolver(IEnumerable<IChoiceList> lists)
{
    /// <summary>The list of a name.</summary>
    public IChoiceList? Find(string? name) => lists.FirstOrDefault(list => list.Name == name);

    /// <summary>The definition with ids only.</summary>
    /// <exception cref="DefinitionException">A name is not known.</exception>
    public async Task<SegmentDefinition> ResolveNamesAsync(SegmentDefinition definition)
    {
        var errors = new List<DefinitionError>();
        var resolved = new Dictionary<ChoiceValue, ChoiceValue>(ReferenceEqualityComparer.Instance);
        foreach (var (path, criterion, value) in DefinitionFacts.ChoicesOf(definition))
        {
            var names = value.Choices.Where(choice => choice.Name is not null).Select(choice => choice.Name!).ToList();
            if (names.Count == 0)
                continue;

            var ids = await Find(criterion.ChoiceList)!.ResolveAsync(names);
            errors.AddRange(value.Choices.Select((choice, i) => (choice.Name, i))
                .Where(choice => choice.Name is not null && !ids.Contains(choice.Name))
                .Select(choice => new DefinitionError($"{path}[{choice.i}]", $"\"{choice.Name}\" is not known in this shop.")));
            resolved[value] = value with
            {
                Choices = value.Choices
                    .SelectMany(choice => choice.Name is null ? [choice] : ids[choice.Name].Select(id => new Choice(id, null)))
                    .Distinct().ToList()
            };
        }

        return errors.Count == 0 ? definition with { Rules = (RuleGroup)Replace(definition.Rules, resolved) } : throw new DefinitionException(errors);
    }

    /// <summary>An error for each choice that the shop no longer has.</summary>
    public async Task<IReadOnlyList<DefinitionError>> FindMissingAsync(SegmentDefinition definition)
    {
        var errors = new List<DefinitionError>();
        foreach (var (path, criterion, value) in DefinitionFacts.ChoicesOf(definition))
        {
            var found = (await Find(criterion.ChoiceList)!.FindAsync(value.Ids)).Select(item => item.Id).ToHashSet();
            errors.AddRange(value.Choices.Select((choice, i) => (choice.Id, i))
                .Where(choice => !found.Contains(choice.Id!.Value))
                .Select(choice => new DefinitionError($"{path}[{choice.i}]", $"{choice.Id} does not exist in this shop, or no longer.")));
        }

        return errors;
    }

    private static RuleNode Replace(RuleNode node, Dictionary<ChoiceValue, ChoiceValue> resolved) => node switch
    {
        RuleGroup group => group with { Rules = group.Rules.Select(rule => Replace(rule, resolved)).ToList() },
        FieldCondition condition => condition with { Value = Replace(condition.Value, resolved) },
        ActivityCondition condition => condition with { Where = Replace(condition.Where, resolved) },
        EveryOrderCondition condition => condition with { Where = Replace(condition.Where, resolved) },
        _ => node
    };

    private static List<FilterCondition> Replace(IReadOnlyList<FilterCondition> where, Dictionary<ChoiceValue, ChoiceValue> resolved) =>
        where.Select(filter => filter with { Value = Replace(filter.Value, resolved) }).ToList();

    private static RuleValue? Replace(RuleValue? value, Dictionary<ChoiceValue, ChoiceValue> resolved) =>
        value is ChoiceValue choice && resolved.TryGetValue(choice, out var replacement) ? replacement : value;
}
