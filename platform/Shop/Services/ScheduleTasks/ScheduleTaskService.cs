using Nop.Core.Domain.ScheduleTasks;
using Nop.Data;
using Nop.Services.ScheduleTasks;

namespace Shop.Services.ScheduleTasks;

internal sealed class ScheduleTaskService(IRepository<ScheduleTask> tasks) : IScheduleTaskService
{
    public Task DeleteTaskAsync(ScheduleTask task)
    {
        return tasks.DeleteAsync(task, false);
    }

    public async Task<IList<ScheduleTask>> GetAllTasksAsync(bool showHidden = false)
    {
        return await tasks.GetAllAsync(query => query.Where(t => showHidden || t.Enabled).OrderByDescending(t => t.Seconds));
    }

    public Task<ScheduleTask> GetTaskByIdAsync(int taskId)
    {
        return tasks.GetByIdAsync(taskId);
    }

    public async Task<ScheduleTask> GetTaskByTypeAsync(string type)
    {
        if (string.IsNullOrWhiteSpace(type))
            return null!;
        return await tasks.Table.Where(t => t.Type == type).OrderByDescending(t => t.Id).FirstOrDefaultAsync();
    }

    public Task InsertTaskAsync(ScheduleTask task)
    {
        return tasks.InsertAsync(task, false);
    }

    public Task UpdateTaskAsync(ScheduleTask task)
    {
        return tasks.UpdateAsync(task, false);
    }
}
