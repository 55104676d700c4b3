using System.Reflection;
using Newtonsoft.Json.Linq;
using Nop.Core;
using Nop.Services.Plugins;
using Shop.Services.Common;

namespace Shop.Plugins;

/// <summary>The plugins in the Plugins folder. Only those that are installed or about to be are loaded.</summary>
public sealed class PluginCatalogue
{
    private readonly string _file;

    private PluginCatalogue(string file, PluginsState state, IReadOnlyList<PluginDescriptor> all)
    {
        _file = file;
        State = state;
        All = all;
    }

    public PluginsState State { get; }

    /// <summary>All plugins that fit this version of the shop, in the order in which they are loaded and installed.</summary>
    public IReadOnlyList<PluginDescriptor> All { get; }

    /// <summary>The assemblies whose types are part of the shop.</summary>
    public IReadOnlyList<Assembly> Assemblies => [.. All.Select(d => d.ReferencedAssembly).Where(a => a is not null)];

    /// <summary>Reads the folders and loads what is to be loaded.</summary>
    /// <param name="paths">Where the plugins and the shop's data are.</param>
    /// <param name="first">Plugins to install at the very first start.</param>
    public static PluginCatalogue Load(ShopPaths paths, params string[] first)
    {
        var file = Path.Combine(paths.Data, "plugins.json");
        var state = PluginsState.Load(file, first);
        var folders = Directory.Exists(paths.Plugins) ? Directory.GetDirectories(paths.Plugins) : [];
        var all = folders.Select(Read).OfType<PluginDescriptor>().OrderBy(d => d.DisplayOrder).ThenBy(d => d.SystemName).ToList();
        foreach (var descriptor in all)
        {
            descriptor.Installed = state.InstalledPlugins.Any(p => Same(p.SystemName, descriptor.SystemName));
            if (descriptor.Installed || state.PluginNamesToInstall.Any(name => Same(name, descriptor.SystemName)))
                Load(descriptor);
        }

        return new PluginCatalogue(file, state, all);
    }

    /// <summary>A catalogue over assemblies that are there already and need no folder: for tests and the command line.</summary>
    public static PluginCatalogue Of(IEnumerable<Assembly> assemblies)
    {
        var all = assemblies.Select(assembly =>
        {
            var name = assembly.GetName().Name!;
            var told = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? Read(folder) : null;
            var descriptor = told is not null && Same(told.AssemblyFileName, name + ".dll") ? told
                : new PluginDescriptor { SystemName = name, FriendlyName = name };
            descriptor.Installed = true;
            descriptor.ReferencedAssembly = assembly;
            descriptor.PluginType = PluginTypeOf(assembly);
            return descriptor;
        }).ToList();
        return new PluginCatalogue("", new PluginsState(), all);
    }

    public PluginDescriptor? Find(string systemName)
    {
        return All.FirstOrDefault(d => Same(d.SystemName, systemName));
    }

    public bool IsQueuedToInstall(string systemName)
    {
        return State.PluginNamesToInstall.Any(name => Same(name, systemName));
    }

    public bool IsQueuedToUninstall(string systemName)
    {
        return State.PluginNamesToUninstall.Any(name => Same(name, systemName));
    }

    public void Save()
    {
        State.Save(_file);
    }

    internal static bool Same(string a, string b)
    {
        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }

    private static PluginDescriptor? Read(string folder)
    {
        var file = Path.Combine(folder, "plugin.json");
        if (!File.Exists(file))
            return null;
        var json = JObject.Parse(File.ReadAllText(file));
        var descriptor = new PluginDescriptor
        {
            Group = (string?)json["Group"],
            FriendlyName = (string?)json["FriendlyName"],
            SystemName = (string?)json["SystemName"] ?? throw new NopException($"The plugin in '{folder}' has no system name."),
            Version = (string?)json["Version"],
            SupportedVersions = json["SupportedVersions"]?.ToObject<List<string>>() ?? ["2.00"],
            Author = (string?)json["Author"],
            DisplayOrder = (int?)json["DisplayOrder"] ?? 0,
            AssemblyFileName = (string?)json["FileName"],
            Description = (string?)json["Description"],
            LimitedToStores = json["LimitedToStores"]?.ToObject<List<int>>() ?? [],
            LimitedToCustomerRoles = json["LimitedToCustomerRoles"]?.ToObject<List<int>>() ?? [],
            DependsOn = json["DependsOnSystemNames"]?.ToObject<List<string>>() ?? [],
            OriginalAssemblyFile = Path.Combine(folder, (string?)json["FileName"] ?? "")
        };
        return descriptor.SupportedVersions.Contains(NopVersion.CURRENT_VERSION) ? descriptor : null;
    }

    // A type that cannot be loaded stops the shop here, as it does in nopCommerce.
    private static void Load(PluginDescriptor descriptor)
    {
        descriptor.ReferencedAssembly = Assembly.LoadFrom(descriptor.OriginalAssemblyFile);
        descriptor.PluginType = PluginTypeOf(descriptor.ReferencedAssembly);
    }

    private static Type? PluginTypeOf(Assembly assembly)
    {
        return assembly.GetTypes().FirstOrDefault(t => typeof(IPlugin).IsAssignableFrom(t) && t is { IsInterface: false, IsClass: true, IsAbstract: false });
    }
}
