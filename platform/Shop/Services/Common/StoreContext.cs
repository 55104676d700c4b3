using Nop.Core;
using Nop.Core.Domain.Stores;
using Nop.Services.Stores;

namespace Shop.Services.Common;

/// <summary>The store that the request's host name belongs to; the first one otherwise.</summary>
internal sealed class StoreContext(IHttpContextAccessor accessor, IStoreService stores) : IStoreContext
{
    private Store? _store;

    public async Task<Store> GetCurrentStoreAsync()
    {
        if (_store is not null)
            return _store;
        var all = await stores.GetAllStoresAsync();
        var host = accessor.HttpContext?.Request.Host.Host;
        return _store = all.FirstOrDefault(s => host is not null && (s.Hosts ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Contains(host, StringComparer.OrdinalIgnoreCase)) ?? all.FirstOrDefault()!;
    }

    public Store GetCurrentStore()
    {
        return GetCurrentStoreAsync().GetAwaiter().GetResult();
    }

    public Task<int> GetActiveStoreScopeConfigurationAsync()
    {
        return Task.FromResult(0);
    }
}
