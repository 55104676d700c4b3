using System.Runtime.Loader;

namespace Shop.Plugins;

/// <summary>Finds the assemblies of plugins, which the shop is built with but does not carry in its own folder.</summary>
internal static class PluginAssemblies
{
    private static bool _known;

    /// <summary>From now on an assembly that is asked for by name is looked for in the plugins' folders too.</summary>
    public static void Find(string plugins)
    {
        if (_known)
            return;
        _known = true;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var folders = Directory.Exists(plugins) ? Directory.GetDirectories(plugins) : [];
            var file = folders.Select(f => Path.Combine(f, name.Name + ".dll")).FirstOrDefault(File.Exists);
            return file is null ? null : context.LoadFromAssemblyPath(file);
        };
    }
}
