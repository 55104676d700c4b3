using Nop.Core.Domain.Cms;
using Nop.Core.Domain.Customers;
using Nop.Services.Cms;
using Nop.Services.Customers;
using Nop.Services.Discounts;
using Nop.Services.Plugins;

namespace Shop.Plugins;

/// <summary>Makes a plugin's main class, as nobody has registered it.</summary>
internal static class PluginInstances
{
    public static IPlugin? Create(IServiceProvider services, PluginDescriptor descriptor)
    {
        if (descriptor.PluginType is null)
            return null;
        var plugin = (IPlugin)ActivatorUtilities.CreateInstance(services, descriptor.PluginType);
        plugin.PluginDescriptor = descriptor;
        return plugin;
    }
}

/// <summary>The installed plugins of one kind. Within a request each is made once for the same customer and store.</summary>
internal class PluginManager<TPlugin>(PluginCatalogue catalogue, IServiceProvider services, ICustomerService customers) : IPluginManager<TPlugin>
    where TPlugin : class, IPlugin
{
    private readonly Dictionary<string, TPlugin?> _made = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IList<TPlugin>> LoadAllPluginsAsync(Customer? customer = null, int storeId = 0)
    {
        var plugins = new List<TPlugin>();
        foreach (var descriptor in catalogue.All)
            if (await IsForAsync(descriptor, customer, storeId) && Make(descriptor) is { } plugin)
                plugins.Add(plugin);
        return plugins;
    }

    public async Task<TPlugin> LoadPluginBySystemNameAsync(string systemName, Customer? customer = null, int storeId = 0)
    {
        // The case counts here, as it does in nopCommerce.
        var descriptor = catalogue.All.FirstOrDefault(d => d.SystemName == systemName);
        return descriptor is not null && await IsForAsync(descriptor, customer, storeId) ? Make(descriptor)! : null!;
    }

    public async Task<IList<TPlugin>> LoadActivePluginsAsync(List<string> systemNames, Customer? customer = null, int storeId = 0)
    {
        return [.. (await LoadAllPluginsAsync(customer, storeId)).Where(p => IsPluginActive(p, systemNames))];
    }

    public bool IsPluginActive(TPlugin plugin, List<string> systemNames)
    {
        return systemNames?.Any(name => PluginCatalogue.Same(name, plugin.PluginDescriptor.SystemName)) == true;
    }

    private async Task<bool> IsForAsync(PluginDescriptor descriptor, Customer? customer, int storeId)
    {
        if (!descriptor.Installed || descriptor.PluginType is null || !typeof(TPlugin).IsAssignableFrom(descriptor.PluginType))
            return false;
        if (storeId > 0 && descriptor.LimitedToStores.Count > 0 && !descriptor.LimitedToStores.Contains(storeId))
            return false;
        return customer is null || descriptor.LimitedToCustomerRoles.Count == 0
            || (await customers.GetCustomerRoleIdsAsync(customer)).Intersect(descriptor.LimitedToCustomerRoles).Any();
    }

    private TPlugin? Make(PluginDescriptor descriptor)
    {
        if (!_made.TryGetValue(descriptor.SystemName, out var plugin))
            _made[descriptor.SystemName] = plugin = (TPlugin?)PluginInstances.Create(services, descriptor);
        return plugin;
    }
}

internal sealed class DiscountPluginManager(PluginCatalogue catalogue, IServiceProvider services, ICustomerService customers)
    : PluginManager<IDiscountRequirementRule>(catalogue, services, customers), IDiscountPluginManager;

internal sealed class WidgetPluginManager(PluginCatalogue catalogue, IServiceProvider services, ICustomerService customers, WidgetSettings settings)
    : PluginManager<IWidgetPlugin>(catalogue, services, customers), IWidgetPluginManager
{
    public async Task<IList<IWidgetPlugin>> LoadActivePluginsAsync(Customer? customer = null, int storeId = 0, string? widgetZone = null)
    {
        var active = await LoadActivePluginsAsync(settings.ActiveWidgetSystemNames, customer, storeId);
        if (string.IsNullOrEmpty(widgetZone))
            return active;
        var inZone = new List<IWidgetPlugin>();
        foreach (var widget in active)
            if ((await widget.GetWidgetZonesAsync()).Contains(widgetZone, StringComparer.OrdinalIgnoreCase))
                inZone.Add(widget);
        return inZone;
    }

    public bool IsPluginActive(IWidgetPlugin widget)
    {
        return IsPluginActive(widget, settings.ActiveWidgetSystemNames);
    }

    public async Task<bool> IsPluginActiveAsync(string systemName, Customer? customer = null, int storeId = 0)
    {
        return await LoadPluginBySystemNameAsync(systemName, customer, storeId) is { } widget && IsPluginActive(widget);
    }
}
