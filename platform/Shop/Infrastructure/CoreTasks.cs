using Nop.Core.Domain.ScheduleTasks;
using Nop.Services.ScheduleTasks;
using Shop.Services.Customers;
using Shop.Services.Messages;

namespace Shop.Infrastructure;

/// <summary>The schedule tasks that the shop itself has.</summary>
internal static class CoreTasks
{
    public static async Task EnsureAsync(IServiceProvider services)
    {
        var tasks = services.GetRequiredService<IScheduleTaskService>();
        await EnsureAsync<QueuedMessagesSendTask>(tasks, "Send emails", 60);
        await EnsureAsync<DeleteGuestsTask>(tasks, "Delete guests", 600);
    }

    private static async Task EnsureAsync<TTask>(IScheduleTaskService tasks, string name, int seconds) where TTask : IScheduleTask
    {
        var type = typeof(TTask).FullName!;
        if (await tasks.GetTaskByTypeAsync(type) is null)
            await tasks.InsertTaskAsync(new ScheduleTask { Name = name, Seconds = seconds, Type = type, Enabled = true });
    }
}
