using System.Linq.Expressions;
using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Domain.Common;
using Nop.Core.Events;
using Nop.Data;
using DbUpdateConcurrencyException = Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException;
using EF = Microsoft.EntityFrameworkCore.EF;
using EntityState = Microsoft.EntityFrameworkCore.EntityState;
using SetBased = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions;

namespace Shop.Data;

/// <summary>The rows of one table, with the events and transactions that each way of writing has in a shop.</summary>
internal sealed class EfRepository<TEntity>(DatabaseEngine engine, IEventPublisher events, IStaticCacheManager staticCache,
    IShortTermCacheManager shortTermCache)
    : IRepository<TEntity> where TEntity : BaseEntity
{
    private static readonly bool SoftDeleted = typeof(ISoftDeletedEntity).IsAssignableFrom(typeof(TEntity));

    public IQueryable<TEntity> Table => engine.Queries.Table<TEntity>();

    public async Task<TEntity> GetByIdAsync(int? id, Func<ICacheKeyService, CacheKey>? getCacheKey = null, bool includeDeleted = true,
        bool useShortTermCache = false)
    {
        if (id is null or 0)
            return null!;
        var value = id.Value;

        Task<TEntity> LoadAsync() => Deleted(Table, includeDeleted).FirstOrDefaultAsync(e => e.Id == value);

        if (getCacheKey is null)
            return await LoadAsync();
        ICacheKeyService keys = useShortTermCache ? shortTermCache : staticCache;
        var key = getCacheKey(keys) ?? keys.PrepareKeyForDefaultCache(NopEntityCacheDefaults<TEntity>.ByIdCacheKey, value);
        return useShortTermCache ? await shortTermCache.GetAsync(LoadAsync, key) : await staticCache.GetAsync(key, LoadAsync);
    }

    public TEntity GetById(int? id, Func<ICacheKeyService, CacheKey>? getCacheKey = null, bool includeDeleted = true)
    {
        return GetByIdAsync(id, getCacheKey, includeDeleted).GetAwaiter().GetResult();
    }

    public async Task<IList<TEntity>> GetByIdsAsync(IList<int> ids, Func<ICacheKeyService, CacheKey>? getCacheKey = null, bool includeDeleted = true)
    {
        if (ids is null || ids.Count == 0)
            return [];

        async Task<IList<TEntity>> LoadAsync()
        {
            var wanted = ids.Distinct().ToList();
            var rows = await Deleted(Table, includeDeleted).Where(e => wanted.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
            return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
        }

        if (getCacheKey is null)
            return await LoadAsync();
        var key = getCacheKey(staticCache) ?? staticCache.PrepareKeyForDefaultCache(NopEntityCacheDefaults<TEntity>.ByIdsCacheKey, ids);
        return await staticCache.GetAsync(key, LoadAsync);
    }

    public async Task<IList<TEntity>> GetAllAsync(Func<IQueryable<TEntity>, IQueryable<TEntity>>? func = null,
        Func<ICacheKeyService, CacheKey>? getCacheKey = null, bool includeDeleted = true)
    {
        async Task<IList<TEntity>> LoadAsync()
        {
            var query = Deleted(Table, includeDeleted);
            return await (func is null ? query : func(query)).ToListAsync();
        }

        if (getCacheKey is null)
            return await LoadAsync();
        var key = getCacheKey(staticCache) ?? staticCache.PrepareKeyForDefaultCache(NopEntityCacheDefaults<TEntity>.AllCacheKey);
        return await staticCache.GetAsync(key, LoadAsync);
    }

    public async Task<IPagedList<TEntity>> GetAllPagedAsync(Func<IQueryable<TEntity>, IQueryable<TEntity>>? func = null, int pageIndex = 0,
        int pageSize = int.MaxValue, bool getOnlyTotalCount = false, bool includeDeleted = true)
    {
        var query = Deleted(Table, includeDeleted);
        return await (func is null ? query : func(query)).ToPagedListAsync(pageIndex, pageSize, getOnlyTotalCount);
    }

    public async Task InsertAsync(TEntity entity, bool publishEvent = true)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var map = engine.Model[typeof(TEntity)];
        if (map.HasIdentity)
            entity.Id = 0;
        using (await engine.WaitToWriteAsync())
        await using (var context = engine.CreateContext())
        {
            context.Add(entity);
            await context.SaveChangesAsync();
        }

        if (publishEvent)
            await events.PublishAsync(new EntityInsertedEvent<TEntity>(entity));
    }

    public void Insert(TEntity entity, bool publishEvent = true)
    {
        InsertAsync(entity, publishEvent).GetAwaiter().GetResult();
    }

    public async Task InsertAsync(IList<TEntity> entities, bool publishEvent = true)
    {
        ArgumentNullException.ThrowIfNull(entities);
        using var scope = new BulkScope(engine);
        if (entities.Count > 0)
            await engine.BulkInsertAsync(engine.Model[typeof(TEntity)], [.. entities]);
        scope.Complete();

        // Still within the scope, which is what the events' consumers find.
        if (publishEvent)
            foreach (var entity in entities)
                await events.PublishAsync(new EntityInsertedEvent<TEntity>(entity));
    }

    public async Task UpdateAsync(TEntity entity, bool publishEvent = true)
    {
        ArgumentNullException.ThrowIfNull(entity);
        await UpdateRowAsync(entity);
        if (publishEvent)
            await events.PublishAsync(new EntityUpdatedEvent<TEntity>(entity));
    }

    public void Update(TEntity entity, bool publishEvent = true)
    {
        UpdateAsync(entity, publishEvent).GetAwaiter().GetResult();
    }

    public async Task UpdateAsync(IList<TEntity> entities, bool publishEvent = true)
    {
        ArgumentNullException.ThrowIfNull(entities);
        foreach (var entity in entities)
            await UpdateRowAsync(entity);
        if (publishEvent)
            foreach (var entity in entities)
                await events.PublishAsync(new EntityUpdatedEvent<TEntity>(entity));
    }

    public async Task DeleteAsync(TEntity entity, bool publishEvent = true)
    {
        ArgumentNullException.ThrowIfNull(entity);
        await DeleteRowAsync(entity);
        if (publishEvent)
            await events.PublishAsync(new EntityDeletedEvent<TEntity>(entity));
    }

    public void Delete(TEntity entity, bool publishEvent = true)
    {
        DeleteAsync(entity, publishEvent).GetAwaiter().GetResult();
    }

    public async Task DeleteAsync(IList<TEntity> entities, bool publishEvent = true)
    {
        ArgumentNullException.ThrowIfNull(entities);
        using var scope = new BulkScope(engine);
        if (!SoftDeleted && engine.Model[typeof(TEntity)].HasIdentity)
            foreach (var ids in entities.Select(e => e.Id).Chunk(1_000))
                await DeleteRowsAsync(e => ids.AsEnumerable().Contains(e.Id));
        else
            foreach (var entity in entities)
                await DeleteRowAsync(entity);
        scope.Complete();

        if (publishEvent)
            foreach (var entity in entities)
                await events.PublishAsync(new EntityDeletedEvent<TEntity>(entity));
    }

    public async Task<int> DeleteAsync(Expression<Func<TEntity, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var scope = new BulkScope(engine);
        var count = await DeleteRowsAsync(predicate);
        scope.Complete();
        return count;
    }

    public async Task<TEntity> LoadOriginalCopyAsync(TEntity entity)
    {
        var id = entity.Id;
        return await Table.FirstOrDefaultAsync(e => e.Id == id);
    }

    public Task TruncateAsync(bool resetIdentity = false)
    {
        return engine.TruncateAsync(engine.Model[typeof(TEntity)], resetIdentity);
    }

    private static IQueryable<TEntity> Deleted(IQueryable<TEntity> query, bool include)
    {
        return include || !SoftDeleted ? query : query.Where(e => !EF.Property<bool>(e, nameof(ISoftDeletedEntity.Deleted)));
    }

    private Task<int> DeleteRowsAsync(Expression<Func<TEntity, bool>> predicate)
    {
        return SetBased.ExecuteDeleteAsync(Table.Where(predicate));
    }

    private async Task UpdateRowAsync(TEntity entity)
    {
        var map = engine.Model[typeof(TEntity)];
        if (map.Key.Count == map.Columns.Count)
            throw new NopException($"{map.Table.Table} has nothing to update: all its columns are its key.");
        await SaveAsync(entity, EntityState.Modified);
    }

    private async Task DeleteRowAsync(TEntity entity)
    {
        if (entity is not ISoftDeletedEntity soft)
        {
            await SaveAsync(entity, EntityState.Deleted);
            return;
        }

        soft.Deleted = true;
        await SaveAsync(entity, EntityState.Modified);
    }

    // A row that is gone already is no error: the statement then changes nothing.
    private async Task SaveAsync(TEntity entity, EntityState state)
    {
        using var turn = await engine.WaitToWriteAsync();
        await using var context = engine.CreateContext();
        context.Entry(entity).State = state;
        try
        {
            await context.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
        }
    }
}
