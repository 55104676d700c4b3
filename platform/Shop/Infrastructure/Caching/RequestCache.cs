using System.Collections.Concurrent;
using Nop.Core.Caching;

namespace Shop.Infrastructure.Caching;

/// <summary>The cache of one request. Null is not kept.</summary>
internal sealed class RequestCache : CacheKeys, IShortTermCacheManager
{
    private readonly ConcurrentDictionary<string, object> _entries = new(StringComparer.OrdinalIgnoreCase);

    public async Task<T> GetAsync<T>(Func<Task<T>> acquire, CacheKey cacheKey, params object[] cacheKeyParameters)
    {
        var key = PrepareKey(cacheKey, cacheKeyParameters).Key;
        if (_entries.TryGetValue(key, out var known))
            return (T)known;
        var value = await acquire();
        if (value is not null)
            _entries[key] = value;
        return value;
    }

    public void Remove(string cacheKey, params object[] cacheKeyParameters)
    {
        _entries.TryRemove(PrepareKey(new CacheKey(cacheKey), cacheKeyParameters).Key, out _);
    }

    public void RemoveByPrefix(string prefix, params object[] prefixParameters)
    {
        var start = Prefix(prefix, prefixParameters);
        foreach (var key in _entries.Keys.Where(k => k.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            _entries.TryRemove(key, out _);
    }
}
