using Nop.Core.Domain.Catalog;
using Nop.Data;

namespace Shop.Services.Catalog;

/// <summary>Under which categories products stand.</summary>
public sealed class ProductFiling(IRepository<ProductCategory> filings, IRepository<Category> categories)
{
    /// <summary>Puts a product into a category.</summary>
    public async Task<ProductCategory> AddAsync(int productId, int categoryId)
    {
        var filing = new ProductCategory { ProductId = productId, CategoryId = categoryId };
        await filings.InsertAsync(filing);
        return filing;
    }

    /// <summary>Takes several products out of categories at once.</summary>
    public Task RemoveAsync(IList<ProductCategory> several)
    {
        return filings.DeleteAsync(several);
    }

    /// <summary>Deletes a category; those right below it move to the top.</summary>
    public async Task DeleteCategoryAsync(Category category)
    {
        await categories.DeleteAsync(category);
        foreach (var child in await categories.Table.Where(c => c.ParentCategoryId == category.Id && !c.Deleted).ToListAsync())
        {
            child.ParentCategoryId = 0;
            await categories.UpdateAsync(child);
        }
    }
}
