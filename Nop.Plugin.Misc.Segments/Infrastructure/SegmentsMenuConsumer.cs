using Nop.Services.Localization;
using Nop.Services.Plugins;
using Nop.Web.Framework.Events;
using Nop.Web.Framework.Menu;
using Nop.Web.Framework.Mvc.Routing;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Puts "Segments" into the admin menu, below the list of customers.</summary>
public class SegmentsMenuConsumer(IPluginManager<IPlugin> pluginManager, ILocalizationService localizationService, INopUrlHelper urlHelper)
    : BaseAdminMenuCreatedEventConsumer(pluginManager)
{
    /// <inheritdoc />
    protected override string PluginSystemName => SegmentsDefaults.SystemName;

    /// <inheritdoc />
    protected override MenuItemInsertType InsertType => MenuItemInsertType.After;

    /// <inheritdoc />
    protected override string AfterMenuSystemName => "Customers list";

    /// <inheritdoc />
    protected override async Task<AdminMenuItem> GetAdminMenuItemAsync(IPlugin plugin) => new()
    {
        SystemName = SegmentsDefaults.MenuSystemName,
        Title = await localizationService.GetResourceAsync($"{SegmentsDefaults.ResourcePrefix}.Menu"),
        Url = urlHelper.RouteUrl(SegmentsDefaults.ListRoute),
        IconClass = "far fa-dot-circle",
        PermissionNames = [SegmentsDefaults.ViewPermission]
    };
}
