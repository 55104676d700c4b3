using System.Globalization;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Discounts;
using Shop.Demo;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>The products and where they are filed.</summary>
internal static class CatalogueRows
{
    /// <summary>The one discount, which needs a coupon.</summary>
    public const int DiscountId = 1;

    /// <summary>Writes all of them.</summary>
    /// <returns>The products, of which the one with id n stands at n - 1.</returns>
    public static async Task<Product[]> WriteAsync(IRowWriter writer)
    {
        var products = Enumerable.Range(0, ScaleShop.Products).Select(ProductAt).ToArray();
        await writer.WriteAsync(Enumerable.Range(0, ScaleShop.Categories).Select(CategoryAt));
        await writer.WriteAsync(Enumerable.Range(0, ScaleShop.Manufacturers).Select(ManufacturerAt));
        await writer.WriteAsync(products);
        await writer.WriteAsync(products.Select(product => new ProductCategory
        {
            Id = product.Id,
            ProductId = product.Id,
            CategoryId = 1 + new SeededRandom(ScaleShop.Seed, "filed", product.Id).Next(ScaleShop.Categories)
        }));
        await writer.WriteAsync(products.Select(product => new ProductManufacturer
        {
            Id = product.Id,
            ProductId = product.Id,
            ManufacturerId = 1 + ((product.Id - 1) % ScaleShop.Manufacturers)
        }));
        await writer.WriteAsync<Discount>([new Discount
        {
            Id = DiscountId,
            Name = "10 % off with a coupon",
            DiscountType = DiscountType.AssignedToOrderTotal,
            UsePercentage = true,
            DiscountPercentage = 10,
            RequiresCouponCode = true,
            CouponCode = "SAVE10",
            StartDateUtc = ScaleShop.Opened,
            IsActive = true
        }]);
        return products;
    }

    /// <summary>One of a manufacturer's products.</summary>
    /// <param name="products">All products.</param>
    /// <param name="brand">The manufacturer, from 0.</param>
    /// <param name="random">Which one.</param>
    public static Product OfBrand(Product[] products, int brand, SeededRandom random) =>
        products[brand + (ScaleShop.Manufacturers * random.Next(ScaleShop.Products / ScaleShop.Manufacturers))];

    private static Product ProductAt(int index)
    {
        var random = new SeededRandom(ScaleShop.Seed, "product", index);
        var price = ScaleShop.Cents(5 + (195 * (decimal)Math.Pow(random.NextDouble(), 3)));
        return new Product
        {
            Id = index + 1,
            Name = string.Create(CultureInfo.InvariantCulture, $"Product {index + 1}"),
            ShortDescription = "One of the things that this shop sells, and one that many like.",
            Sku = string.Create(CultureInfo.InvariantCulture, $"P-{index + 1:00000}"),
            Price = price,
            ProductCost = ScaleShop.Cents(price * 0.6M),
            ProductType = ProductType.SimpleProduct,
            Published = true,
            VisibleIndividually = true,
            StockQuantity = 1_000,
            CreatedOnUtc = ScaleShop.Opened,
            UpdatedOnUtc = ScaleShop.Opened
        };
    }

    private static Category CategoryAt(int index) => new()
    {
        Id = index + 1,
        Name = string.Create(CultureInfo.InvariantCulture, $"Category {index + 1}"),
        ParentCategoryId = index < ScaleShop.ParentCategories ? 0 : 1 + (index % ScaleShop.ParentCategories),
        Published = true,
        DisplayOrder = index,
        CreatedOnUtc = ScaleShop.Opened,
        UpdatedOnUtc = ScaleShop.Opened
    };

    private static Manufacturer ManufacturerAt(int index) => new()
    {
        Id = index + 1,
        Name = string.Create(CultureInfo.InvariantCulture, $"Brand {index + 1}"),
        Published = true,
        DisplayOrder = index,
        CreatedOnUtc = ScaleShop.Opened,
        UpdatedOnUtc = ScaleShop.Opened
    };
}
