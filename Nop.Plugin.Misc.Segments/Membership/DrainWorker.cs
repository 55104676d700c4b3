using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Works after the responses: waits for a signal, empties the queue, and refreshes the segments that were saved. It runs wherever the plugin is
/// loaded, installed or not, and what goes wrong never ends it: the schedule task takes what is left.
/// </summary>
public class DrainWorker(DrainSignal signal, PluginState state, QueueDrainer drainer, IServiceScopeFactory scopeFactory, ILogger<DrainWorker> logger)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was left when the process ended last.
        signal.Send();
        var settles = false;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                var marks = await signal.WaitAsync(settles ? SegmentRefresher.Settling : Timeout.InfiniteTimeSpan, stoppingToken);
                settles = marks is not null;
                await WorkAsync(marks, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                await ReportAsync(exception);
            }
    }

    /// <summary>After a signal the queue is emptied; when it has been quiet for a while, what had to wait for that is done.</summary>
    private async Task WorkAsync(DirtyMarks? marks, CancellationToken stoppingToken)
    {
        if (!await state.IsInstalledAsync())
            return;

        if (marks is not null)
            await drainer.DrainAsync(marks, stoppingToken);
        await using var scope = scopeFactory.CreateAsyncScope();
        var refresher = scope.ServiceProvider.GetRequiredService<SegmentRefresher>();
        if (marks is not null)
            await refresher.RefreshComputingAsync(stoppingToken);
        else
            await refresher.RefreshSettledAsync(stoppingToken);
    }

    /// <summary>Writes to the shop's own log, where a merchant sees it, if that works. Nothing is wrong where the plugin was just uninstalled.</summary>
    private async Task ReportAsync(Exception cause)
    {
        try
        {
            if (!await state.IsInstalledAsync())
                return;

            logger.LogError(cause, "Customer segments: the queue could not be drained; the schedule task will try again.");
            await using var scope = scopeFactory.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Nop.Services.Logging.ILogger>()
                .ErrorAsync("Customer segments: the queue could not be drained; the schedule task will try again.", cause);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Customer segments: the shop's log could not be written either.");
        }
    }
}
