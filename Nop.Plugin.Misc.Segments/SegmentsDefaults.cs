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

    /// <summary>The permission to take the members of segments out of the shop as a file.</summary>
    public const string ExportPermission = "Segments.Export";

    /// <summary>The route of the list of segments.</summary>
    public const string ListRoute = "Plugin.Misc.Segments.List";

    /// <summary>The route of the settings page.</summary>
    public const string ConfigurationRoute = "Plugin.Misc.Segments.Configure";

    /// <summary>The route of the discount requirement's form; it takes discountId and discountRequirementId.</summary>
    public const string RequirementRoute = "Plugin.Misc.Segments.Requirement";

    /// <summary>The activity log's keyword for a new segment.</summary>
    public const string AddActivity = "AddNewSegment";

    /// <summary>The activity log's keyword for a changed segment.</summary>
    public const string EditActivity = "EditSegment";

    /// <summary>The activity log's keyword for a deleted segment.</summary>
    public const string DeleteActivity = "DeleteSegment";

    /// <summary>The activity log's keyword for members who were taken out of the shop as a file.</summary>
    public const string ExportActivity = "ExportSegment";

    /// <summary>The activity log's keyword for a campaign that is sent to segments.</summary>
    public const string SendActivity = "SendSegmentCampaign";

    /// <summary>The activity log's keyword for a new trigger.</summary>
    public const string AddTriggerActivity = "AddNewSegmentTrigger";

    /// <summary>The activity log's keyword for a changed trigger.</summary>
    public const string EditTriggerActivity = "EditSegmentTrigger";

    /// <summary>The activity log's keyword for a deleted trigger.</summary>
    public const string DeleteTriggerActivity = "DeleteSegmentTrigger";
}
