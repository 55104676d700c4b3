using System.Reflection;
using Nop.Core.Caching;
using Nop.Core.Configuration;
using Nop.Core.Domain.Configuration;
using Nop.Data;
using Nop.Services.Configuration;

namespace Shop.Services.Configuration;

/// <summary>Settings as rows of text: one for each property, under the class's name, for all stores or for one.</summary>
internal sealed class SettingService(IRepository<Setting> settings, IStaticCacheManager cache) : ISettingService
{
    private static readonly CacheKey AllKey = new("Nop.setting.all.");

    public async Task<Setting> GetSettingAsync(string key, int storeId = 0, bool loadSharedValueIfNotFound = false)
    {
        var row = await FindAsync(key, storeId, loadSharedValueIfNotFound);
        return row is null ? null! : await settings.GetByIdAsync(row.Id);
    }

    public async Task<T> GetSettingByKeyAsync<T>(string key, T defaultValue = default!, int storeId = 0, bool loadSharedValueIfNotFound = false)
    {
        var row = await FindAsync(key, storeId, loadSharedValueIfNotFound);
        return row is not null && SettingText.TryParse(row.Value, typeof(T), out var value) ? (T)value! : defaultValue;
    }

    public async Task SetSettingAsync<T>(string key, T value, int storeId = 0, bool clearCache = true)
    {
        await SetAsync(key, value, storeId);
        if (clearCache)
            await ClearCacheAsync();
    }

    public async Task<T> LoadSettingAsync<T>(int storeId = 0) where T : ISettings, new()
    {
        return (T)await LoadSettingAsync(typeof(T), storeId);
    }

    public async Task<ISettings> LoadSettingAsync(Type type, int storeId = 0)
    {
        var loaded = (ISettings)Activator.CreateInstance(type)!;
        if (!DataSettingsManager.IsDatabaseInstalled())
            return loaded;
        foreach (var property in Properties(type))
            if (await FindAsync(KeyOf(type, property), storeId, true) is { } row && SettingText.TryParse(row.Value, property.PropertyType, out var value))
                property.SetValue(loaded, value);
        return loaded;
    }

    public async Task SaveSettingAsync<T>(T settings, int storeId = 0) where T : ISettings, new()
    {
        foreach (var property in Properties(typeof(T)))
            await SetAsync(KeyOf(typeof(T), property), property.GetValue(settings), storeId);
        await ClearCacheAsync();
    }

    public Task DeleteSettingAsync(Setting setting)
    {
        return settings.DeleteAsync(setting);
    }

    public async Task DeleteSettingAsync<T>() where T : ISettings, new()
    {
        var keys = Properties(typeof(T)).Select(p => KeyOf(typeof(T), p)).ToList();
        await settings.DeleteAsync(await settings.Table.Where(s => keys.Contains(s.Name)).ToListAsync());
        await ClearCacheAsync();
    }

    public Task ClearCacheAsync()
    {
        return cache.RemoveByPrefixAsync("Nop.setting.");
    }

    private static string KeyOf(Type type, PropertyInfo property)
    {
        return $"{type.Name}.{property.Name}".ToLowerInvariant();
    }

    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        return type.GetProperties().Where(p => p is { CanRead: true, CanWrite: true } && p.GetIndexParameters().Length == 0);
    }

    private async Task SetAsync(string key, object? value, int storeId)
    {
        var name = key.Trim().ToLowerInvariant();
        var text = SettingText.Of(value);
        var row = await settings.Table.FirstOrDefaultAsync(s => s.Name == name && s.StoreId == storeId);
        if (row is null)
        {
            await settings.InsertAsync(new Setting(name, text, storeId));
            return;
        }

        if (row.Value == text)
            return;
        row.Value = text;
        await settings.UpdateAsync(row);
    }

    private async Task<Setting?> FindAsync(string key, int storeId, bool shared)
    {
        var all = await cache.GetAsync(AllKey, async () =>
            (await settings.Table.ToListAsync()).GroupBy(s => (s.Name.ToLowerInvariant(), s.StoreId)).ToDictionary(g => g.Key, g => g.First()));
        var name = key.Trim().ToLowerInvariant();
        return all.GetValueOrDefault((name, storeId)) ?? (shared && storeId > 0 ? all.GetValueOrDefault((name, 0)) : null);
    }
}
