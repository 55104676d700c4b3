using System.Linq.Expressions;
using Nop.Core.Configuration;
using Nop.Core.Domain.Configuration;

namespace Nop.Services.Configuration;

public partial interface ISettingService
{
    Task ClearCacheAsync();
    Task DeleteSettingAsync(Setting setting);
    Task DeleteSettingAsync<T>() where T : ISettings, new();
    Task<Setting> GetSettingAsync(string key, int storeId = 0, bool loadSharedValueIfNotFound = false);
    Task<T> GetSettingByKeyAsync<T>(string key, T defaultValue = default, int storeId = 0, bool loadSharedValueIfNotFound = false);
    Task<ISettings> LoadSettingAsync(Type type, int storeId = 0);
    Task<T> LoadSettingAsync<T>(int storeId = 0) where T : ISettings, new();
    Task SaveSettingAsync<T>(T settings, int storeId = 0) where T : ISettings, new();
    Task SetSettingAsync<T>(string key, T value, int storeId = 0, bool clearCache = true);
}
