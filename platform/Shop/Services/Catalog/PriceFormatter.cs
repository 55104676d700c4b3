using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Services.Catalog;
using Nop.Services.Directory;
using Nop.Services.Localization;

namespace Shop.Services.Catalog;

/// <summary>Writes money the way the reader's language does, with the currency's sign.</summary>
internal sealed class PriceFormatter(IWorkContext workContext, ICurrencyService currencies, ILanguageService languages) : IPriceFormatter
{
    public async Task<string> FormatPriceAsync(decimal price)
    {
        return await FormatAsync(price, true, await workContext.GetWorkingCurrencyAsync(), 0);
    }

    public Task<string> FormatPriceAsync(decimal price, bool showCurrency, Currency targetCurrency)
    {
        return FormatAsync(price, showCurrency, targetCurrency, 0);
    }

    public Task<string> FormatPriceAsync(decimal price, bool showCurrency, Currency targetCurrency, int languageId, bool priceIncludesTax)
    {
        return FormatAsync(price, showCurrency, targetCurrency, languageId);
    }

    public Task<string> FormatPriceAsync(decimal price, bool showCurrency, Currency targetCurrency, int languageId, bool priceIncludesTax, bool showTax)
    {
        return FormatAsync(price, showCurrency, targetCurrency, languageId);
    }

    public async Task<string> FormatPriceAsync(decimal price, bool showCurrency, bool showTax)
    {
        return await FormatAsync(price, showCurrency, await workContext.GetWorkingCurrencyAsync(), 0);
    }

    public async Task<string> FormatPriceAsync(decimal price, bool showCurrency, string currencyCode, bool showTax, int languageId)
    {
        return await FormatAsync(price, showCurrency, await currencies.GetCurrencyByCodeAsync(currencyCode) ?? new Currency { CurrencyCode = currencyCode },
            languageId);
    }

    public async Task<string> FormatPriceAsync(decimal price, bool showCurrency, string currencyCode, int languageId, bool priceIncludesTax)
    {
        return await FormatAsync(price, showCurrency, await currencies.GetCurrencyByCodeAsync(currencyCode) ?? new Currency { CurrencyCode = currencyCode },
            languageId);
    }

    private async Task<string> FormatAsync(decimal price, bool showCurrency, Currency currency, int languageId)
    {
        var language = (languageId > 0 ? await languages.GetLanguageByIdAsync(languageId) : null) ?? await workContext.GetWorkingLanguageAsync();
        var culture = CultureInfo.GetCultureInfo(string.IsNullOrEmpty(language?.LanguageCulture) ? "en-US" : language.LanguageCulture);
        if (!showCurrency)
            return price.ToString("N2", culture);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = string.IsNullOrEmpty(currency?.DisplayLocale)
            ? currency?.CurrencyCode ?? "€"
            : new RegionInfo(currency.DisplayLocale).CurrencySymbol;
        return price.ToString("C2", format);
    }
}
