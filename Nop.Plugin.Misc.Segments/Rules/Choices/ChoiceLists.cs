using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Stores;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>The shop's countries, by name.</summary>
public sealed class CountryChoices(IRepository<Country> countries) : IChoiceList
{
    internal const string ListName = "countries";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => await countries.Table
        .Where(c => c.Name.Contains(term)).OrderBy(c => c.DisplayOrder).ThenBy(c => c.Name).Take(count)
        .Select(c => new ChoiceItem(c.Id, c.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => await countries.Table
        .Where(c => ids.Contains(c.Id)).OrderBy(c => c.Name).Select(c => new ChoiceItem(c.Id, c.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names) =>
        (await countries.Table.Where(c => names.Contains(c.Name)).Select(c => new { c.Name, c.Id }).ToListAsync())
        .ToLookup(c => c.Name, c => c.Id, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The shop's customer roles, by name.</summary>
public sealed class RoleChoices(IRepository<CustomerRole> roles) : IChoiceList
{
    internal const string ListName = "roles";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => await roles.Table
        .Where(r => r.Name.Contains(term)).OrderBy(r => r.Name).Take(count)
        .Select(r => new ChoiceItem(r.Id, r.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => await roles.Table
        .Where(r => ids.Contains(r.Id)).OrderBy(r => r.Name).Select(r => new ChoiceItem(r.Id, r.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names) =>
        (await roles.Table.Where(r => names.Contains(r.Name)).Select(r => new { r.Name, r.Id }).ToListAsync())
        .ToLookup(r => r.Name, r => r.Id, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The shop's stores, by name.</summary>
public sealed class StoreChoices(IRepository<Store> stores) : IChoiceList
{
    internal const string ListName = "stores";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => await stores.Table
        .Where(s => !s.Deleted && s.Name.Contains(term)).OrderBy(s => s.DisplayOrder).ThenBy(s => s.Name).Take(count)
        .Select(s => new ChoiceItem(s.Id, s.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => await stores.Table
        .Where(s => !s.Deleted && ids.Contains(s.Id)).OrderBy(s => s.Name).Select(s => new ChoiceItem(s.Id, s.Name, null)).ToListAsync();

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names) =>
        (await stores.Table.Where(s => !s.Deleted && names.Contains(s.Name)).Select(s => new { s.Name, s.Id }).ToListAsync())
        .ToLookup(s => s.Name, s => s.Id, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The shop's products, by SKU or name.</summary>
public sealed class ProductChoices(IRepository<Product> products) : IChoiceList
{
    internal const string ListName = "products";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => await products.Table
        .Where(p => !p.Deleted && (p.Name.Contains(term) || (p.Sku != null && p.Sku.Contains(term))))
        .OrderBy(p => p.Name).ThenBy(p => p.Id).Take(count)
        .Select(p => new ChoiceItem(p.Id, p.Name, p.Sku)).ToListAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => await products.Table
        .Where(p => !p.Deleted && ids.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id)
        .Select(p => new ChoiceItem(p.Id, p.Name, p.Sku)).ToListAsync();

    /// <summary>Another shop knows a product by its SKU; only one without goes by its name.</summary>
    public async Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids) =>
        (await FindAsync(ids)).ToDictionary(item => item.Id, item => string.IsNullOrWhiteSpace(item.Detail) ? item.Text : item.Detail);

    /// <summary>A SKU names its product; only a text that is no SKU is looked up as a name, which several products may share.</summary>
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names)
    {
        var found = await products.Table.Where(p => !p.Deleted && (names.Contains(p.Name) || names.Contains(p.Sku)))
            .Select(p => new { p.Id, p.Name, p.Sku }).ToListAsync();
        var bySku = found.Where(p => p.Sku is not null).ToLookup(p => p.Sku, p => p.Id, StringComparer.OrdinalIgnoreCase);
        var byName = found.ToLookup(p => p.Name, p => p.Id, StringComparer.OrdinalIgnoreCase);
        return names.Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(name => (bySku.Contains(name) ? bySku[name] : byName[name]).Select(id => (name, id)))
            .ToLookup(pair => pair.name, pair => pair.id, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The shop's categories, by name or by their path in the tree.</summary>
public sealed class CategoryChoices(IRepository<Category> categories) : IChoiceList
{
    internal const string ListName = "categories";

    private const string Separator = " > ";

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> SearchAsync(string term, int count) => (await AllAsync())
        .Where(c => c.Text.Contains(term, StringComparison.OrdinalIgnoreCase)).Take(count).ToList();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChoiceItem>> FindAsync(IReadOnlyCollection<int> ids) => (await AllAsync()).Where(c => ids.Contains(c.Id)).ToList();

    /// <inheritdoc />
    public async Task<ILookup<string, int>> ResolveAsync(IReadOnlyCollection<string> names)
    {
        var asked = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (await AllAsync())
            .SelectMany(c => new[] { c.Text, c.Text[(c.Text.LastIndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? at + Separator.Length : 0)..] }
                .Distinct(StringComparer.OrdinalIgnoreCase).Where(asked.Contains).Select(name => (name, c.Id)))
            .ToLookup(pair => pair.name, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All categories by their paths, in the order of the paths. A shop has hundreds, not millions.</summary>
    private async Task<List<ChoiceItem>> AllAsync()
    {
        var all = await categories.Table.Where(c => !c.Deleted).Select(c => new { c.Id, c.Name, c.ParentCategoryId }).ToListAsync();
        var byId = all.ToDictionary(c => c.Id);
        return all.Select(c => new ChoiceItem(c.Id, PathOf(c.Id))).OrderBy(c => c.Text, StringComparer.OrdinalIgnoreCase).ToList();

        string PathOf(int id)
        {
            var names = new LinkedList<string>();
            var seen = new HashSet<int>();
            while (byId.TryGetValue(id, out var category) && seen.Add(id))
            {
                names.AddFirst(category.Name);
                id = category.ParentCategoryId;
            }

            return string.Join(Separator, names);
        }
    }
}
