using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Catalog;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Web.Framework.Controllers;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The public list of products.</summary>
public sealed class CatalogController(
    IPriceFormatter priceFormatter,
    IRepository<Category> categories,
    IRepository<Product> products,
    IRepository<ProductCategory> productCategories) : BaseController
{
    private const int PAGE_SIZE = 12;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, int page = 1)
    {
        var text = q?.Trim();
        var query = products.Table.Where(p => !p.Deleted && p.Published);
        if (!string.IsNullOrEmpty(text))
            query = query.Where(p => p.Name.Contains(text) || p.Sku.Contains(text));

        var found = await query.OrderBy(p => p.Name).ThenBy(p => p.Id).ToPagedListAsync(Math.Max(page, 1) - 1, PAGE_SIZE);
        var ids = found.Select(p => p.Id).ToList();
        var names = (await (from m in productCategories.Table
                            join c in categories.Table on m.CategoryId equals c.Id
                            where ids.Contains(m.ProductId)
                            select new { m.ProductId, c.Name }).ToListAsync()).ToLookup(x => x.ProductId, x => x.Name);
        var models = new List<CatalogProductModel>();
        foreach (var product in found)
        {
            var price = await priceFormatter.FormatPriceAsync(product.Price, true, false);
            models.Add(new CatalogProductModel(product.Id, product.Name, product.Sku, price, names[product.Id].FirstOrDefault()));
        }

        return View(new CatalogModel { Search = text, Page = Math.Max(page, 1), TotalPages = found.TotalPages, Products = models });
    }
}
