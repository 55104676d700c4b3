using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Services.Stores;

namespace Shop.Infrastructure;

/// <summary>Keeps the first store's address, at which the shop runs its own tasks, the one at which it listens.</summary>
internal static class StoreAddress
{
    public static async Task UseAddressAsync(this IStoreService stores, IRepository<Store> rows, string? urls)
    {
        if (string.IsNullOrEmpty(urls) || (await stores.GetAllStoresAsync()).FirstOrDefault() is not { } first)
            return;
        var url = urls.Split(';')[0].Trim().Replace("://*", "://localhost").Replace("://+", "://localhost").Replace("://0.0.0.0", "://localhost")
            .TrimEnd('/') + "/";
        if (first.Url == url)
            return;
        first.Url = url;
        await rows.UpdateAsync(first);
    }
}
