using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Catalog;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The list of products.</summary>
public sealed class ProductController(
    IPriceFormatter priceFormatter,
    IRepository<Category> categories,
    IRepository<Product> products,
    IRepository<ProductCategory> productCategories) : AdminController
{
    [CheckPermission(StandardPermission.Catalog.PRODUCTS_VIEW)]
    public IActionResult List()
    {
        var model = new ProductSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Catalog.PRODUCTS_VIEW)]
    public async Task<IActionResult> ProductList(ProductSearchModel searchModel)
    {
        var query = products.Table.Where(p => !p.Deleted);
        if (!string.IsNullOrWhiteSpace(searchModel.SearchProductName))
            query = query.Where(p => p.Name.Contains(searchModel.SearchProductName) || p.Sku.Contains(searchModel.SearchProductName));

        var page = await query.OrderBy(p => p.Name).ThenBy(p => p.Id).ToPagedListAsync(searchModel.Page - 1, searchModel.PageSize);
        var ids = page.Select(p => p.Id).ToList();
        var names = (await (from m in productCategories.Table
                            join c in categories.Table on m.CategoryId equals c.Id
                            where ids.Contains(m.ProductId)
                            select new { m.ProductId, c.Name }).ToListAsync()).ToLookup(x => x.ProductId, x => x.Name);
        var rows = new List<ProductModel>();
        foreach (var product in page)
        {
            rows.Add(new ProductModel
            {
                Id = product.Id,
                Name = product.Name,
                Sku = product.Sku,
                Categories = string.Join(", ", names[product.Id]),
                Price = await priceFormatter.FormatPriceAsync(product.Price, true, false),
                Published = product.Published
            });
        }

        return Json(new ProductListModel().PrepareToGrid(searchModel, page, () => rows));
    }
}
