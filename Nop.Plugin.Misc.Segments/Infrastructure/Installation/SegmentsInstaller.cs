using Nop.Core.Domain.Cms;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Configuration;
using Nop.Services.Discounts;
using Nop.Services.Logging;
using Nop.Services.ScheduleTasks;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Installation;

/// <summary>
/// Puts into the shop what the plugin needs beside its tables, and takes all of it out. Every step can be done again: a shop repeats an
/// installation that failed, and each node of a farm makes its own.
/// </summary>
public class SegmentsInstaller(
    LocaleInstaller locales,
    TriggerTemplates templates,
    ISettingService settingService,
    IScheduleTaskService scheduleTaskService,
    IPermissionService permissionService,
    IDiscountService discountService,
    SegmentRoles segmentRoles,
    RoleSync roleSync,
    IRepository<ActivityLogType> activityLogTypes,
    ILogger logger,
    TimeProvider timeProvider)
{
    private const int TaskPeriodInSeconds = 600;

    private static readonly Dictionary<string, string> Activities = new()
    {
        [SegmentsDefaults.AddActivity] = "Add a new segment",
        [SegmentsDefaults.EditActivity] = "Edit a segment",
        [SegmentsDefaults.DeleteActivity] = "Delete a segment",
        [SegmentsDefaults.ExportActivity] = "Download the members of a segment",
        [SegmentsDefaults.SendActivity] = "Send a campaign to segments",
        [SegmentsDefaults.AddTriggerActivity] = "Add a new trigger of a segment",
        [SegmentsDefaults.EditTriggerActivity] = "Edit a trigger of a segment",
        [SegmentsDefaults.DeleteTriggerActivity] = "Delete a trigger of a segment"
    };

    /// <summary>Puts everything into the shop that is not there yet.</summary>
    public async Task InstallAsync()
    {
        await AddSettingsAsync();
        await locales.AddMissingAsync();
        await templates.AddMissingAsync();
        await AddActivitiesAsync();
        await AddTaskAsync();
        await ActivateWidgetAsync();
    }

    /// <summary>Brings what a newer version added.</summary>
    public async Task UpdateAsync()
    {
        await locales.AddMissingAsync();
        await templates.AddMissingAsync();
        await AddActivitiesAsync();
        await AddTaskAsync();
    }

    /// <summary>Takes everything out of the shop but the tables, which the migration drops.</summary>
    public async Task UninstallAsync()
    {
        await RemoveRequirementsAsync();
        await segmentRoles.EndAllAsync();
        await roleSync.SyncAllAsync(CancellationToken.None);
        await DeactivateWidgetAsync();
        if (await scheduleTaskService.GetTaskByTypeAsync(SegmentsTask.TypeName) is { } task)
            await scheduleTaskService.DeleteTaskAsync(task);
        foreach (var type in await FindActivitiesAsync())
            await activityLogTypes.DeleteAsync(type);
        foreach (var permission in new SegmentsPermissions().AllConfigs)
            await permissionService.DeletePermissionAsync(permission.SystemName);
        await settingService.DeleteSettingAsync<SegmentsSettings>();
        await templates.RemoveAsync();
        await locales.RemoveAsync();
    }

    /// <summary>
    /// Takes our requirements off the shop's discounts and switches those discounts off: what was meant for a segment must not become
    /// everybody's unseen.
    /// </summary>
    private async Task RemoveRequirementsAsync()
    {
        var ours = (await discountService.GetAllDiscountRequirementsAsync())
            .Where(requirement => requirement.DiscountRequirementRuleSystemName == SegmentsDefaults.SystemName).ToList();
        foreach (var discountId in ours.Select(requirement => requirement.DiscountId).Distinct())
            if (await discountService.GetDiscountByIdAsync(discountId) is { IsActive: true } discount)
            {
                discount.IsActive = false;
                await discountService.UpdateDiscountAsync(discount);
                await logger.InformationAsync($"The discount \"{discount.Name}\" was limited to customer segments. It is switched off, because they are uninstalled.");
            }

        foreach (var requirement in ours)
            await discountService.DeleteDiscountRequirementAsync(requirement, false);
    }

    private async Task AddSettingsAsync()
    {
        if (await settingService.GetSettingAsync($"{nameof(SegmentsSettings)}.{nameof(SegmentsSettings.OrderStatusIds)}") is not null)
            return;

        await settingService.SaveSettingAsync(new SegmentsSettings
        {
            OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
            PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
        });
    }

    private async Task AddActivitiesAsync()
    {
        var present = (await FindActivitiesAsync()).Select(type => type.SystemKeyword).ToHashSet();
        foreach (var (keyword, name) in Activities.Where(activity => !present.Contains(activity.Key)))
            await activityLogTypes.InsertAsync(new ActivityLogType { SystemKeyword = keyword, Name = name, Enabled = true });
    }

    private async Task<List<ActivityLogType>> FindActivitiesAsync()
    {
        var keywords = Activities.Keys.ToList();
        return await activityLogTypes.Table.Where(type => keywords.Contains(type.SystemKeyword)).ToListAsync();
    }

    private async Task AddTaskAsync()
    {
        if (await scheduleTaskService.GetTaskByTypeAsync(SegmentsTask.TypeName) is not null)
            return;

        await scheduleTaskService.InsertTaskAsync(new ScheduleTask
        {
            Name = "Customer segments",
            Type = SegmentsTask.TypeName,
            Seconds = TaskPeriodInSeconds,
            Enabled = true,
            LastEnabledUtc = timeProvider.GetUtcNow().UtcDateTime
        });
    }

    private async Task ActivateWidgetAsync()
    {
        var settings = await settingService.LoadSettingAsync<WidgetSettings>();
        settings.ActiveWidgetSystemNames ??= [];
        if (settings.ActiveWidgetSystemNames.Contains(SegmentsDefaults.SystemName))
            return;

        settings.ActiveWidgetSystemNames.Add(SegmentsDefaults.SystemName);
        await settingService.SaveSettingAsync(settings);
    }

    private async Task DeactivateWidgetAsync()
    {
        var settings = await settingService.LoadSettingAsync<WidgetSettings>();
        if (settings.ActiveWidgetSystemNames?.RemoveAll(name => name == SegmentsDefaults.SystemName) > 0)
            await settingService.SaveSettingAsync(settings);
    }
}
