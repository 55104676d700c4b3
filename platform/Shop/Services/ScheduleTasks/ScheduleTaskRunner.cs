using Nop.Core.Caching;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Core.Infrastructure;
using Nop.Services.ScheduleTasks;
using ILogger = Nop.Services.Logging.ILogger;

namespace Shop.Services.ScheduleTasks;

internal sealed class ScheduleTaskRunner(IScheduleTaskService tasks, ILocker locker, ITypeFinder types, ILogger logger, IServiceProvider services)
    : IScheduleTaskRunner
{
    public async Task ExecuteAsync(ScheduleTask scheduleTask, bool forceRun = false, bool throwException = false, bool ensureRunOncePerPeriod = true)
    {
        if (!forceRun && scheduleTask?.Enabled != true)
            return;
        if (ensureRunOncePerPeriod && (IsRunning(scheduleTask!) || IsTooEarly(scheduleTask!)))
            return;

        try
        {
            // The lock's time is what it is, however long the task takes.
            var expiration = TimeSpan.FromSeconds(Math.Min(scheduleTask!.Seconds, 300) - 1);
            if (ensureRunOncePerPeriod)
                await locker.PerformActionWithLockAsync(scheduleTask.Type, expiration, () => RunAsync(scheduleTask));
            else
                await RunAsync(scheduleTask);
        }
        catch (Exception exception)
        {
            scheduleTask!.Enabled = scheduleTask.Enabled && !scheduleTask.StopOnError;
            scheduleTask.LastEndUtc = Now;
            await tasks.UpdateTaskAsync(scheduleTask);
            await logger.ErrorAsync($"Error while running the '{scheduleTask.Name}' schedule task. {exception.Message}", exception);
            if (throwException)
                throw;
        }
    }

    // Real time, like the timer's: a shop whose clock stands still has its tasks done.
    private static DateTime Now => DateTime.UtcNow;

    private async Task RunAsync(ScheduleTask task)
    {
        var type = Type.GetType(task.Type) ?? types.GetAssemblies().Select(a => a.GetType(task.Type.Split(',')[0].Trim())).FirstOrDefault(t => t is not null)
            ?? throw new InvalidOperationException($"Schedule task ({task.Type}) cannot by instantiated");
        var instance = (IScheduleTask)(services.GetService(type) ?? ActivatorUtilities.CreateInstance(services, type));
        task.LastStartUtc = Now;
        await tasks.UpdateTaskAsync(task);
        await instance.ExecuteAsync();
        task.LastEndUtc = task.LastSuccessUtc = Now;
        await tasks.UpdateTaskAsync(task);
    }

    private static bool IsRunning(ScheduleTask task)
    {
        if (task.LastStartUtc is null || task.LastEndUtc >= task.LastStartUtc)
            return false;
        return task.LastStartUtc.Value.AddSeconds(task.Seconds) > Now;
    }

    private static bool IsTooEarly(ScheduleTask task)
    {
        return task.LastStartUtc is { } last && last.AddSeconds(task.Seconds) > Now;
    }
}
