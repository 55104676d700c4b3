using Microsoft.AspNetCore.Mvc;
using Nop.Services.Messages;
using Nop.Services.Plugins;
using Nop.Services.Security;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Plugins;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The list of plugins, from which they are queued to be installed or uninstalled at the next restart.</summary>
public sealed class PluginController(
    INotificationService notificationService,
    IPluginManager<IPlugin> pluginManager,
    PluginService pluginService) : AdminController
{
    private static readonly string[] _logos = ["logo.png", "logo.jpg", "logo.gif"];

    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    public async Task<IActionResult> List()
    {
        var active = (await pluginManager.LoadAllPluginsAsync()).ToDictionary(p => p.PluginDescriptor.SystemName, StringComparer.OrdinalIgnoreCase);
        ViewBag.HasChanges = pluginService.HasChanges;
        return View(pluginService.All.Select(descriptor => new PluginModel
        {
            Group = descriptor.Group,
            FriendlyName = descriptor.FriendlyName,
            SystemName = descriptor.SystemName,
            Version = descriptor.Version,
            Author = descriptor.Author,
            Description = descriptor.Description,
            LogoUrl = LogoUrl(descriptor),
            ConfigurationUrl = active.GetValueOrDefault(descriptor.SystemName)?.GetConfigurationPageUrl(),
            Installed = descriptor.Installed,
            IsQueuedForInstall = pluginService.IsQueuedToInstall(descriptor.SystemName),
            IsQueuedForUninstall = pluginService.IsQueuedToUninstall(descriptor.SystemName)
        }).ToList());
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    public IActionResult Install(string systemName)
    {
        pluginService.PrepareToInstall(systemName);
        return RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    public async Task<IActionResult> Uninstall(string systemName)
    {
        try
        {
            await pluginService.PrepareToUninstallAsync(systemName);
        }
        catch (Exception exception)
        {
            // A plugin vetoes its removal by whatever exception it likes.
            await notificationService.ErrorNotificationAsync(exception);
        }

        return RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    public IActionResult DiscardChanges()
    {
        pluginService.ResetChanges();
        return RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    public async Task<IActionResult> ApplyChanges()
    {
        await pluginService.ApplyChangesAsync();
        return View("RestartApplication");
    }

    private string? LogoUrl(PluginDescriptor descriptor)
    {
        if (Path.GetDirectoryName(descriptor.OriginalAssemblyFile) is not { Length: > 0 } folder)
            return null;

        var logo = _logos.FirstOrDefault(name => System.IO.File.Exists(Path.Combine(folder, name)));
        return logo is null ? null : Url.Content($"~/Plugins/{Path.GetFileName(folder)}/{logo}");
    }
}
