using System.Reflection;
using Nop.Core.Domain.Customers;

namespace Nop.Services.Plugins;

/// <summary>What every plugin's main class is.</summary>
public partial interface IPlugin
{
    string GetConfigurationPageUrl();
    PluginDescriptor PluginDescriptor { get; set; }
    Task InstallAsync();
    Task InstallSampleDataAsync();
    Task UninstallAsync();
    Task UpdateAsync(string currentVersion, string targetVersion);
    Task PreparePluginToUninstallAsync();
}

public abstract partial class BasePlugin : IPlugin
{
    public virtual PluginDescriptor PluginDescriptor { get; set; }

    public virtual string GetConfigurationPageUrl()
    {
        return null;
    }

    public virtual Task InstallAsync()
    {
        return Task.CompletedTask;
    }

    public virtual Task InstallSampleDataAsync()
    {
        return Task.CompletedTask;
    }

    public virtual Task UninstallAsync()
    {
        return Task.CompletedTask;
    }

    public virtual Task UpdateAsync(string currentVersion, string targetVersion)
    {
        return Task.CompletedTask;
    }

    public virtual Task PreparePluginToUninstallAsync()
    {
        return Task.CompletedTask;
    }
}

public partial interface IDescriptor
{
    string SystemName { get; set; }
    string FriendlyName { get; set; }
}

public partial class PluginDescriptorBaseInfo
{
    public virtual string SystemName { get; set; }
    public virtual string Version { get; set; }
}

/// <summary>What plugin.json says of a plugin, and what the shop knows of it.</summary>
public partial class PluginDescriptor : PluginDescriptorBaseInfo, IDescriptor
{
    public virtual string Group { get; set; }
    public virtual string FriendlyName { get; set; }
    public virtual IList<string> SupportedVersions { get; set; } = new List<string>();
    public virtual string Author { get; set; }
    public virtual int DisplayOrder { get; set; }
    public virtual string AssemblyFileName { get; set; }
    public virtual string Description { get; set; }
    public virtual IList<int> LimitedToStores { get; set; } = new List<int>();
    public virtual IList<int> LimitedToCustomerRoles { get; set; } = new List<int>();
    public virtual IList<string> DependsOn { get; set; } = new List<string>();
    public virtual bool Installed { get; set; }
    public virtual Type PluginType { get; set; }
    public virtual string OriginalAssemblyFile { get; set; }
    public virtual Assembly ReferencedAssembly { get; set; }
    public virtual bool ShowInPluginsList { get; set; } = true;
}

public partial interface IPluginManager<TPlugin> where TPlugin : class, IPlugin
{
    Task<IList<TPlugin>> LoadAllPluginsAsync(Customer customer = null, int storeId = 0);
    Task<TPlugin> LoadPluginBySystemNameAsync(string systemName, Customer customer = null, int storeId = 0);
    Task<IList<TPlugin>> LoadActivePluginsAsync(List<string> systemNames, Customer customer = null, int storeId = 0);
    bool IsPluginActive(TPlugin plugin, List<string> systemNames);
}
