using Nop.Services.ScheduleTasks;
using Nop.Services.Stores;

namespace Shop.Services.ScheduleTasks;

/// <summary>Asks the shop over HTTP, at its first store's address, to run each enabled task when its time has come.</summary>
internal sealed class TaskTimer(IServiceScopeFactory scopes, IHttpClientFactory clients, ILogger<TaskTimer> logger) : BackgroundService
{
    private const string PATH = "scheduletask/runtask";
    private readonly Dictionary<int, DateTimeOffset> _due = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the timer, once the shop's plugins are there.</summary>
    public void Start()
    {
        _ready.TrySetResult();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A shop that is closed before it was open, as when its address is taken, has no tasks.
        await Task.WhenAny(_ready.Task, Task.Delay(Timeout.Infinite, stoppingToken));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await TickAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The schedule of tasks could not be read.");
            }
    }

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tasks = await scope.ServiceProvider.GetRequiredService<IScheduleTaskService>().GetAllTasksAsync();
        // Real time, even where the shop's own clock stands.
        var now = DateTimeOffset.UtcNow;
        foreach (var gone in _due.Keys.Except(tasks.Select(t => t.Id)).ToList())
            _due.Remove(gone);
        foreach (var task in tasks)
        {
            if (!_due.TryGetValue(task.Id, out var due))
            {
                _due[task.Id] = now.AddSeconds(FirstDelay(task.LastStartUtc, task.Seconds, now));
                continue;
            }

            if (now < due)
                continue;
            _due[task.Id] = now.AddSeconds(task.Seconds);
            var store = (await scope.ServiceProvider.GetRequiredService<IStoreService>().GetAllStoresAsync()).FirstOrDefault();
            if (store is not null)
                _ = RunAsync(store.Url, task.Type, task.Name, stoppingToken);
        }
    }

    private static double FirstDelay(DateTime? lastStart, int seconds, DateTimeOffset now)
    {
        var left = lastStart is { } last ? (DateTime.SpecifyKind(last, DateTimeKind.Utc).AddSeconds(seconds) - now.UtcDateTime).TotalSeconds : 0;
        return Math.Clamp(left, 1, seconds);
    }

    private async Task RunAsync(string storeUrl, string type, string name, CancellationToken stoppingToken)
    {
        try
        {
            using var client = clients.CreateClient();
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("taskType", type)]);
            using var response = await client.PostAsync(new Uri(new Uri(storeUrl.TrimEnd('/') + "/"), PATH), form, stoppingToken);
            response.EnsureSuccessStatusCode();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning("The task '{Task}' could not be started at {Address}: {Reason}", name, storeUrl, exception.Message);
        }
        catch (OperationCanceledException)
        {
            // The shop is closing.
        }
    }
}
