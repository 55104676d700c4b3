using System.Collections.Concurrent;
using Nop.Core.Caching;

namespace Shop.Infrastructure.Caching;

/// <summary>The cache that lives as long as the shop. Null is never kept; values are the very objects that were put in.</summary>
internal sealed class MemoryStaticCache : CacheKeys, IStaticCacheManager
{
    private readonly ConcurrentDictionary<string, (Lazy<Task<object?>> Value, long Until)> _entries = new(StringComparer.OrdinalIgnoreCase);

    public async Task<T> GetAsync<T>(CacheKey key, Func<Task<T>> acquire)
    {
        if (key.CacheTime <= 0)
            return await acquire();
        var now = Environment.TickCount64;
        var fresh = (new Lazy<Task<object?>>(async () => await acquire()), now + key.CacheTime * 60_000L);
        var entry = _entries.AddOrUpdate(key.Key, fresh, (_, old) => old.Until > now ? old : fresh);
        try
        {
            var value = await entry.Value.Value;
            if (value is null)
                _entries.TryRemove(key.Key, out _);
            return value is T result ? result : default!;
        }
        catch
        {
            _entries.TryRemove(key.Key, out _);
            throw;
        }
    }

    public Task<T> GetAsync<T>(CacheKey key, Func<T> acquire)
    {
        return GetAsync(key, () => Task.FromResult(acquire()));
    }

    public async Task<T> GetAsync<T>(CacheKey key, T defaultValue = default!)
    {
        return await GetAsync(key) is T value ? value : defaultValue;
    }

    public async Task<object> GetAsync(CacheKey key)
    {
        return _entries.TryGetValue(key.Key, out var entry) && entry.Until > Environment.TickCount64 ? (await entry.Value.Value)! : null!;
    }

    public Task SetAsync<T>(CacheKey key, T data)
    {
        if (data is not null && key.CacheTime > 0)
            _entries[key.Key] = (new Lazy<Task<object?>>(Task.FromResult<object?>(data)), Environment.TickCount64 + key.CacheTime * 60_000L);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(CacheKey cacheKey, params object[] cacheKeyParameters)
    {
        _entries.TryRemove(PrepareKey(cacheKey, cacheKeyParameters).Key, out _);
        return Task.CompletedTask;
    }

    public Task RemoveByPrefixAsync(string prefix, params object[] prefixParameters)
    {
        var start = Prefix(prefix, prefixParameters);
        foreach (var key in _entries.Keys.Where(k => k.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            _entries.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public Task ClearAsync()
    {
        _entries.Clear();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _entries.Clear();
    }
}
