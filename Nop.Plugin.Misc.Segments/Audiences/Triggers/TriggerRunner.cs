using Microsoft.Extensions.DependencyInjection;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Does what is due, the oldest first, until nothing is.</summary>
public class TriggerRunner(
    IRepository<TriggerFiring> firings,
    IRepository<SegmentTrigger> triggers,
    TriggerEnrolment enrolment,
    WebhookBatch webhooks,
    IServiceScopeFactory scopeFactory,
    TimeProvider timeProvider) : IAudienceWork
{
    private const int Page = 200;
    private const int Waiting = (int)FiringState.Waiting;
    private const int Webhook = (int)TriggerAction.Webhook;

    /// <inheritdoc />
    /// <remarks>Runs until nothing is due. What fails is put off, so that this ends.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await enrolment.RunAsync(cancellationToken);
        while (await FindDueAsync() is { Count: > 0 } due)
            foreach (var id in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await using var scope = scopeFactory.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<FiringStep>().FireAsync(id);
            }

        await webhooks.SendDueAsync(cancellationToken);
    }

    private async Task<List<int>> FindDueAsync()
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        var hooks = triggers.Table.Where(trigger => trigger.ActionId == Webhook).Select(trigger => trigger.Id);
        return await firings.Table.Where(firing => firing.StateId == Waiting && firing.DueOnUtc <= now && !hooks.Contains(firing.TriggerId))
            .OrderBy(firing => firing.DueOnUtc).ThenBy(firing => firing.Id).Take(Page).Select(firing => firing.Id).ToListAsync();
    }
}
