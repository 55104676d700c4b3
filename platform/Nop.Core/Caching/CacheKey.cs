namespace Nop.Core.Caching;

/// <summary>The name under which something is cached; <c>{0}</c> places are filled when it is prepared.</summary>
public partial class CacheKey
{
    public CacheKey(string key)
    {
        Key = key;
    }

    public virtual CacheKey Create(Func<object, object> createCacheKeyParameters, params object[] keyObjects)
    {
        return new CacheKey(keyObjects.Length == 0 ? Key : string.Format(Key, keyObjects.Select(createCacheKeyParameters).ToArray()))
        {
            CacheTime = CacheTime
        };
    }

    public string Key { get; protected set; }

    /// <summary>Minutes.</summary>
    public int CacheTime { get; set; } = 60;
}

public static partial class NopEntityCacheDefaults<TEntity> where TEntity : BaseEntity
{
    public static string EntityTypeName => typeof(TEntity).Name.ToLowerInvariant();
    public static CacheKey ByIdCacheKey => new($"Nop.{EntityTypeName}.byid.{{0}}");
    public static CacheKey ByIdsCacheKey => new($"Nop.{EntityTypeName}.byids.{{0}}");
    public static CacheKey AllCacheKey => new($"Nop.{EntityTypeName}.all.");
    public static string Prefix => $"Nop.{EntityTypeName}.";
    public static string ByIdPrefix => $"Nop.{EntityTypeName}.byid.";
    public static string ByIdsPrefix => $"Nop.{EntityTypeName}.byids.";
    public static string AllPrefix => $"Nop.{EntityTypeName}.all.";
}
