using Nop.Core.Domain.ScheduleTasks;
using Nop.Services.ScheduleTasks;
using Shop.Services.Messages;

namespace Shop.Infrastructure;

/// <summary>The schedule tasks that the shop itself has.</summary>
internal static class CoreTasks
{
    public static async Task EnsureAsync(IServiceProvider services)
    {
        var tasks = services.GetRequiredService<IScheduleTaskService>();
        var type = typeof(QueuedMessagesSendTask).FullName!;
        if (await tasks.GetTaskByTypeAsync(type) is null)
            await tasks.InsertTaskAsync(new ScheduleTask { Name = "Send emails", Seconds = 60, Type = type, Enabled = true });
    }
}
