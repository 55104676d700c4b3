using Nop.Services.Plugins;

namespace Nop.Web.Framework.Menu;

/// <summary>The menu of the admin area.</summary>
public partial interface IAdminMenu
{
    Task<AdminMenuItem> GetRootNodeAsync(bool showHidden = false);
    string GetMenuItemUrl(string controllerName, string actionName);
}

public partial class AdminMenuItem
{
    private string _url;

    public string SystemName { get; set; }
    public string Title { get; set; }
    public string ControllerName { get; set; }
    public string ActionName { get; set; }
    public string IconClass { get; set; }
    public bool Visible { get; set; } = true;
    public bool OpenUrlInNewTab { get; set; }
    public IList<string> PermissionNames { get; set; } = [];
    public IList<AdminMenuItem> ChildNodes { get; set; } = [];

    /// <summary>The address; its last two segments, of three or more, name the controller and the action.</summary>
    public string Url
    {
        get => _url;
        set
        {
            _url = value;
            var path = (value ?? string.Empty).Split('?', 2)[0];
            var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (segments.Length < 3)
                return;

            ControllerName = segments[^2];
            ActionName = segments[^1];
        }
    }

    public bool ContainsSystemName(string systemName)
    {
        return GetItemBySystemName(systemName) is not null;
    }

    public AdminMenuItem GetItemBySystemName(string systemName)
    {
        // A node without a system name breaks this walk, as it does in a shop.
        if (SystemName.Equals(systemName, StringComparison.InvariantCultureIgnoreCase))
            return this;

        foreach (var child in ChildNodes)
        {
            if (child.GetItemBySystemName(systemName) is { } found)
                return found;
        }

        return null;
    }

    public virtual bool InsertBefore(string itemSystemName, AdminMenuItem newMenuItem)
    {
        return Insert(itemSystemName, newMenuItem, before: true);
    }

    public virtual bool InsertAfter(string itemSystemName, AdminMenuItem newMenuItem)
    {
        return Insert(itemSystemName, newMenuItem, before: false);
    }

    protected virtual bool Insert(string itemSystemName, AdminMenuItem newMenuItem, bool before)
    {
        for (var i = 0; i < ChildNodes.Count; i++)
        {
            if (ChildNodes[i].SystemName.Equals(itemSystemName, StringComparison.InvariantCultureIgnoreCase))
            {
                ChildNodes.Insert(before ? i : i + 1, newMenuItem);
                return true;
            }

            if (ChildNodes[i].Insert(itemSystemName, newMenuItem, before))
                return true;
        }

        return false;
    }
}

public static partial class PluginAdminMenuExtensions
{
    /// <summary>An item that leads to the plugin's configuration page.</summary>
    public static AdminMenuItem GetAdminMenuItem(this IPlugin plugin, string iconClass = "far fa-dot-circle")
    {
        var url = plugin.GetConfigurationPageUrl();
        if (string.IsNullOrEmpty(url))
            return null;

        return new AdminMenuItem
        {
            SystemName = plugin.PluginDescriptor.SystemName,
            Title = plugin.PluginDescriptor.FriendlyName,
            Url = url,
            IconClass = iconClass,
            Visible = true
        };
    }
}
