namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>Choices of which there are so few that the whole list is looked through.</summary>
public abstract class ListedChoices(string name) : IChoiceList
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) =>
        (await AllAsync()).Where(item => item.Text.Contains(term, StringComparison.OrdinalIgnoreCase)).Take(count).ToList();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => (await AllAsync()).Where(item => ids.Contains(item.Id)).ToList();

    /// <inheritdoc />
    public virtual async Task<IReadOnlyCollection<int>> FindExistingAsync(IReadOnlyCollection<int> ids) => (await FindAsync(ids)).Select(item => item.Id).ToList();

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names)
    {
        var asked = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (await AllAsync())
            .SelectMany(item => NamesOf(item).Distinct(StringComparer.OrdinalIgnoreCase).Where(asked.Contains).Select(known => (known, item.Id)))
            .ToLookup(pair => pair.known, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The first of an entry's names that no other entry has.</summary>
    public virtual async Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids)
    {
        var all = await AllAsync();
        var uses = all.SelectMany(item => NamesOf(item).Distinct(StringComparer.OrdinalIgnoreCase)).ToLookup(known => known, StringComparer.OrdinalIgnoreCase);
        return all.Where(item => ids.Contains(item.Id))
            .ToDictionary(item => item.Id, item => NamesOf(item).FirstOrDefault(known => uses[known].Count() == 1) ?? NamesOf(item).First());
    }

    /// <summary>All entries, in the order a merchant expects.</summary>
    protected abstract Task<IReadOnlyList<ChoiceItem>> AllAsync();

    /// <summary>The names by which an entry is known, the one for other shops first.</summary>
    protected virtual IEnumerable<string> NamesOf(ChoiceItem item) => [item.Text];
}
