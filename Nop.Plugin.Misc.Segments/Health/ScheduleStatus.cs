using Nop.Core.Domain.ScheduleTasks;

namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>How the schedule task fares.</summary>
/// <param name="Task">The task as the shop stores it; null when the shop has none.</param>
/// <param name="NextUtc">When it is expected to start next; null when it is off or missing.</param>
/// <param name="IsLate">Whether it has shown no sign of life for three of its periods, though it is on.</param>
public sealed record ScheduleStatus(ScheduleTask? Task, DateTime? NextUtc, bool IsLate)
{
    /// <summary>Whether its last run ended with an error.</summary>
    public bool HasFailed => Task is { LastEndUtc: { } ended } && (Task.LastSuccessUtc is null || Task.LastSuccessUtc < ended);
}
