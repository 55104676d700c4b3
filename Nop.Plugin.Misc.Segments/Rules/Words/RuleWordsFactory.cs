using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Services.Catalog;
using Nop.Services.Directory;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>All that speaks of rules in one language.</summary>
internal sealed record RuleWords(LanguageTexts Texts, ValueWords Values, WindowWords Windows, ConditionWords Conditions);

/// <summary>Finds the words of a language.</summary>
public sealed class RuleWordsFactory(
    ChoiceLookup choiceLookup,
    CurrencySettings currencySettings,
    ICurrencyService currencyService,
    ILanguageService languageService,
    ILocalizationService localizationService,
    IPriceFormatter priceFormatter,
    IWorkContext workContext)
{
    /// <summary>The words of a language; 0 for the current one.</summary>
    internal async Task<RuleWords> CreateAsync(int languageId)
    {
        var language = languageId > 0 ? await languageService.GetLanguageByIdAsync(languageId) : null;
        language ??= await workContext.GetWorkingLanguageAsync();
        var currency = await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId);

        var texts = new LanguageTexts(localizationService, language.Id, CultureInfo.GetCultureInfo(language.LanguageCulture));
        var values = new ValueWords(texts, choiceLookup, priceFormatter, currency);
        var windows = new WindowWords(texts);
        var comparisons = new ComparisonWords(texts, values, windows);
        return new RuleWords(texts, values, windows, new ConditionWords(texts, comparisons, new FilterWords(texts, comparisons, values), values, windows));
    }
}
