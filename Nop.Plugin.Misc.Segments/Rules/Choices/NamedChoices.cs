using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>A row of the shop that has a name. Queries go through it to the table, and only where they are told all of it.</summary>
public sealed class NamedRow
{
    /// <summary>The row's id.</summary>
    public required int Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What tells rows of the same name apart; empty, or nothing, where nothing does.</summary>
    public required string? Detail { get; init; }

    /// <summary>Where it stands in the shop's own lists; rows of the same place stand by name.</summary>
    public required int Order { get; init; }
}

/// <summary>Choices that stand in a table of the shop, by name. The table is asked, however long it is.</summary>
/// <param name="name">The name by which criteria refer to the list.</param>
/// <param name="rows">All rows that can be chosen.</param>
/// <param name="isOrdered">Whether the shop has an order of its own for them; if not, they stand by name.</param>
public abstract class NamedChoices(string name, Func<IQueryable<NamedRow>> rows, bool isOrdered = true) : IChoiceList
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count)
    {
        var found = rows().Where(r => r.Name.Contains(term) || (r.Detail != null && r.Detail.Contains(term)));
        var sorted = isOrdered ? found.OrderBy(r => r.Order).ThenBy(r => r.Name) : found.OrderBy(r => r.Name);
        return Items(await sorted.ThenBy(r => r.Id).Take(count).ToListAsync());
    }

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

    private static List<ChoiceItem> Items(IEnumerable<NamedRow> rows) => rows.Select(r => new ChoiceItem(r.Id, r.Name, string.IsNullOrEmpty(r.Detail) ? null : r.Detail)).ToList();
}
