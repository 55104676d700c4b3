using Nop.Core.Domain.ScheduleTasks;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.ScheduleTasks;

namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>Reads how the schedule task fares.</summary>
public sealed class TaskSchedule(IScheduleTaskService scheduleTaskService, RefreshRunList runs, TimeProvider timeProvider)
{
    private const int Periods = 3;

    /// <summary>How it fares now.</summary>
    public async Task<ScheduleStatus> GetAsync()
    {
        if (await scheduleTaskService.GetTaskByTypeAsync(SegmentsTask.TypeName) is not { } task)
            return new ScheduleStatus(null, null, false);

        var period = TimeSpan.FromSeconds(Math.Max(task.Seconds, 1));
        var now = timeProvider.GetUtcNow().UtcDateTime;
        return new ScheduleStatus(task, NextOf(task, period), task.Enabled && now - await FindLastSignAsync(task) > period * Periods);
    }

    /// <summary>When it is expected next: a period after its last start, or after it was switched on.</summary>
    private static DateTime? NextOf(ScheduleTask task, TimeSpan period) => task.Enabled ? Latest(task.LastStartUtc, task.LastEnabledUtc) + period : null;

    /// <summary>When it was last seen to do anything. While it is at work on a long refresh, that refresh is seen to go on.</summary>
    private async Task<DateTime> FindLastSignAsync(ScheduleTask task) =>
        new[] { task.LastStartUtc, task.LastEndUtc, task.LastEnabledUtc, await runs.GetLastSignAsync() }.Max() ?? DateTime.MinValue;

    private static DateTime? Latest(DateTime? one, DateTime? other) => one is null || other > one ? other : one;
}
