using System.Globalization;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Plugin.Misc.Segments.Health;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Plugin.Misc.Segments.Models.Health;
using Nop.Services.Logging;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Factories.Health;

/// <summary>Prepares the health page: asks all checks, and says how the queue and the schedule task fare.</summary>
public sealed class HealthModelFactory(
    IEnumerable<IHealthCheck> checks,
    DisplayFormats formats,
    ILogger logger,
    IPermissionService permissionService,
    QueueReader queue,
    RefreshGridFactory refreshes,
    TaskSchedule schedule)
{
    private const int SecondsPerMinute = 60;

    /// <summary>The page.</summary>
    public async Task<HealthModel> PrepareModelAsync()
    {
        var findings = await FindAsync();
        var figures = await queue.GetAsync();
        var model = new HealthModel
        {
            Summary = await SumUpAsync(findings),
            QueueWaiting = formats.Number(figures.Waiting),
            QueueOldest = figures.Oldest is { } oldest ? await formats.AgeAsync(oldest) : DisplayFormats.Nothing,
            SetAside = figures.SetAside,
            Task = await PrepareTaskAsync(await schedule.GetAsync()),
            HasRefreshes = await refreshes.AnyAsync(),
            CanManage = await permissionService.AuthorizeAsync(SegmentsDefaults.ManagePermission)
        };
        var rows = new List<HealthFindingModel>();
        foreach (var finding in findings)
            rows.Add(await PrepareAsync(finding));
        model.Findings = rows;
        return model;
    }

    /// <summary>What all checks find, the worst first. A check that fails is a finding itself: the others are asked all the same.</summary>
    private async Task<List<HealthFinding>> FindAsync()
    {
        var findings = new List<HealthFinding>();
        foreach (var check in checks)
            try
            {
                findings.AddRange(await check.CheckAsync());
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await logger.ErrorAsync($"Customer segments: the health check {check.GetType().Name} failed.", exception);
                findings.Add(new HealthFinding(
                    HealthSeverity.Warning,
                    await formats.FormatAsync("Plugins.Misc.Segments.Health.CheckFailed", exception.Message),
                    await formats.TextAsync("Plugins.Misc.Segments.Health.CheckFailed.ToDo")));
            }

        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }

    private async Task<HealthSummaryModel> SumUpAsync(IReadOnlyCollection<HealthFinding> findings)
    {
        var worst = findings.Count == 0 ? HealthSeverity.Advice : findings.Max(finding => finding.Severity);
        var name = worst == HealthSeverity.Advice ? "Fine" : worst.ToString();
        var count = findings.Count(finding => finding.Severity > HealthSeverity.Advice);
        return new HealthSummaryModel
        {
            Icon = worst == HealthSeverity.Advice ? "far fa-check-circle" : IconOf(worst),
            Look = worst == HealthSeverity.Advice ? "health-fine" : LookOf(worst),
            Title = await formats.TextAsync($"Plugins.Misc.Segments.Health.Summary.{name}"),
            Text = count switch
            {
                0 => await formats.TextAsync("Plugins.Misc.Segments.Health.Summary.Fine.Text"),
                1 => await formats.TextAsync("Plugins.Misc.Segments.Health.Summary.One"),
                _ => await formats.FormatAsync("Plugins.Misc.Segments.Health.Summary.Some", formats.Number(count))
            }
        };
    }

    private async Task<HealthFindingModel> PrepareAsync(HealthFinding finding) => new()
    {
        Icon = IconOf(finding.Severity),
        Look = LookOf(finding.Severity),
        Severity = await formats.TextAsync($"Plugins.Misc.Segments.Health.Severity.{finding.Severity}"),
        Text = finding.Text,
        WhatToDo = finding.WhatToDo,
        Links = finding.Links
    };

    private async Task<HealthTaskModel> PrepareTaskAsync(ScheduleStatus status) => new()
    {
        State = await PrepareTaskStateAsync(status),
        Period = status.Task is { } task ? await PeriodAsync(task) : DisplayFormats.Nothing,
        LastStart = await formats.MomentAsync(status.Task?.LastStartUtc),
        LastEnd = await formats.MomentAsync(status.Task?.LastEndUtc),
        LastSuccess = await formats.MomentAsync(status.Task?.LastSuccessUtc),
        Next = await formats.MomentAsync(status.NextUtc)
    };

    private async Task<SegmentStateModel> PrepareTaskStateAsync(ScheduleStatus status)
    {
        var (icon, name) = status switch
        {
            { Task: null } => ("fas fa-times-circle text-danger", "Missing"),
            { Task.Enabled: false } => ("fas fa-pause-circle text-danger", "Off"),
            { IsLate: true } => ("fas fa-times-circle text-danger", "Late"),
            { HasFailed: true } => ("fas fa-exclamation-triangle text-warning", "Failed"),
            _ => ("far fa-check-circle text-success", "Fine")
        };
        return new SegmentStateModel { Icon = icon, Text = await formats.TextAsync($"Plugins.Misc.Segments.Health.Task.State.{name}") };
    }

    private Task<string> PeriodAsync(ScheduleTask task) => formats.FormatAsync(
        "Plugins.Misc.Segments.Health.Task.Every", Math.Max(task.Seconds / SecondsPerMinute, 1).ToString(CultureInfo.CurrentCulture));

    private static string IconOf(HealthSeverity severity) => severity switch
    {
        HealthSeverity.Problem => "fas fa-times-circle",
        HealthSeverity.Warning => "fas fa-exclamation-triangle",
        _ => "far fa-lightbulb"
    };

    private static string LookOf(HealthSeverity severity) => severity switch
    {
        HealthSeverity.Problem => "health-problem",
        HealthSeverity.Warning => "health-warning",
        _ => "health-advice"
    };
}
