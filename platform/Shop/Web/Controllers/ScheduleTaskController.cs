using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.ScheduleTasks;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The schedule tasks, each of which can be run at once.</summary>
public sealed class ScheduleTaskController(
    IDateTimeHelper dateTimeHelper,
    ILocalizationService localizationService,
    INotificationService notificationService,
    IScheduleTaskRunner taskRunner,
    IScheduleTaskService taskService) : AdminController
{
    [CheckPermission(StandardPermission.System.MANAGE_SCHEDULE_TASKS)]
    public IActionResult List()
    {
        var model = new ScheduleTaskSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.System.MANAGE_SCHEDULE_TASKS)]
    public async Task<IActionResult> List(ScheduleTaskSearchModel searchModel)
    {
        var page = (await taskService.GetAllTasksAsync(true)).ToPagedList(searchModel);
        var rows = new List<ScheduleTaskModel>();
        foreach (var task in page)
        {
            rows.Add(new ScheduleTaskModel
            {
                Id = task.Id,
                Name = task.Name,
                Seconds = task.Seconds,
                Enabled = task.Enabled,
                StopOnError = task.StopOnError,
                LastStart = await WhenAsync(task.LastStartUtc),
                LastEnd = await WhenAsync(task.LastEndUtc),
                LastSuccess = await WhenAsync(task.LastSuccessUtc)
            });
        }

        return Json(new ScheduleTaskListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.System.MANAGE_SCHEDULE_TASKS)]
    public async Task<IActionResult> TaskUpdate(ScheduleTaskModel model)
    {
        if (await taskService.GetTaskByIdAsync(model.Id) is not { } task)
            return ErrorJson(await localizationService.GetResourceAsync("Admin.System.ScheduleTasks.Unknown"));
        if (model.Seconds <= 0)
            return ErrorJson(await localizationService.GetResourceAsync("Admin.System.ScheduleTasks.Seconds.Positive"));

        if (!task.Enabled && model.Enabled)
            task.LastEnabledUtc = DateTime.UtcNow;
        task.Seconds = model.Seconds;
        task.Enabled = model.Enabled;
        task.StopOnError = model.StopOnError;
        await taskService.UpdateTaskAsync(task);
        return new NullJsonResult();
    }

    [HttpPost]
    [CheckPermission(StandardPermission.System.MANAGE_SCHEDULE_TASKS)]
    public async Task<IActionResult> RunNow(int id)
    {
        try
        {
            if (await taskService.GetTaskByIdAsync(id) is not { } task)
                return RedirectToAction(nameof(List));

            await taskRunner.ExecuteAsync(task, forceRun: true, throwException: true, ensureRunOncePerPeriod: false);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.System.ScheduleTasks.RunNow.Done"));
        }
        catch (Exception exception)
        {
            // Whatever a task throws is the admin's to read.
            await notificationService.ErrorNotificationAsync(exception);
        }

        return RedirectToAction(nameof(List));
    }

    private async Task<string?> WhenAsync(DateTime? utc)
    {
        return utc is { } time ? (await dateTimeHelper.ConvertToUserTimeAsync(time, DateTimeKind.Utc)).ToString("G") : null;
    }
}
