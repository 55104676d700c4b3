using System.Globalization;
using Nop.Core.Domain.Catalog;
using Nop.Data;

namespace Shop.Demo;

/// <summary>A product as the generator of orders sees it.</summary>
internal sealed record Offer(Product Product, int Department, double Popularity);

/// <summary>Writes the catalogue: categories, makers, tags, products.</summary>
public sealed class CatalogueData(
    IRepository<Category> categories,
    IRepository<Manufacturer> manufacturers,
    IRepository<Product> products,
    IRepository<ProductCategory> productCategories,
    IRepository<ProductManufacturer> productManufacturers,
    IRepository<ProductProductTagMapping> productTagMappings,
    IRepository<ProductTag> tags)
{
    private static readonly string[] _models =
        ["Alba", "Birk", "Corvo", "Dune", "Elm", "Fjord", "Gale", "Heath", "Iris", "Juno", "Kite", "Lark", "Moor", "Nova"];

    internal async Task<IReadOnlyList<Offer>> WriteAsync(long seed, DateTime opened)
    {
        var random = new SeededRandom(seed, "catalogue");
        var leaves = await WriteCategoriesAsync(opened);
        var makers = await WriteManufacturersAsync(leaves, opened);
        var drafts = leaves.SelectMany(leaf => Drafts(leaf, random, opened)).ToList();
        await products.InsertAsync(drafts.Select(draft => draft.Product).ToList(), false);
        await productCategories.InsertAsync(
            drafts.Select(draft => new ProductCategory { ProductId = draft.Product.Id, CategoryId = draft.Leaf.Category.Id, DisplayOrder = 1 }).ToList(),
            false);
        await productManufacturers.InsertAsync(
            drafts.Select(draft => new ProductManufacturer
            {
                ProductId = draft.Product.Id,
                ManufacturerId = makers[draft.Maker].Id,
                DisplayOrder = 1
            }).ToList(),
            false);
        await WriteTagsAsync(drafts, random);
        return drafts.Select(draft => new Offer(draft.Product, draft.Leaf.Department, Popularity(draft.Product, random))).ToList();
    }

    // What is cheap sells more often, and some things sell better than others for no reason that a shop could tell.
    private static double Popularity(Product product, SeededRandom random)
    {
        return (0.2 + Math.Pow(random.NextDouble(), 3) * 4) / Math.Sqrt((double)product.Price + 10);
    }

    private async Task<List<Leaf>> WriteCategoriesAsync(DateTime opened)
    {
        var leaves = new List<Leaf>();
        var path = new List<Category>();
        var department = -1;
        var order = 0;
        foreach (var line in CatalogueOutline.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var level = (line.Length - line.TrimStart().Length) / 2;
            var parts = line.Split(" : ", StringSplitOptions.TrimEntries);
            if (level == 0)
                department++;
            path.RemoveRange(level, path.Count - level);
            var category = new Category
            {
                Name = parts[0],
                Description = $"Everything for you in {parts[0].ToLowerInvariant()}.",
                ParentCategoryId = path.Count == 0 ? 0 : path[^1].Id,
                Published = true,
                DisplayOrder = ++order,
                CreatedOnUtc = opened,
                UpdatedOnUtc = opened
            };
            // One by one: the next level needs this one's id.
            await categories.InsertAsync(category, false);
            path.Add(category);
            if (parts.Length == 4)
                leaves.Add(Leaf.Read(category, department, parts));
        }

        return leaves;
    }

    private async Task<Dictionary<string, Manufacturer>> WriteManufacturersAsync(List<Leaf> leaves, DateTime opened)
    {
        var names = leaves.SelectMany(leaf => leaf.Makers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var all = names.Select((name, index) => new Manufacturer
        {
            Name = name,
            Published = true,
            DisplayOrder = index + 1,
            CreatedOnUtc = opened,
            UpdatedOnUtc = opened
        }).ToList();
        await manufacturers.InsertAsync(all, false);
        return all.ToDictionary(manufacturer => manufacturer.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<Draft> Drafts(Leaf leaf, SeededRandom random, DateTime opened)
    {
        for (var i = 0; i < leaf.Products.Length; i++)
        {
            var versions = random.Chance(0.45) ? 2 : 1;
            var first = random.Next(_models.Length);
            for (var version = 0; version < versions; version++)
            {
                var maker = leaf.Makers[(i + version) % leaf.Makers.Length];
                var model = _models[(first + version * 5) % _models.Length];
                var price = Price(leaf, random);
                yield return new Draft(leaf, maker, new Product
                {
                    Name = $"{maker} {model} {Continue(leaf.Products[i])}",
                    ShortDescription = $"{leaf.Products[i]} by {maker}.",
                    Sku = string.Create(CultureInfo.InvariantCulture, $"{Letters(maker)}-{leaf.Category.Id:000}{i + 1}{version + 1}"),
                    ProductType = ProductType.SimpleProduct,
                    VisibleIndividually = true,
                    Price = price,
                    OldPrice = random.Chance(0.12) ? Math.Ceiling(price * 1.2M) : 0,
                    ProductCost = Math.Round(price * 0.58M, 2),
                    StockQuantity = random.Between(5, 400),
                    MarkAsNew = random.Chance(0.06),
                    Published = true,
                    DisplayOrder = i + 1,
                    CreatedOnUtc = opened,
                    UpdatedOnUtc = opened
                });
            }
        }
    }

    // "Tail light" goes on in lower case after a maker's name, "GPS" and "U-lock" do not.
    private static string Continue(string name)
    {
        return char.IsAsciiLetterLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    private static string Letters(string maker)
    {
        return new string(maker.Where(char.IsAsciiLetter).Take(3).ToArray()).ToUpperInvariant();
    }

    // Prices as shops write them: 24.95 below a hundred, 449.00 above.
    private static decimal Price(Leaf leaf, SeededRandom random)
    {
        var share = (decimal)Math.Pow(random.NextDouble(), 1.6);
        var raw = leaf.From + (leaf.To - leaf.From) * share;
        return raw < 100 ? Math.Floor(raw) + 0.95M : Math.Floor(raw / 10) * 10 + 9;
    }

    private async Task WriteTagsAsync(List<Draft> drafts, SeededRandom random)
    {
        string[] names = ["bestseller", "gift idea", "sustainable", "sale", "waterproof", "lightweight", "made in Europe"];
        var all = names.Select(name => new ProductTag { Name = name }).ToList();
        await tags.InsertAsync(all, false);
        var mappings = new List<ProductProductTagMapping>();
        foreach (var draft in drafts)
        {
            foreach (var tag in all)
            {
                if (random.Chance(0.15))
                    mappings.Add(new ProductProductTagMapping { ProductId = draft.Product.Id, ProductTagId = tag.Id });
            }
        }

        await productTagMappings.InsertAsync(mappings, false);
    }

    private sealed record Draft(Leaf Leaf, string Maker, Product Product);

    private sealed record Leaf(Category Category, int Department, decimal From, decimal To, string[] Makers, string[] Products)
    {
        public static Leaf Read(Category category, int department, string[] parts)
        {
            var range = parts[1].Split('-');
            return new Leaf(
                category,
                department,
                decimal.Parse(range[0], CultureInfo.InvariantCulture),
                decimal.Parse(range[1], CultureInfo.InvariantCulture),
                parts[2].Split(',', StringSplitOptions.TrimEntries),
                parts[3].Split(';', StringSplitOptions.TrimEntries));
        }
    }
}
