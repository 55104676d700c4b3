using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences;

/// <summary>
/// Does what follows from membership, out of the way of the worker that finds it: waits for a signal and then does every <see cref="IAudienceWork"/> once.
/// It runs wherever the plugin is loaded, installed or not, and what goes wrong never ends it: the schedule task takes what is left.
/// </summary>
public class AudienceWorker(AudienceSignal signal, PluginState state, IServiceScopeFactory scopeFactory, ILogger<AudienceWorker> logger) : BackgroundService
{
    private const string Message = "Customer segments: what was to be done with the members of a segment could not be done; the schedule task will try again.";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was left when the process ended last.
        signal.Send();
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await signal.WaitAsync(stoppingToken);
                await WorkAsync(stoppingToken);
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

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        if (!await state.IsInstalledAsync())
            return;

        await using var scope = scopeFactory.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IAudienceWork>())
            try
            {
                await work.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                await ReportAsync(exception);
            }
    }

    /// <summary>Writes to the shop's own log, where a merchant sees it, if that works. Nothing is wrong where the plugin was just uninstalled.</summary>
    private async Task ReportAsync(Exception cause)
    {
        try
        {
            if (!await state.IsInstalledAsync())
                return;

            logger.LogError(cause, Message);
            await using var scope = scopeFactory.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Nop.Services.Logging.ILogger>().ErrorAsync(Message, cause);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Customer segments: the shop's log could not be written either.");
        }
    }
}
