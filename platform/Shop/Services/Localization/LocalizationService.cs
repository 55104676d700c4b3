using System.Collections.Concurrent;
using System.ComponentModel;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Domain.Localization;
using Nop.Data;
using Nop.Services.Localization;
using ILogger = Nop.Services.Logging.ILogger;

namespace Shop.Services.Localization;

/// <summary>The shop's texts, one row each for every language. A text that is missing shows its key.</summary>
internal sealed partial class LocalizationService(IRepository<LocaleStringResource> resources, ILanguageService languages, IWorkContext workContext,
    ILocalizedEntityService localizedEntities, IStaticCacheManager cache, ILogger logger) : ILocalizationService
{
    private static readonly ConcurrentDictionary<(int, string), bool> Missed = new();

    public async Task<string> GetResourceAsync(string resourceKey)
    {
        var language = await workContext.GetWorkingLanguageAsync();
        return language is null ? resourceKey : await GetResourceAsync(resourceKey, language.Id);
    }

    public async Task<string> GetResourceAsync(string resourceKey, int languageId, bool logIfNotFound = true, string defaultValue = "",
        bool returnEmptyIfNotFound = false)
    {
        var key = (resourceKey ?? "").Trim().ToLowerInvariant();
        var texts = await cache.GetAsync(new CacheKey($"Nop.localestringresource.all.{languageId}"), async () =>
            (await resources.Table.Where(r => r.LanguageId == languageId).Select(r => new { r.ResourceName, r.ResourceValue }).ToListAsync())
            .GroupBy(r => r.ResourceName.ToLowerInvariant()).ToDictionary(g => g.Key, g => g.First().ResourceValue));
        if (texts.TryGetValue(key, out var text) && text.Length > 0)
            return text;

        if (logIfNotFound && Missed.TryAdd((languageId, key), true))
            await logger.WarningAsync($"Resource string ({key}) is not found. Language ID = {languageId}");
        return !string.IsNullOrEmpty(defaultValue) ? defaultValue : returnEmptyIfNotFound ? "" : resourceKey!;
    }

    public async Task<TPropType> GetLocalizedAsync<TEntity, TPropType>(TEntity entity, Expression<Func<TEntity, TPropType>> keySelector,
        int? languageId = null, bool returnDefaultValue = true, bool ensureTwoPublishedLanguages = true) where TEntity : BaseEntity, ILocalizedEntity
    {
        var language = languageId ?? (await workContext.GetWorkingLanguageAsync()).Id;
        // With one language there is nothing to choose from: the entity's own value is the value.
        if (language > 0 && (!ensureTwoPublishedLanguages || (await languages.GetAllLanguagesAsync()).Count > 1))
        {
            var text = await localizedEntities.GetLocalizedValueAsync(language, entity.Id, entity.GetType().Name, LocalizedEntityService.KeyOf(keySelector));
            if (!string.IsNullOrEmpty(text))
                return (TPropType)TypeDescriptor.GetConverter(typeof(TPropType)).ConvertFromInvariantString(text)!;
        }

        return returnDefaultValue ? keySelector.Compile()(entity) : default!;
    }

    public async Task<string> GetLocalizedEnumAsync<T>(T enumValue, int? languageId = null) where T : struct
    {
        var id = languageId ?? (await workContext.GetWorkingLanguageAsync()).Id;
        var text = await GetResourceAsync($"Enums.{typeof(T)}.{enumValue}", id, false, "", true);
        return text.Length > 0 ? text : Words().Replace(enumValue.ToString()!, " ");
    }

    public async Task AddOrUpdateLocaleResourceAsync(IDictionary<string, string> resources, int? languageId = null)
    {
        foreach (var language in await languages.GetAllLanguagesAsync(true))
            if (languageId is null || language.Id == languageId)
                await StoreAsync(resources, language.Id);
        await ForgetAsync();
    }

    public void AddOrUpdateLocaleResource(IDictionary<string, string> resources, int? languageId = null)
    {
        AddOrUpdateLocaleResourceAsync(resources, languageId).GetAwaiter().GetResult();
    }

    public async Task AddOrUpdateLocaleResourceAsync(string resourceName, string resourceValue, string? languageCulture = null)
    {
        var text = new Dictionary<string, string> { [resourceName] = resourceValue };
        foreach (var language in await languages.GetAllLanguagesAsync(true))
            if (string.IsNullOrEmpty(languageCulture) || language.LanguageCulture == languageCulture)
                await StoreAsync(text, language.Id);
        await ForgetAsync();
    }

    public Task DeleteLocaleResourceAsync(string resourceName)
    {
        return DeleteLocaleResourcesAsync([resourceName]);
    }

    public async Task DeleteLocaleResourcesAsync(IList<string> resourceNames, int? languageId = null)
    {
        var names = resourceNames.Select(n => n.ToLowerInvariant()).ToList();
        await resources.DeleteAsync(r => (languageId == null || r.LanguageId == languageId) && names.Contains(r.ResourceName));
        await ForgetAsync();
    }

    public async Task DeleteLocaleResourcesAsync(string resourceNamePrefix, int? languageId = null)
    {
        await resources.DeleteAsync(r => (languageId == null || r.LanguageId == languageId) && r.ResourceName.StartsWith(resourceNamePrefix));
        await ForgetAsync();
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Words();

    // What is there is overwritten, a merchant's own wording too.
    private async Task StoreAsync(IDictionary<string, string> texts, int languageId)
    {
        var names = texts.Keys.Select(k => k.Trim().ToLowerInvariant()).ToList();
        await resources.DeleteAsync(r => r.LanguageId == languageId && names.Contains(r.ResourceName));
        await resources.InsertAsync([.. texts.Select(t => new LocaleStringResource
        {
            LanguageId = languageId,
            ResourceName = t.Key.Trim().ToLowerInvariant(),
            ResourceValue = t.Value ?? ""
        })], false);
    }

    private Task ForgetAsync()
    {
        Missed.Clear();
        return cache.RemoveByPrefixAsync("Nop.localestringresource.");
    }
}
