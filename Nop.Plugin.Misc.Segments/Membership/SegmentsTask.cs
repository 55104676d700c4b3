using Microsoft.Extensions.Hosting;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Services.ScheduleTasks;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// The schedule's part: takes what the worker left in the queue, tries again what was set aside, refreshes the segments that time has changed, that
/// failed, or that were saved and not refreshed yet, keeps the history, fires triggers, gives and takes roles, and clears up after discounts that are gone.
/// </summary>
public class SegmentsTask(
    QueueDrainer drainer,
    SetAsideRetry setAsideRetry,
    SegmentRefresher refresher,
    MembershipHistory history,
    RequirementSweeper requirements,
    TriggerRunner triggers,
    FiringSweeper firings,
    RoleSync roles,
    IHostApplicationLifetime lifetime) : IScheduleTask
{
    /// <summary>The name by which the shop finds this class.</summary>
    public static string TypeName => $"{typeof(SegmentsTask).FullName}, {typeof(SegmentsTask).Assembly.GetName().Name}";

    /// <inheritdoc />
    public async Task ExecuteAsync()
    {
        var stopping = lifetime.ApplicationStopping;
        await drainer.DrainAllAsync(stopping);
        await setAsideRetry.RetryAsync(stopping);
        await refresher.RefreshComputingAsync(stopping);
        await refresher.RefreshDueAsync(stopping);
        await history.KeepAsync(stopping);
        await triggers.RunAsync(stopping);
        await roles.SyncAllAsync(stopping);
        await requirements.SweepAsync();
        await firings.SweepAsync();
    }
}
