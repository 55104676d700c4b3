using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>A name that means nothing in this shop.</summary>
/// <param name="Path">Where it stands, such as <c>rules[1].where[0].value[2]</c>.</param>
/// <param name="ListName">The list in which it was looked up.</param>
/// <param name="Name">The name.</param>
public sealed record UnknownName(string Path, string ListName, string Name)
{
    /// <summary>The same as an error of the definition.</summary>
    public DefinitionError ToError() => new(Path, $"\"{Name}\" is not known in this shop.");
}

/// <summary>Puts ids in the place of names and names in the place of ids, and finds what the shop no longer has.</summary>
public sealed class ChoiceResolver(ChoiceLookup lookup)
{
    /// <summary>The definition with ids only.</summary>
    /// <exception cref="DefinitionException">A name is not known.</exception>
    public async Task<SegmentDefinition> ResolveNamesAsync(SegmentDefinition definition)
    {
        var (resolved, unknown) = await TryResolveNamesAsync(definition);
        return unknown.Count == 0 ? resolved : throw new DefinitionException(unknown.Select(name => name.ToError()).ToList());
    }

    /// <summary>The definition with ids as far as the names are known, and the names that are not.</summary>
    public async Task<(SegmentDefinition Definition, IReadOnlyList<UnknownName> Unknown)> TryResolveNamesAsync(SegmentDefinition definition)
    {
        var unknown = new List<UnknownName>();
        var resolved = await DefinitionRewriter.ReplaceChoicesAsync(definition, async use =>
        {
            var names = use.Choices.Select(choice => choice.Name).OfType<string>().ToList();
            if (names.Count == 0)
                return use.Choices;

            var ids = await ResolveAsync(use.ListName, names);
            unknown.AddRange(use.Choices.Select((choice, i) => (choice.Name, Path: use.PathOf(i)))
                .Where(choice => choice.Name is not null && !ids.Contains(choice.Name))
                .Select(choice => new UnknownName(choice.Path, use.ListName, choice.Name!)));
            return use.Choices
                .SelectMany(choice => choice.Name is not null && ids.Contains(choice.Name) ? ids[choice.Name].Select(id => new Choice(id, null)) : [choice])
                .Distinct().ToList();
        });
        return (resolved, unknown);
    }

    /// <summary>The definition with names in the place of ids, as another shop can read it. What is gone keeps its id.</summary>
    public Task<SegmentDefinition> NameAsync(SegmentDefinition definition) => DefinitionRewriter.ReplaceChoicesAsync(definition, async use =>
    {
        var ids = use.Choices.Select(choice => choice.Id).OfType<int>().ToList();
        var names = lookup.FindList(use.ListName) is { } list ? await list.NameAsync(ids) : new Dictionary<int, string>();
        return use.Choices.Select(choice => choice.Id is { } id && names.TryGetValue(id, out var name) ? new Choice(null, name) : choice).ToList();
    });

    /// <summary>An error for each choice that the shop no longer has.</summary>
    public async Task<IReadOnlyList<DefinitionError>> FindMissingAsync(SegmentDefinition definition) =>
        (await FindMissingAsync([definition])).GetValueOrDefault(definition, []);

    /// <summary>An error for each choice that the shop no longer has, by definition; each list is asked once for all of them.</summary>
    public async Task<IReadOnlyDictionary<SegmentDefinition, IReadOnlyList<DefinitionError>>> FindMissingAsync(IReadOnlyCollection<SegmentDefinition> definitions)
    {
        var uses = definitions.SelectMany(definition => DefinitionFacts.ChoicesOf(definition).Select(use => (Definition: definition, Use: use))).ToList();
        var found = new Dictionary<string, HashSet<int>>();
        foreach (var list in uses.GroupBy(use => use.Use.ListName, use => use.Use))
            found[list.Key] = await FindExistingAsync(list.Key, list.SelectMany(use => use.Choices).Select(choice => choice.Id!.Value).Distinct().ToList());

        return uses
            .SelectMany(use => Missing(use.Use, found[use.Use.ListName]).Select(i => (use.Definition, Error: new DefinitionError(
                use.Use.PathOf(i), $"{use.Use.Choices[i].Id} does not exist in this shop, or no longer."))))
            .GroupBy(missing => missing.Definition, missing => missing.Error)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<DefinitionError>)group.ToList());
    }

    /// <summary>The places that choose what the shop no longer has, each with the positions of these choices.</summary>
    public async Task<IReadOnlyList<(ChoiceUse Use, IReadOnlyList<int> Missing)>> FindGoneAsync(SegmentDefinition definition)
    {
        var gone = new List<(ChoiceUse, IReadOnlyList<int>)>();
        foreach (var use in DefinitionFacts.ChoicesOf(definition))
        {
            var missing = Missing(use, await FindExistingAsync(use.ListName, use.Choices.Select(choice => choice.Id!.Value).ToList()));
            if (missing.Count > 0)
                gone.Add((use, missing));
        }

        return gone;
    }

    private async Task<HashSet<int>> FindExistingAsync(string listName, List<int> ids) =>
        lookup.FindList(listName) is { } list ? (await list.FindExistingAsync(ids)).ToHashSet() : [];

    private static List<int> Missing(ChoiceUse use, HashSet<int> found) =>
        Enumerable.Range(0, use.Choices.Count).Where(i => !found.Contains(use.Choices[i].Id!.Value)).ToList();

    private async Task<ILookup<string, int>> ResolveAsync(string listName, IReadOnlyCollection<string> names) => lookup.FindList(listName) is { } list
        ? await list.ResolveAsync(names)
        : Enumerable.Empty<(string Name, int Id)>().ToLookup(pair => pair.Name, pair => pair.Id);
}
