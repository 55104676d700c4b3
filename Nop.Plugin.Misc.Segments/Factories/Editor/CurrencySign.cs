using System.Globalization;
using Nop.Core.Domain.Directory;
using Nop.Services.Directory;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>The sign that stands before amounts of the primary currency.</summary>
public class CurrencySign(CurrencySettings currencySettings, ICurrencyService currencyService)
{
    /// <summary>That of the currency's own culture, else its code; empty without a primary currency.</summary>
    public async Task<string> GetAsync()
    {
        var currency = await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId);
        if (currency is null)
            return string.Empty;
        if (string.IsNullOrEmpty(currency.DisplayLocale))
            return currency.CurrencyCode;
        try
        {
            return CultureInfo.GetCultureInfo(currency.DisplayLocale).NumberFormat.CurrencySymbol;
        }
        catch (CultureNotFoundException)
        {
            return currency.CurrencyCode;
        }
    }
}
