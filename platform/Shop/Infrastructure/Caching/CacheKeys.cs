using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nop.Core;
using Nop.Core.Caching;

namespace Shop.Infrastructure.Caching;

/// <summary>Fills the places of a cache key.</summary>
internal abstract class CacheKeys : ICacheKeyService
{
    public CacheKey PrepareKey(CacheKey cacheKey, params object[] cacheKeyParameters)
    {
        return cacheKey.Create(Parameter, cacheKeyParameters);
    }

    public CacheKey PrepareKeyForDefaultCache(CacheKey cacheKey, params object[] cacheKeyParameters)
    {
        var key = cacheKey.Create(Parameter, cacheKeyParameters);
        key.CacheTime = 60;
        return key;
    }

    protected static string Prefix(string prefix, object[] parameters)
    {
        return parameters.Length == 0 ? prefix : string.Format(CultureInfo.InvariantCulture, prefix, [.. parameters.Select(Parameter)]);
    }

    private static object Parameter(object? parameter)
    {
        return parameter switch
        {
            null => "null",
            IEnumerable<int> ids => Hash(ids),
            IEnumerable<BaseEntity> entities => Hash(entities.Select(e => e.Id)),
            BaseEntity entity => entity.Id,
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            _ => parameter
        };
    }

    private static string Hash(IEnumerable<int> ids)
    {
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(", ", ids.Order()))))[..32];
    }
}
