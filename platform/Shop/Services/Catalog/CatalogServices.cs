using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Data;
using Nop.Services.Catalog;

namespace Shop.Services.Catalog;

internal sealed class CategoryService(IRepository<Category> categories) : ICategoryService
{
    public async Task<IList<Category>> GetAllCategoriesAsync(int storeId = 0, bool showHidden = false)
    {
        return await GetAllCategoriesAsync("", storeId, showHidden: showHidden);
    }

    // Parents come before their children, like on the admin's list.
    public async Task<IPagedList<Category>> GetAllCategoriesAsync(string categoryName, int storeId = 0, int pageIndex = 0, int pageSize = int.MaxValue,
        bool showHidden = false, bool? overridePublished = null)
    {
        var all = await categories.GetAllAsync(query => query.OrderBy(c => c.ParentCategoryId).ThenBy(c => c.DisplayOrder).ThenBy(c => c.Id),
            includeDeleted: false);
        var found = all.Where(c => (showHidden || c.Published) && (overridePublished is null || c.Published == overridePublished)
            && (string.IsNullOrWhiteSpace(categoryName) || c.Name.Contains(categoryName, StringComparison.OrdinalIgnoreCase))).ToList();
        return new PagedList<Category>(Tree(found), pageIndex, pageSize);
    }

    public Task<IList<Category>> GetCategoriesByIdsAsync(int[] categoryIds)
    {
        return categories.GetByIdsAsync(categoryIds, includeDeleted: false);
    }

    public Task<Category> GetCategoryByIdAsync(int categoryId)
    {
        return categories.GetByIdAsync(categoryId, _ => default!);
    }

    public async Task<IList<int>> GetChildCategoryIdsAsync(int parentCategoryId, int storeId = 0, bool showHidden = false)
    {
        var children = (await GetAllCategoriesAsync(storeId, showHidden)).ToLookup(c => c.ParentCategoryId, c => c.Id);
        var found = new HashSet<int>();
        var waiting = new Queue<int>([parentCategoryId]);
        while (waiting.TryDequeue(out var parent))
            foreach (var child in children[parent].Where(found.Add))
                waiting.Enqueue(child);
        return [.. found];
    }

    public async Task<string> GetFormattedBreadCrumbAsync(Category category, IList<Category>? allCategories = null, string separator = ">>", int languageId = 0)
    {
        var known = (allCategories ?? await GetAllCategoriesAsync(showHidden: true)).ToDictionary(c => c.Id);
        var path = new List<Category>();
        for (var current = category; current is { Deleted: false } && !path.Contains(current); current = known.GetValueOrDefault(current.ParentCategoryId))
            path.Insert(0, current);
        return string.Join($" {separator} ", path.Select(c => c.Name));
    }

    private static List<Category> Tree(List<Category> found)
    {
        var children = found.ToLookup(c => c.ParentCategoryId);
        var sorted = new List<Category>();
        var placed = new HashSet<int>();

        void Add(Category category)
        {
            if (!placed.Add(category.Id))
                return;
            sorted.Add(category);
            foreach (var child in children[category.Id])
                Add(child);
        }

        foreach (var root in children[0])
            Add(root);
        foreach (var orphan in found)
            Add(orphan);
        return sorted;
    }
}

internal sealed class ProductService(IRepository<Product> products) : IProductService
{
    public Task<Product> GetProductByIdAsync(int productId)
    {
        return products.GetByIdAsync(productId, _ => default!);
    }

    public async Task<Product> GetProductBySkuAsync(string sku)
    {
        return await products.Table.Where(p => !p.Deleted && p.Sku == sku).OrderBy(p => p.Id).FirstOrDefaultAsync();
    }

    public Task<IList<Product>> GetProductsByIdsAsync(int[] productIds)
    {
        return products.GetByIdsAsync(productIds, includeDeleted: false);
    }
}

internal sealed class ManufacturerService(IRepository<Manufacturer> manufacturers) : IManufacturerService
{
    public Task<IPagedList<Manufacturer>> GetAllManufacturersAsync(string manufacturerName = "", int storeId = 0, int pageIndex = 0,
        int pageSize = int.MaxValue,
        bool showHidden = false, bool? overridePublished = null)
    {
        return manufacturers.GetAllPagedAsync(query => query
            .Where(m => (showHidden || m.Published) && (overridePublished == null || m.Published == overridePublished))
            .Where(m => string.IsNullOrEmpty(manufacturerName) || m.Name.Contains(manufacturerName))
            .OrderBy(m => m.DisplayOrder).ThenBy(m => m.Id), pageIndex, pageSize, includeDeleted: false);
    }

    public Task<Manufacturer> GetManufacturerByIdAsync(int manufacturerId)
    {
        return manufacturers.GetByIdAsync(manufacturerId, _ => default!);
    }

    public Task<IList<Manufacturer>> GetManufacturersByIdsAsync(int[] manufacturerIds)
    {
        return manufacturers.GetByIdsAsync(manufacturerIds, includeDeleted: false);
    }
}
