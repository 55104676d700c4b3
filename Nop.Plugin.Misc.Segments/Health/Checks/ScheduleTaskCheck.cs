using System.Globalization;
using Nop.Plugin.Misc.Segments.Factories;

namespace Nop.Plugin.Misc.Segments.Health.Checks;

/// <summary>
/// Finds a schedule task that is missing, off, late or failing. The shop starts its tasks by calling its own address: where that leads nowhere they
/// never run, and nothing but their last run tells of it.
/// </summary>
public sealed class ScheduleTaskCheck(TaskSchedule schedule, DisplayFormats formats) : IHealthCheck
{
    private const string Key = "Plugins.Misc.Segments.Health.Task";
    private const int SecondsPerMinute = 60;

    /// <inheritdoc />
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync()
    {
        var status = await schedule.GetAsync();
        if (status.Task is not { } task)
            return [await FindAsync(HealthSeverity.Problem, "Missing")];
        if (!task.Enabled)
            return [await FindAsync(HealthSeverity.Problem, "Off") with { Links = [await TasksAsync()] }];
        if (status.IsLate)
            return [await FindLateAsync(status, Math.Max(task.Seconds / SecondsPerMinute, 1).ToString(CultureInfo.CurrentCulture))];
        if (status.HasFailed)
            return [await FindAsync(HealthSeverity.Warning, "Failed") with { Links = [await LinkAsync("Log", "Log", "List")] }];
        return [];
    }

    private async Task<HealthFinding> FindLateAsync(ScheduleStatus status, string minutes)
    {
        var last = status.Task!.LastEndUtc ?? status.Task.LastStartUtc;
        var text = last is null
            ? await formats.FormatAsync($"{Key}.Never", minutes)
            : await formats.FormatAsync($"{Key}.Late", await formats.MomentAsync(last), minutes);
        return new HealthFinding(HealthSeverity.Problem, text, await formats.TextAsync($"{Key}.Late.ToDo"))
        {
            Links = [await LinkAsync("Stores", "Store", "List"), await TasksAsync(), await LinkAsync("Log", "Log", "List")]
        };
    }

    private async Task<HealthFinding> FindAsync(HealthSeverity severity, string what) =>
        new(severity, await formats.TextAsync($"{Key}.{what}"), await formats.TextAsync($"{Key}.{what}.ToDo"));

    private Task<HealthLink> TasksAsync() => LinkAsync("Tasks", "ScheduleTask", "List");

    private async Task<HealthLink> LinkAsync(string name, string controller, string action) =>
        new(await formats.TextAsync($"Plugins.Misc.Segments.Health.Link.{name}"), controller, action);
}
