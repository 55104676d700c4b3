using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The settings page.</summary>
public class SegmentSettingsController(
    DisplayFormats formats,
    INotificationService notificationService,
    SettingsModelFactory modelFactory,
    SettingsSaver saver) : SegmentsAdminController
{
    private const int MaximumMinutes = 24 * 60;
    private const int MaximumDays = 10 * 365;

    /// <summary>The page.</summary>
    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Configure() => PluginView("Settings/Configure", await modelFactory.PrepareModelAsync());

    /// <summary>Stores what the page says.</summary>
    [HttpPost]
    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Configure(SettingsModel model)
    {
        if (!model.OrderStatusIds.Exists(id => Enum.IsDefined((OrderStatus)id)))
            ModelState.AddModelError(nameof(model.OrderStatusIds), await formats.TextAsync("Plugins.Misc.Segments.Settings.OrderStatuses.Required"));

        if (!model.PaymentStatusIds.Exists(id => Enum.IsDefined((PaymentStatus)id)))
            ModelState.AddModelError(nameof(model.PaymentStatusIds), await formats.TextAsync("Plugins.Misc.Segments.Settings.PaymentStatuses.Required"));

        // Without the task there is no field for its period.
        if (model.PeriodMinutes is < 1 or > MaximumMinutes && (await modelFactory.PrepareListsAsync(model)).TaskExists)
            ModelState.AddModelError(
                nameof(model.PeriodMinutes), await formats.FormatAsync("Plugins.Misc.Segments.Settings.PeriodMinutes.Range", MaximumMinutes));

        if (model.HistoryDays is < 0 or > MaximumDays)
            ModelState.AddModelError(nameof(model.HistoryDays), await DaysErrorAsync());

        if (model.FullRefreshDays is < 0 or > MaximumDays)
            ModelState.AddModelError(nameof(model.FullRefreshDays), await DaysErrorAsync());

        if (!ModelState.IsValid)
            return PluginView("Settings/Configure", await modelFactory.PrepareListsAsync(model));

        var refreshed = await saver.SaveAsync(new SegmentsSettings
        {
            OrderStatusIds = model.OrderStatusIds.FindAll(id => Enum.IsDefined((OrderStatus)id)),
            PaymentStatusIds = model.PaymentStatusIds.FindAll(id => Enum.IsDefined((PaymentStatus)id)),
            IncludeGuestsByDefault = model.IncludeGuestsByDefault,
            HistoryDays = model.HistoryDays,
            FullRefreshDays = model.FullRefreshDays,
            AllowPrivateWebhooks = model.AllowPrivateWebhooks
        });
        if (model.PeriodMinutes > 0)
            await saver.SavePeriodAsync(model.PeriodMinutes);

        notificationService.SuccessNotification(refreshed == 0
            ? await formats.TextAsync("Plugins.Misc.Segments.Settings.Saved")
            : await formats.FormatAsync("Plugins.Misc.Segments.Settings.SavedAndRefreshing", refreshed));
        return RedirectToAction(nameof(Configure));
    }

    private Task<string> DaysErrorAsync() => formats.FormatAsync("Plugins.Misc.Segments.Settings.Days.Range", formats.Number(MaximumDays));
}
