using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Discounts;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

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

    /// <summary>The SKU where no other product has it, else the name.</summary>
    public async Task<IReadOnlyDictionary<int, string>> NameAsync(IReadOnlyCollection<int> ids)
    {
        var found = await FindAsync(ids);
        var known = await ResolveAsync(found.Select(p => p.Detail).OfType<string>().Where(sku => sku.Length > 0).Distinct().ToList());
        return found.ToDictionary(p => p.Id, p => p.Detail is { Length: > 0 } sku && known[sku].Count() == 1 ? sku : p.Text);
    }
}

/// <summary>The shop's categories, by their paths in the tree; a name alone is enough where others share it not, or all of them are meant.</summary>
public sealed class CategoryChoices(IRepository<Category> categories) : ListedChoices(ListName)
{
    internal const string ListName = "categories";

    private const string Separator = " > ";

    /// <inheritdoc />
    protected override IEnumerable<string> NamesOf(ChoiceItem item) =>
        [item.Text, item.Text[(item.Text.LastIndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? at + Separator.Length : 0)..]];

    /// <summary>All categories by their paths, in the order of the paths. A shop has hundreds, not millions.</summary>
    protected override async Task<IReadOnlyList<ChoiceItem>> AllAsync()
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

/// <summary>The shop's manufacturers.</summary>
public sealed class ManufacturerChoices(IRepository<Manufacturer> manufacturers)
    : NamedChoices(ListName, () => manufacturers.Table.Where(m => !m.Deleted).Select(m => new NamedRow { Id = m.Id, Name = m.Name, Detail = string.Empty, Order = m.DisplayOrder }))
{
    internal const string ListName = "manufacturers";
}

/// <summary>The tags of products.</summary>
public sealed class ProductTagChoices(IRepository<ProductTag> tags)
    : NamedChoices(ListName, () => tags.Table.Select(t => new NamedRow { Id = t.Id, Name = t.Name, Detail = string.Empty, Order = 0 }), isOrdered: false)
{
    internal const string ListName = "productTags";
}

/// <summary>The shop's discounts, each with its coupon code.</summary>
public sealed class DiscountChoices(IRepository<Discount> discounts)
    : NamedChoices(ListName, () => discounts.Table.Select(d => new NamedRow { Id = d.Id, Name = d.Name, Detail = d.CouponCode, Order = 0 }), isOrdered: false)
{
    internal const string ListName = "discounts";
}
