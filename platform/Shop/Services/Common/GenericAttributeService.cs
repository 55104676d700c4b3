using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Common;
using Nop.Data;
using Nop.Services.Common;
using Shop.Services.Configuration;

namespace Shop.Services.Common;

internal sealed class GenericAttributeService(IRepository<GenericAttribute> attributes, TimeProvider clock) : IGenericAttributeService
{
    public async Task<T> GetAttributeAsync<T>(BaseEntity entity, string key, int storeId = 0, T defaultValue = default!)
    {
        var all = await GetAttributesForEntityAsync(entity.Id, entity.GetType().Name);
        var found = all.FirstOrDefault(a => a.StoreId == storeId && string.Equals(a.Key, key, StringComparison.OrdinalIgnoreCase));
        return !string.IsNullOrEmpty(found?.Value) && SettingText.TryParse(found.Value, typeof(T), out var value) ? (T)value! : defaultValue;
    }

    public async Task<IList<GenericAttribute>> GetAttributesForEntityAsync(int entityId, string keyGroup)
    {
        return await attributes.Table.Where(a => a.EntityId == entityId && a.KeyGroup == keyGroup).ToListAsync();
    }

    public async Task SaveAttributeAsync<T>(BaseEntity entity, string key, T value, int storeId = 0)
    {
        var group = entity.GetType().Name;
        var text = string.Format(CultureInfo.InvariantCulture, "{0}", SettingText.Of(value));
        var known = (await GetAttributesForEntityAsync(entity.Id, group))
            .FirstOrDefault(a => a.StoreId == storeId && string.Equals(a.Key, key, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            if (text.Length > 0)
                await attributes.InsertAsync(new GenericAttribute
                {
                    EntityId = entity.Id,
                    KeyGroup = group,
                    Key = key,
                    Value = text,
                    StoreId = storeId,
                    CreatedOrUpdatedDateUTC = clock.GetUtcNow().UtcDateTime
                });
            return;
        }

        if (text.Length == 0)
        {
            await attributes.DeleteAsync(known);
            return;
        }

        known.Value = text;
        known.CreatedOrUpdatedDateUTC = clock.GetUtcNow().UtcDateTime;
        await attributes.UpdateAsync(known);
    }
}
