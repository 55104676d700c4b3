using Nop.Core;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Services.Stores;

namespace Shop.Services.Common;

/// <summary>In which stores something is there: in all of them, unless it is limited to some.</summary>
internal sealed class StoreMappingService(IRepository<StoreMapping> mappings) : IStoreMappingService
{
    public async Task<bool> AuthorizeAsync<TEntity>(TEntity entity, int storeId) where TEntity : BaseEntity, IStoreMappingSupported
    {
        if (entity is null)
            return false;

        return storeId == 0 || !entity.LimitedToStores || (await GetStoresIdsWithAccessAsync(entity)).Contains(storeId);
    }

    public async Task<int[]> GetStoresIdsWithAccessAsync<TEntity>(TEntity entity) where TEntity : BaseEntity, IStoreMappingSupported
    {
        ArgumentNullException.ThrowIfNull(entity);
        var name = entity.GetType().Name;
        return await mappings.Table.Where(m => m.EntityId == entity.Id && m.EntityName == name).Select(m => m.StoreId).ToArrayAsync();
    }
}
