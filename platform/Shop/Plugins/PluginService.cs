using Nop.Core;
using Nop.Data.Migrations;
using Nop.Services.Logging;
using Nop.Services.Plugins;
using Shop.Data.Migrations;
using Shop.Infrastructure;
using ILogger = Nop.Services.Logging.ILogger;

namespace Shop.Plugins;

/// <summary>
/// Installs, updates and uninstalls plugins. The pages only queue: what is queued is done when the changes are applied and the shop starts again.
/// </summary>
public sealed class PluginService(PluginCatalogue catalogue, MigrationManager migrations, IServiceProvider services, ICustomerActivityService activities,
    ILogger logger, ShopRestart restart)
{
    public IReadOnlyList<PluginDescriptor> All => catalogue.All;

    /// <summary>Whether something waits for the changes to be applied.</summary>
    public bool HasChanges => catalogue.State.PluginNamesToInstall.Count > 0 || catalogue.State.PluginNamesToUninstall.Count > 0;

    public bool IsQueuedToInstall(string systemName)
    {
        return catalogue.IsQueuedToInstall(systemName);
    }

    public bool IsQueuedToUninstall(string systemName)
    {
        return catalogue.IsQueuedToUninstall(systemName);
    }

    /// <summary>Queues a plugin for installation.</summary>
    public void PrepareToInstall(string systemName)
    {
        if (catalogue.Find(systemName) is not { Installed: false } || IsQueuedToInstall(systemName))
            return;
        catalogue.State.PluginNamesToInstall.Add(systemName);
        catalogue.Save();
    }

    /// <summary>Queues a plugin for removal. The plugin may refuse with an exception.</summary>
    public async Task PrepareToUninstallAsync(string systemName)
    {
        if (catalogue.Find(systemName) is not { Installed: true } descriptor || IsQueuedToUninstall(systemName))
            return;
        await Instance(descriptor).PreparePluginToUninstallAsync();
        catalogue.State.PluginNamesToUninstall.Add(systemName);
        catalogue.Save();
    }

    /// <summary>Forgets what was queued.</summary>
    public void ResetChanges()
    {
        catalogue.State.PluginNamesToInstall.Clear();
        catalogue.State.PluginNamesToUninstall.Clear();
        catalogue.Save();
    }

    /// <summary>Uninstalls what is queued for it and starts the shop anew, which installs the rest.</summary>
    public async Task ApplyChangesAsync()
    {
        await UninstallAsync();
        restart.Request();
    }

    /// <summary>Uninstalls what is queued for it. A plugin that fails stays installed.</summary>
    public async Task UninstallAsync()
    {
        foreach (var name in catalogue.State.PluginNamesToUninstall.ToList())
        {
            if (catalogue.Find(name) is { Installed: true, ReferencedAssembly: not null } descriptor)
                try
                {
                    await Instance(descriptor).UninstallAsync();
                    await migrations.ApplyDownMigrationsAsync(descriptor.ReferencedAssembly);
                    await activities.InsertActivityAsync("DeletePlugin", $"Uninstalled a plugin (SystemName: '{descriptor.SystemName}')");
                    catalogue.State.InstalledPlugins.RemoveAll(p => PluginCatalogue.Same(p.SystemName, name));
                    descriptor.Installed = false;
                }
                catch (Exception exception)
                {
                    await logger.ErrorAsync($"The plugin '{name}' could not be uninstalled", exception);
                }

            catalogue.State.PluginNamesToUninstall.RemoveAll(n => PluginCatalogue.Same(n, name));
        }

        catalogue.Save();
    }

    /// <summary>Installs what is queued for it. A plugin that fails stays queued for the next start.</summary>
    public async Task InstallAsync()
    {
        foreach (var descriptor in catalogue.All.Where(d => IsQueuedToInstall(d.SystemName)))
            try
            {
                if (!descriptor.Installed)
                {
                    await migrations.ApplyUpMigrationsAsync(descriptor.ReferencedAssembly, MigrationProcessType.Installation);
                    await migrations.ApplyUpMigrationsAsync(descriptor.ReferencedAssembly, MigrationProcessType.Update, commitVersionOnly: true);
                    await Instance(descriptor).InstallAsync();
                    await activities.InsertActivityAsync("InstallNewPlugin", $"Installed a new plugin (SystemName: '{descriptor.SystemName}')");
                }

                catalogue.State.InstalledPlugins.RemoveAll(p => PluginCatalogue.Same(p.SystemName, descriptor.SystemName));
                catalogue.State.InstalledPlugins.Add(new InstalledPlugin(descriptor.SystemName, descriptor.Version));
                catalogue.State.PluginNamesToInstall.RemoveAll(n => PluginCatalogue.Same(n, descriptor.SystemName));
                descriptor.Installed = true;
            }
            catch (Exception exception)
            {
                await logger.ErrorAsync($"The plugin '{descriptor.SystemName}' could not be installed", exception);
            }

        catalogue.Save();
    }

    /// <summary>Brings installed plugins to the version that lies in their folder. What a plugin throws here is not caught.</summary>
    public async Task UpdateAsync()
    {
        foreach (var installed in catalogue.State.InstalledPlugins.ToList())
        {
            if (catalogue.Find(installed.SystemName) is not { ReferencedAssembly: not null } descriptor || descriptor.Version == installed.Version)
                continue;
            await migrations.ApplyUpMigrationsAsync(descriptor.ReferencedAssembly, MigrationProcessType.Update);
            await Instance(descriptor).UpdateAsync(installed.Version, descriptor.Version);
            await activities.InsertActivityAsync("UpdatePlugin", $"Updated a plugin (SystemName: '{descriptor.SystemName}')");
            catalogue.State.InstalledPlugins.Remove(installed);
            catalogue.State.InstalledPlugins.Add(installed with { Version = descriptor.Version });
        }

        catalogue.Save();
    }

    private IPlugin Instance(PluginDescriptor descriptor)
    {
        return PluginInstances.Create(services, descriptor) ?? throw new NopException($"The plugin '{descriptor.SystemName}' has no class that is a plugin.");
    }
}
