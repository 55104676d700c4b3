using Nop.Core.Domain.Localization;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Installation;

/// <summary>Brings the plugin's texts into the shop's languages, and takes them out again.</summary>
public class LocaleInstaller(
    LocaleFiles files, ILanguageService languageService, ILocalizationService localizationService, IRepository<LocaleStringResource> resources)
{
    /// <summary>What the keys of the plugin's texts start with.</summary>
    private static readonly string[] Prefixes =
    [
        $"{SegmentsDefaults.ResourcePrefix}.", "Security.Permission.Segments.", "Enums.Nop.Plugin.Misc.Segments.",
        $"{TriggerTemplates.DescriptionPrefix}{TriggerTemplates.Prefix}"
    ];

    /// <summary>Adds what is missing, to every language. What a merchant has reworded stays.</summary>
    public async Task AddMissingAsync()
    {
        foreach (var language in await languageService.GetAllLanguagesAsync(showHidden: true))
        {
            var present = await PresentKeysAsync(language.Id);
            var missing = (await files.ReadAsync(language.LanguageCulture))
                .Where(text => !present.Contains(text.Key))
                .ToDictionary(text => text.Key, text => text.Value);
            if (missing.Count > 0)
                await localizationService.AddOrUpdateLocaleResourceAsync(missing, language.Id);
        }
    }

    /// <summary>
    /// Puts the names of the permissions back into their languages: a shop that adds permissions gives them one name in all languages. What a
    /// merchant has reworded stays.
    /// </summary>
    public async Task TranslatePermissionsAsync()
    {
        foreach (var language in await languageService.GetAllLanguagesAsync(showHidden: true))
        {
            var texts = await files.ReadAsync(language.LanguageCulture);
            var changed = new Dictionary<string, string>();
            foreach (var permission in new SegmentsPermissions().AllConfigs)
            {
                var key = $"Security.Permission.{permission.SystemName}";
                var stored = await localizationService.GetResourceAsync(key, language.Id, logIfNotFound: false, returnEmptyIfNotFound: true);
                if (stored == permission.Name && texts.TryGetValue(key, out var text) && text != stored)
                    changed[key] = text;
            }

            if (changed.Count > 0)
                await localizationService.AddOrUpdateLocaleResourceAsync(changed, language.Id);
        }
    }

    /// <summary>Removes all texts of the plugin, from every language.</summary>
    public async Task RemoveAsync()
    {
        foreach (var prefix in Prefixes)
            await localizationService.DeleteLocaleResourcesAsync(prefix);
    }

    private async Task<HashSet<string>> PresentKeysAsync(int languageId)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var prefix in Prefixes.Select(prefix => prefix.ToLowerInvariant()))
            keys.UnionWith(await resources.Table
                .Where(resource => resource.LanguageId == languageId && resource.ResourceName.StartsWith(prefix))
                .Select(resource => resource.ResourceName)
                .ToListAsync());
        return keys;
    }
}
