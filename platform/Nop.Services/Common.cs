using Nop.Core;
using Nop.Core.Domain.Common;

namespace Nop.Services.Common;

public partial interface IGenericAttributeService
{
    Task<T> GetAttributeAsync<T>(BaseEntity entity, string key, int storeId = 0, T defaultValue = default);
    Task<IList<GenericAttribute>> GetAttributesForEntityAsync(int entityId, string keyGroup);
    Task SaveAttributeAsync<T>(BaseEntity entity, string key, T value, int storeId = 0);
}
