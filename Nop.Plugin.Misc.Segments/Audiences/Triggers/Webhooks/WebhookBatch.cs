using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;

/// <summary>
/// Sends what is due to other systems, up to a hundred customers at once. No transaction waits for the other system: what is being sent is put off for
/// a while first. Should the process die before it could note the answer, the same is sent again, with the same numbers.
/// </summary>
public class WebhookBatch(
    IRepository<TriggerFiring> firings,
    IRepository<SegmentTrigger> triggers,
    FiringCheck check,
    WebhookSender sender,
    MembershipLock membershipLock,
    TimeProvider timeProvider)
{
    /// <summary>Customers of one message at most.</summary>
    private const int Size = 100;

    private const int Waiting = (int)FiringState.Waiting;
    private const int Webhook = (int)TriggerAction.Webhook;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private DateTime UtcNow => timeProvider.GetUtcNow().UtcDateTime;

    /// <summary>Sends all that is due, trigger by trigger; a trigger whose system fails is left for later.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        foreach (var trigger in await triggers.Table.Where(trigger => trigger.ActionId == Webhook).ToListAsync())
            while (await TakeAsync(trigger) is { Taken: true } batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (batch.Contexts.Count > 0 && !await SendAsync(trigger, batch.Contexts, cancellationToken))
                    break;
            }
    }

    private Task<(bool Taken, List<TriggerContext> Contexts)> TakeAsync(SegmentTrigger trigger) => membershipLock.ChangeFiringsAsync(async () =>
    {
        var (id, now) = (trigger.Id, UtcNow);
        var due = await firings.Table.Where(firing => firing.TriggerId == id && firing.StateId == Waiting && firing.DueOnUtc <= now)
            .OrderBy(firing => firing.DueOnUtc).ThenBy(firing => firing.Id).Take(Size).ToListAsync();
        var contexts = new List<TriggerContext>();
        foreach (var firing in due)
        {
            var (context, refusal) = await check.FindAsync(firing, now);
            if (context is null)
                firing.End(FiringState.Cancelled, refusal, now);
            else
            {
                firing.DueOnUtc = now + Lease;
                contexts.Add(context);
            }
        }

        if (due.Count > 0)
            await firings.UpdateAsync(due, publishEvent: false);
        return (due.Count > 0, contexts);
    });

    private async Task<bool> SendAsync(SegmentTrigger trigger, List<TriggerContext> contexts, CancellationToken cancellationToken)
    {
        string? error = null;
        try
        {
            await sender.SendAsync(trigger, new WebhookMessage(
                trigger.OnLeaving ? WebhookMessage.Left : WebhookMessage.Entered,
                WebhookSegment.Of(contexts[0].Segment),
                contexts.ConvertAll(context => WebhookCustomer.Of(context.Firing, context.Customer))), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            error = exception.Message;
        }

        await NoteAsync(contexts.ConvertAll(context => context.Firing.Id), error);
        return error is null;
    }

    private Task NoteAsync(List<int> ids, string? error) => membershipLock.ChangeFiringsAsync(async () =>
    {
        var now = UtcNow;
        var sent = await firings.Table.Where(firing => ids.Contains(firing.Id)).ToListAsync();
        foreach (var firing in sent)
            if (error is null)
                firing.End(FiringState.Done, FiringOutcome.Delivered, now);
            else if (firing.State == FiringState.Waiting)
                firing.Fail(error, now);
        await firings.UpdateAsync(sent, publishEvent: false);
        return true;
    });
}
