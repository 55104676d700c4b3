using Nop.Core.Domain.Localization;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Events;
using Nop.Services.Localization;

namespace Shop.Web;

/// <summary>Puts the texts of the shop's own pages into the database, at the first start and when an update brings others.</summary>
public sealed class ShopTextsConsumer(
    ILanguageService languageService,
    ILocalizationService localizationService,
    IRepository<LocaleStringResource> resources) : IConsumer<AppStartedEvent>
{
    public async Task HandleEventAsync(AppStartedEvent eventMessage)
    {
        var texts = ShopTexts.Read();
        foreach (var language in await languageService.GetAllLanguagesAsync(true))
        {
            if (!texts.TryGetValue(language.UniqueSeoCode ?? string.Empty, out var ofLanguage))
                continue;

            var present = (await resources.Table.Where(r => r.LanguageId == language.Id).Select(r => r.ResourceName).ToListAsync())
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var missing = ofLanguage.Where(text => !present.Contains(text.Key)).ToDictionary(text => text.Key, text => text.Value);
            if (missing.Count > 0)
                await localizationService.AddOrUpdateLocaleResourceAsync(missing, language.Id);
        }
    }
}
