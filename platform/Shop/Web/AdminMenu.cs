using Nop.Core.Events;
using Nop.Services.Localization;
using Nop.Services.Security;
using Nop.Web.Framework;
using Nop.Web.Framework.Events;
using Nop.Web.Framework.Menu;

namespace Shop.Web;

/// <summary>
/// The menu of the admin area: the shop's own items, what the consumers of <see cref="AdminMenuCreatedEvent"/> add,
/// and of both only what the current customer may open.
/// </summary>
public sealed class AdminMenu(
    IEventPublisher eventPublisher,
    ILocalizationService localizationService,
    IHttpContextAccessor httpContextAccessor,
    LinkGenerator linkGenerator,
    IPermissionService permissionService) : IAdminMenu
{
    private const string LEAF_ICON = "far fa-dot-circle";
    private AdminMenuItem? _all;
    private AdminMenuItem? _visible;

    public async Task<AdminMenuItem> GetRootNodeAsync(bool showHidden = false)
    {
        if (showHidden)
            return _all ??= await CreateAsync();

        if (_visible is null)
        {
            _visible = await CreateAsync();
            await HideAsync(_visible, []);
        }

        return _visible;
    }

    public string GetMenuItemUrl(string controllerName, string actionName)
    {
        if (httpContextAccessor.HttpContext is not { } context || string.IsNullOrEmpty(controllerName) || string.IsNullOrEmpty(actionName))
            return string.Empty;

        return linkGenerator.GetPathByAction(context, actionName, controllerName, new { area = AreaNames.ADMIN, id = (string?)null }) ?? string.Empty;
    }

    private async Task<AdminMenuItem> CreateAsync()
    {
        var root = new AdminMenuItem { SystemName = "Home", Title = string.Empty };
        root.ChildNodes.Add(await LeafAsync("Dashboard", "Admin.Dashboard", "Home", "Index", "fas fa-desktop"));
        root.ChildNodes.Add(await GroupAsync("Catalog", "Admin.Catalog", "fas fa-book",
            await LeafAsync("Products", "Admin.Catalog.Products", "Product", "List", LEAF_ICON, StandardPermission.Catalog.PRODUCTS_VIEW)));
        root.ChildNodes.Add(await GroupAsync("Sales", "Admin.Sales", "fas fa-shopping-cart",
            await LeafAsync("Orders", "Admin.Orders", "Order", "List", LEAF_ICON, StandardPermission.Orders.ORDERS_VIEW),
            await LeafAsync("Gift cards", "Admin.GiftCards", "GiftCard", "List", LEAF_ICON, StandardPermission.Orders.GIFT_CARDS_VIEW)));
        root.ChildNodes.Add(await GroupAsync("Customers", "Admin.Customers", "far fa-user",
            await LeafAsync("Customers list", "Admin.Customers.Customers", "Customer", "List", LEAF_ICON, StandardPermission.Customers.CUSTOMERS_VIEW),
            await LeafAsync("Customer roles", "Admin.Customers.CustomerRoles", "CustomerRole", "List", LEAF_ICON,
                StandardPermission.Customers.CUSTOMER_ROLES_VIEW)));
        root.ChildNodes.Add(await GroupAsync("Promotions", "Admin.Promotions", "fas fa-tags",
            await LeafAsync("Discounts", "Admin.Promotions.Discounts", "Discount", "List", LEAF_ICON, StandardPermission.Promotions.DISCOUNTS_VIEW),
            await LeafAsync("Newsletter subscriptions", "Admin.Promotions.NewsLetterSubscriptions", "NewsLetterSubscription", "List", LEAF_ICON,
                StandardPermission.Promotions.SUBSCRIBERS_VIEW),
            await LeafAsync("Campaigns", "Admin.Promotions.Campaigns", "Campaign", "List", LEAF_ICON, StandardPermission.Promotions.CAMPAIGNS_VIEW)));
        root.ChildNodes.Add(await GroupAsync("Content Management", "Admin.ContentManagement", "fas fa-cubes",
            await LeafAsync("Message templates", "Admin.ContentManagement.MessageTemplates", "MessageTemplate", "List", LEAF_ICON,
                StandardPermission.ContentManagement.MESSAGE_TEMPLATES_VIEW)));
        root.ChildNodes.Add(await GroupAsync("Configuration", "Admin.Configuration", "fas fa-cogs",
            await LeafAsync("Local plugins", "Admin.Configuration.Plugins.Local", "Plugin", "List", LEAF_ICON,
                StandardPermission.Configuration.MANAGE_PLUGINS)));
        root.ChildNodes.Add(await GroupAsync("System", "Admin.System", "fas fa-cube",
            await LeafAsync("Log", "Admin.System.Log", "Log", "List", LEAF_ICON, StandardPermission.System.MANAGE_SYSTEM_LOG),
            await LeafAsync("Queued emails", "Admin.System.QueuedEmails", "QueuedEmail", "List", LEAF_ICON, StandardPermission.System.MANAGE_MESSAGE_QUEUE),
            await LeafAsync("Schedule tasks", "Admin.System.ScheduleTasks", "ScheduleTask", "List", LEAF_ICON,
                StandardPermission.System.MANAGE_SCHEDULE_TASKS)));
        await eventPublisher.PublishAsync(new AdminMenuCreatedEvent(this, root));
        return root;
    }

    private async Task<AdminMenuItem> LeafAsync(string systemName, string titleKey, string controller, string action, string icon, params string[] permissions)
    {
        return new AdminMenuItem
        {
            SystemName = systemName,
            Title = await localizationService.GetResourceAsync(titleKey),
            Url = GetMenuItemUrl(controller, action),
            IconClass = icon,
            PermissionNames = [.. permissions]
        };
    }

    private async Task<AdminMenuItem> GroupAsync(string systemName, string titleKey, string icon, params AdminMenuItem[] children)
    {
        return new AdminMenuItem
        {
            SystemName = systemName,
            Title = await localizationService.GetResourceAsync(titleKey),
            IconClass = icon,
            PermissionNames = [.. children.SelectMany(c => c.PermissionNames)],
            ChildNodes = [.. children]
        };
    }

    // A leaf is shown with all of its permissions, a group with any of them; an item without its own has its parent's.
    private async Task HideAsync(AdminMenuItem item, IList<string> inherited)
    {
        foreach (var child in item.ChildNodes)
        {
            var names = child.PermissionNames.Count > 0 ? child.PermissionNames : inherited;
            if (child.ChildNodes.Count > 0)
            {
                await HideAsync(child, names);
                child.Visible = child.Visible && child.ChildNodes.Any(c => c.Visible) && (names.Count == 0 || await MayAnyAsync(names));
            }
            else
            {
                child.Visible = child.Visible && !string.IsNullOrEmpty(child.Url) && await MayAllAsync(names);
            }
        }
    }

    private async Task<bool> MayAnyAsync(IList<string> names)
    {
        foreach (var name in names)
        {
            if (await permissionService.AuthorizeAsync(name))
                return true;
        }

        return false;
    }

    private async Task<bool> MayAllAsync(IList<string> names)
    {
        foreach (var name in names)
        {
            if (!await permissionService.AuthorizeAsync(name))
                return false;
        }

        return true;
    }
}
