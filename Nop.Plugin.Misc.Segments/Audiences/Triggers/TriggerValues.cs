using System.Globalization;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Services.Catalog;
using Nop.Services.Directory;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Writes days and amounts as the language of the customer does who reads them in a mail.</summary>
public class TriggerValues(
    ICurrencyService currencyService,
    IDateTimeHelper dateTimeHelper,
    IPriceFormatter priceFormatter,
    TriggerRecipients recipients,
    CurrencySettings currencySettings)
{
    private const decimal Hundred = 100;

    /// <summary>The day of a moment in the shop's time zone.</summary>
    public async Task<string> DayAsync(DateTime momentUtc, Customer customer) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(momentUtc, DateTimeKind.Utc), dateTimeHelper.DefaultStoreTimeZone).ToString("D", await CultureAsync(customer));

    /// <summary>A percentage, from 0 to 100.</summary>
    public async Task<string> PercentAsync(decimal percent, Customer customer) => (percent / Hundred).ToString("0.## %", await CultureAsync(customer));

    /// <summary>An amount of the primary currency.</summary>
    public async Task<string> MoneyAsync(decimal amount, Customer customer)
    {
        var currency = await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId);
        return await priceFormatter.FormatPriceAsync(amount, true, currency, (await recipients.FindLanguageAsync(customer)).Id, false, false);
    }

    private async Task<CultureInfo> CultureAsync(Customer customer) => CultureInfo.GetCultureInfo((await recipients.FindLanguageAsync(customer)).LanguageCulture);
}
