namespace Nop.Plugin.Misc.Segments;

/// <summary>Names that stand in more than one place.</summary>
public static class SegmentsDefaults
{
    /// <summary>The plugin's name in plugin.json.</summary>
    public const string SystemName = "Misc.Segments";

    /// <summary>The folder of the plugin in a shop.</summary>
    public const string PluginFolder = "~/Plugins/Misc.Segments";

    /// <summary>What the keys of all texts start with.</summary>
    public const string ResourcePrefix = "Plugins.Misc.Segments";

    /// <summary>The name of the menu item.</summary>
    public const string MenuSystemName = "Misc.Segments.List";

    /// <summary>The permission to make, change and delete segments.</summary>
    public const string ManagePermission = "Segments.Manage";

    /// <summary>The permission to look at segments and their members.</summary>
    public const string ViewPermission = "Segments.View";
}
