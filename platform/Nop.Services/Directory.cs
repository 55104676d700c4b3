using Nop.Core.Domain.Directory;

namespace Nop.Services.Directory;

public partial interface ICurrencyService
{
    Task<IList<Currency>> GetAllCurrenciesAsync(bool showHidden = false, int storeId = 0);
    Task<Currency> GetCurrencyByCodeAsync(string currencyCode);
    Task<Currency> GetCurrencyByIdAsync(int currencyId);
}

public partial interface ICountryService
{
    Task<IList<Country>> GetAllCountriesAsync(int languageId = 0, bool showHidden = false);
    Task<Country> GetCountryByIdAsync(int countryId);
}
