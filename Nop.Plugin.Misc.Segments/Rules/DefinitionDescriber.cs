using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Words;
using Nop.Services.Catalog;
using Nop.Services.Directory;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Says definitions in plain words. Each language brings its own sentence for each criterion, so that word order is its own;
/// the pieces (comparisons, windows, filters, lists) are filled into it.
/// </summary>
public sealed class DefinitionDescriber(
    ChoiceLookup choiceLookup,
    CurrencySettings currencySettings,
    ICurrencyService currencyService,
    ILanguageService languageService,
    ILocalizationService localizationService,
    IPriceFormatter priceFormatter,
    IWorkContext workContext) : IDefinitionDescriber
{
    /// <inheritdoc />
    public async Task<string> DescribeAsync(SegmentDefinition definition, int languageId = 0)
    {
        var language = languageId > 0 ? await languageService.GetLanguageByIdAsync(languageId) : null;
        language ??= await workContext.GetWorkingLanguageAsync();
        var currency = await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId);

        var texts = new LanguageTexts(localizationService, language.Id, CultureInfo.GetCultureInfo(language.LanguageCulture));
        var values = new ValueWords(texts, choiceLookup, priceFormatter, currency);
        var windows = new WindowWords(texts);
        var comparisons = new ComparisonWords(texts, values, windows);
        var words = new ConditionWords(texts, comparisons, new FilterWords(texts, comparisons, values), values, windows);
        return await texts.SayAsync("Definition", await words.SayAsync(definition.Rules));
    }
}
