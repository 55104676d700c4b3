using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>A row of the shop that has a name.</summary>
public sealed class NamedRow
{
    /// <summary>The row's id.</summary>
    public int Id { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What tells rows of the same name apart, if anything does.</summary>
    public string? Detail { get; set; }

    /// <summary>Where it stands in the shop's own lists; rows of the same place by name.</summary>
    public int Order { get; set; }
}

/// <summary>Choices that stand in a table of the shop, by name. The table is asked, however long it is.</summary>
/// <param name="name">The name by which criteria refer to the list.</param>
/// <param name="rows">All rows that can be chosen.</param>
public abstract class NamedChoices(string name, Func<IQueryable<NamedRow>> rows) : IChoiceList
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => Items(await rows()
        .Where(r => r.Name.Contains(term) || (r.Detail != null && r.Detail.Contains(term)))
        .OrderBy(r => r.Order).ThenBy(r => r.Name).ThenBy(r => r.Id).Take(count).ToListAsync());

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => Items(await rows()
        .Where(r => ids.Contains(r.Id)).OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync());

    /// <summary>A row is known by its name, and where others share that by its name with the detail in brackets.</summary>
    public virtual async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names)
    {
        var asked = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var bare = names.Concat(names.Select(WithoutDetail)).Distinct().ToList();
        return (await rows().Where(r => bare.Contains(r.Name)).ToListAsync())
            .SelectMany(r => new[] { r.Name, WithDetail(r) }.Distinct(StringComparer.OrdinalIgnoreCase).Where(asked.Contains).Select(known => (known, r.Id)))
            .ToLookup(pair => pair.known, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public virtual async Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids)
    {
        var found = await rows().Where(r => ids.Contains(r.Id)).ToListAsync();
        var known = await ResolveAsync(found.Select(r => r.Name).Distinct().ToList());
        return found.ToDictionary(r => r.Id, r => known[r.Name].Count() > 1 ? WithDetail(r) : r.Name);
    }

    private static string WithDetail(NamedRow row) => string.IsNullOrEmpty(row.Detail) ? row.Name : $"{row.Name} ({row.Detail})";

    private static string WithoutDetail(string name) =>
        name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;

    private static List<ChoiceItem> Items(IEnumerable<NamedRow> rows) => rows.Select(r => new ChoiceItem(r.Id, r.Name, r.Detail)).ToList();
}
