using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Directory;

namespace Nop.Services.Catalog;

public partial interface ICategoryService
{
    Task<IList<Category>> GetAllCategoriesAsync(int storeId = 0, bool showHidden = false);
    Task<IPagedList<Category>> GetAllCategoriesAsync(string categoryName, int storeId = 0, int pageIndex = 0, int pageSize = int.MaxValue, bool showHidden = false, bool? overridePublished = null);
    Task<IList<Category>> GetCategoriesByIdsAsync(int[] categoryIds);
    Task<Category> GetCategoryByIdAsync(int categoryId);
    Task<IList<int>> GetChildCategoryIdsAsync(int parentCategoryId, int storeId = 0, bool showHidden = false);
    Task<string> GetFormattedBreadCrumbAsync(Category category, IList<Category> allCategories = null, string separator = ">>", int languageId = 0);
}

public partial interface IProductService
{
    Task<Product> GetProductByIdAsync(int productId);
    Task<Product> GetProductBySkuAsync(string sku);
    Task<IList<Product>> GetProductsByIdsAsync(int[] productIds);
}

public partial interface IManufacturerService
{
    Task<IPagedList<Manufacturer>> GetAllManufacturersAsync(string manufacturerName = "", int storeId = 0, int pageIndex = 0, int pageSize = int.MaxValue, bool showHidden = false, bool? overridePublished = null);
    Task<Manufacturer> GetManufacturerByIdAsync(int manufacturerId);
    Task<IList<Manufacturer>> GetManufacturersByIdsAsync(int[] manufacturerIds);
}

public partial interface IPriceFormatter
{
    Task<string> FormatPriceAsync(decimal price);
    Task<string> FormatPriceAsync(decimal price, bool showCurrency, Currency targetCurrency);
    Task<string> FormatPriceAsync(decimal price, bool showCurrency, Currency targetCurrency, int languageId, bool priceIncludesTax);
    Task<string> FormatPriceAsync(decimal price, bool showCurrency, Currency targetCurrency, int languageId, bool priceIncludesTax, bool showTax);
    Task<string> FormatPriceAsync(decimal price, bool showCurrency, bool showTax);
    Task<string> FormatPriceAsync(decimal price, bool showCurrency, string currencyCode, bool showTax, int languageId);
    Task<string> FormatPriceAsync(decimal price, bool showCurrency, string currencyCode, int languageId, bool priceIncludesTax);
}
