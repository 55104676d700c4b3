using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Services.Directory;
using Nop.Services.Stores;

namespace Shop.Services.Directory;

internal sealed class CountryService(IRepository<Country> countries) : ICountryService
{
    public async Task<IList<Country>> GetAllCountriesAsync(int languageId = 0, bool showHidden = false)
    {
        return await countries.GetAllAsync(query => query.Where(c => showHidden || c.Published).OrderBy(c => c.DisplayOrder).ThenBy(c => c.Name));
    }

    public Task<Country> GetCountryByIdAsync(int countryId)
    {
        return countries.GetByIdAsync(countryId, _ => default!);
    }
}

internal sealed class CurrencyService(IRepository<Currency> currencies) : ICurrencyService
{
    public async Task<IList<Currency>> GetAllCurrenciesAsync(bool showHidden = false, int storeId = 0)
    {
        return await currencies.GetAllAsync(query => query.Where(c => showHidden || c.Published).OrderBy(c => c.DisplayOrder).ThenBy(c => c.Id));
    }

    public async Task<Currency> GetCurrencyByCodeAsync(string currencyCode)
    {
        return (await GetAllCurrenciesAsync(true)).FirstOrDefault(c => string.Equals(c.CurrencyCode, currencyCode, StringComparison.OrdinalIgnoreCase))!;
    }

    public Task<Currency> GetCurrencyByIdAsync(int currencyId)
    {
        return currencies.GetByIdAsync(currencyId, _ => default!);
    }
}

internal sealed class StoreService(IRepository<Store> stores) : IStoreService
{
    public async Task<IList<Store>> GetAllStoresAsync()
    {
        return await stores.GetAllAsync(query => query.OrderBy(s => s.DisplayOrder).ThenBy(s => s.Id), _ => default!, includeDeleted: false);
    }

    public Task<Store> GetStoreByIdAsync(int storeId)
    {
        return stores.GetByIdAsync(storeId, _ => default!, includeDeleted: false);
    }
}
