using Nop.Services.Events;
using Nop.Services.Plugins;
using Nop.Web.Framework.Menu;

namespace Nop.Web.Framework.Events;

public abstract partial class BaseMenuItemCreatedEvent
{
    private readonly IAdminMenu _adminMenu;

    protected BaseMenuItemCreatedEvent(IAdminMenu adminMenu)
    {
        _adminMenu = adminMenu;
    }

    public virtual string GetMenuItemUrl(string controllerName, string actionName)
    {
        return _adminMenu.GetMenuItemUrl(controllerName, actionName);
    }
}

/// <summary>The admin menu is built; what a consumer adds to it is shown.</summary>
public partial class AdminMenuCreatedEvent : BaseMenuItemCreatedEvent
{
    public AdminMenuCreatedEvent(IAdminMenu adminMenu, AdminMenuItem rootMenuItem) : base(adminMenu)
    {
        RootMenuItem = rootMenuItem;
    }

    public AdminMenuItem RootMenuItem { get; set; }
}

public enum MenuItemInsertType
{
    After = 0,
    Before = 1,
    TryAfterThanBefore = 2,
    TryBeforeThanAfter = 3
}

/// <summary>Puts a plugin's item into the admin menu, once the plugin is installed.</summary>
public abstract partial class BaseAdminMenuCreatedEventConsumer : IConsumer<AdminMenuCreatedEvent>
{
    protected readonly IPluginManager<IPlugin> _pluginManager;

    protected BaseAdminMenuCreatedEventConsumer(IPluginManager<IPlugin> pluginManager)
    {
        _pluginManager = pluginManager;
    }

    protected abstract string PluginSystemName { get; }
    protected virtual MenuItemInsertType InsertType => MenuItemInsertType.Before;
    protected virtual string AfterMenuSystemName => string.Empty;
    protected virtual string BeforeMenuSystemName => string.Empty;

    protected virtual Task<bool> CheckAccessAsync()
    {
        return Task.FromResult(true);
    }

    protected virtual Task<AdminMenuItem> GetAdminMenuItemAsync(IPlugin plugin)
    {
        return Task.FromResult(plugin.GetAdminMenuItem());
    }

    public virtual async Task HandleEventAsync(AdminMenuCreatedEvent eventMessage)
    {
        if (await _pluginManager.LoadPluginBySystemNameAsync(PluginSystemName) is not { } plugin || !await CheckAccessAsync())
            return;

        if (await GetAdminMenuItemAsync(plugin) is not { } item)
            return;

        var root = eventMessage.RootMenuItem;
        switch (InsertType)
        {
            case MenuItemInsertType.After:
                root.InsertAfter(AfterMenuSystemName, item);
                break;
            case MenuItemInsertType.Before:
                root.InsertBefore(BeforeMenuSystemName, item);
                break;
            case MenuItemInsertType.TryAfterThanBefore:
                if (!root.InsertAfter(AfterMenuSystemName, item))
                    root.InsertBefore(BeforeMenuSystemName, item);
                break;
            case MenuItemInsertType.TryBeforeThanAfter:
                if (!root.InsertBefore(BeforeMenuSystemName, item))
                    root.InsertAfter(AfterMenuSystemName, item);
                break;
        }
    }
}
