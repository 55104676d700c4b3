using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Localization;
using Nop.Services.ScheduleTasks;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Prepares the settings page.</summary>
public sealed class SettingsModelFactory(
    DisplayFormats formats,
    ILocalizationService localizationService,
    IScheduleTaskService scheduleTaskService,
    SegmentsSettings settings)
{
    private const int SecondsPerMinute = 60;

    /// <summary>The page with what is stored.</summary>
    public async Task<SettingsModel> PrepareModelAsync()
    {
        var task = await scheduleTaskService.GetTaskByTypeAsync(SegmentsTask.TypeName);
        var model = new SettingsModel
        {
            OrderStatusIds = [.. settings.OrderStatusIds],
            PaymentStatusIds = [.. settings.PaymentStatusIds],
            IncludeGuestsByDefault = settings.IncludeGuestsByDefault,
            HistoryDays = settings.HistoryDays,
            FullRefreshDays = settings.FullRefreshDays,
            AllowPrivateWebhooks = settings.AllowPrivateWebhooks,
            PeriodMinutes = task is null ? 0 : Math.Max(task.Seconds / SecondsPerMinute, 1)
        };
        return await PrepareListsAsync(model);
    }

    /// <summary>Adds what is not posted: what there is to choose from, and how the task fares.</summary>
    public async Task<SettingsModel> PrepareListsAsync(SettingsModel model)
    {
        var task = await scheduleTaskService.GetTaskByTypeAsync(SegmentsTask.TypeName);
        model.TaskExists = task is not null;
        model.TaskEnabled = task is { Enabled: true };
        model.LastRun = task?.LastEndUtc is { } ended
            ? await formats.MomentAsync(ended)
            : await formats.TextAsync("Plugins.Misc.Segments.Settings.LastRun.Never");
        model.AvailableOrderStatuses = await ItemsAsync<OrderStatus>();
        model.AvailablePaymentStatuses = await ItemsAsync<PaymentStatus>();
        return model;
    }

    private async Task<List<SelectListItem>> ItemsAsync<TStatus>() where TStatus : struct, Enum
    {
        var items = new List<SelectListItem>();
        foreach (var status in Enum.GetValues<TStatus>())
        {
            var id = Convert.ToInt32(status, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
            items.Add(new SelectListItem(await localizationService.GetLocalizedEnumAsync(status), id));
        }

        return items;
    }
}
