using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Services.Catalog;
using Nop.Services.Directory;
using Nop.Services.Helpers;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Writes dates, amounts and durations the way the visitor reads them.</summary>
public sealed class DisplayFormats(
    ICurrencyService currencyService,
    CurrencySettings currencySettings,
    IDateTimeHelper dateTimeHelper,
    ILocalizationService localizationService,
    IPriceFormatter priceFormatter,
    IWorkContext workContext)
{
    /// <summary>What stands where there is nothing to say.</summary>
    public const string Nothing = "–";

    private const double LeastShare = 0.001;
    private const double LeastSeconds = 0.1;
    private Currency? _currency;

    /// <summary>A number with separators.</summary>
    public string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A share as percent; a tiny one is not shown as none.</summary>
    public string Share(int part, int whole)
    {
        if (whole <= 0)
            return Nothing;

        var share = (double)part / whole;
        return part > 0 && share < LeastShare
            ? $"< {LeastShare.ToString("P1", CultureInfo.CurrentCulture)}"
            : share.ToString("P1", CultureInfo.CurrentCulture);
    }

    /// <summary>A moment in UTC as date and time of the visitor; a dash for none.</summary>
    public async Task<string> MomentAsync(DateTime? utc) => utc is { } moment
        ? (await dateTimeHelper.ConvertToUserTimeAsync(moment, DateTimeKind.Utc)).ToString("g", CultureInfo.CurrentCulture)
        : Nothing;

    /// <summary>A moment in UTC as the visitor's date; a dash for none.</summary>
    public async Task<string> DateAsync(DateTime? utc) => utc is { } moment
        ? (await dateTimeHelper.ConvertToUserTimeAsync(moment, DateTimeKind.Utc)).ToString("d", CultureInfo.CurrentCulture)
        : Nothing;

    /// <summary>An amount of the primary currency; a dash for none.</summary>
    public async Task<string> MoneyAsync(decimal? amount)
    {
        if (amount is not { } value)
            return Nothing;

        _currency ??= await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId);
        var language = await workContext.GetWorkingLanguageAsync();
        return await priceFormatter.FormatPriceAsync(value, true, _currency, language.Id, false, false);
    }

    /// <summary>How long something took.</summary>
    public async Task<string> DurationAsync(int milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        if (time >= TimeSpan.FromMinutes(1))
            return await FormatAsync("Plugins.Misc.Segments.Duration.Minutes", (int)time.TotalMinutes, time.Seconds);

        var seconds = Math.Max(time.TotalSeconds, LeastSeconds).ToString("N1", CultureInfo.CurrentCulture);
        return await FormatAsync("Plugins.Misc.Segments.Duration.Seconds", time.TotalSeconds < LeastSeconds ? $"< {seconds}" : seconds);
    }

    /// <summary>For how long something has been so, in its largest unit.</summary>
    public async Task<string> AgeAsync(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => await FormatAsync("Plugins.Misc.Segments.Age.Days", Number((int)age.TotalDays)),
        { TotalHours: >= 2 } => await FormatAsync("Plugins.Misc.Segments.Age.Hours", (int)age.TotalHours),
        { TotalMinutes: >= 1 } => await FormatAsync("Plugins.Misc.Segments.Age.Minutes", (int)age.TotalMinutes),
        _ => await TextAsync("Plugins.Misc.Segments.Age.Moment")
    };

    /// <summary>What a customer is called, or that there is no name.</summary>
    public async Task<string> NameAsync(string? firstName, string? lastName) =>
        $"{firstName} {lastName}".Trim() is { Length: > 0 } name ? name : await TextAsync("Plugins.Misc.Segments.Details.NoName");

    /// <summary>A customer's address, or that it is a guest.</summary>
    public async Task<string> EmailAsync(string? email) =>
        string.IsNullOrEmpty(email) ? await TextAsync("Plugins.Misc.Segments.Details.Guest") : email;

    /// <summary>A text of the shop with its places filled.</summary>
    public async Task<string> FormatAsync(string key, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, await localizationService.GetResourceAsync(key), values);

    /// <summary>A text of the shop.</summary>
    public Task<string> TextAsync(string key) => localizationService.GetResourceAsync(key);
}
