using Microsoft.Extensions.DependencyInjection;
using Nop.Data;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Whether there is a shop that the plugin is installed in. A loaded plugin's workers and consumers run before and after that, too.</summary>
public class PluginState(IServiceScopeFactory scopeFactory)
{
    /// <summary>Whether the plugin's tables can be expected.</summary>
    public async Task<bool> IsInstalledAsync()
    {
        if (!DataSettingsManager.IsDatabaseInstalled())
            return false;

        await using var scope = scopeFactory.CreateAsyncScope();
        var plugins = scope.ServiceProvider.GetRequiredService<IPluginManager<IPlugin>>();
        return await plugins.LoadPluginBySystemNameAsync(SegmentsDefaults.SystemName) is not null;
    }
}
