using System.Text.Json;

namespace Shop.Plugins;

/// <summary>An installed plugin and the version it was last installed or updated to.</summary>
public sealed record InstalledPlugin(string SystemName, string Version);

/// <summary>Which plugins are installed and which wait for the next start; kept in the data folder, outside of the database.</summary>
public sealed class PluginsState
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public List<InstalledPlugin> InstalledPlugins { get; set; } = [];
    public List<string> PluginNamesToInstall { get; set; } = [];
    public List<string> PluginNamesToUninstall { get; set; } = [];

    /// <summary>The kept state; one that has the named plugins installed at the first start of all.</summary>
    public static PluginsState Load(string file, params string[] first)
    {
        return File.Exists(file)
            ? JsonSerializer.Deserialize<PluginsState>(File.ReadAllText(file)) ?? new PluginsState()
            : new PluginsState { PluginNamesToInstall = [.. first] };
    }

    public void Save(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, Json));
    }
}
