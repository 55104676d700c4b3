using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// Does one thing for one customer: in one transaction, under the lock of triggers, it looks whether it is still to be done, does it, and stores that it
/// is done. Whatever breaks off, on whatever node, it is done once.
/// </summary>
public class FiringStep(
    IRepository<TriggerFiring> firings,
    FiringCheck check,
    IEnumerable<ITriggerAction> actions,
    MembershipLock membershipLock,
    DirtyCustomerMarker marker,
    DrainSignal drainSignal,
    ILogger logger,
    TimeProvider timeProvider)
{
    private DateTime UtcNow => timeProvider.GetUtcNow().UtcDateTime;

    /// <summary>Does it, or notes that it failed and when it is tried again.</summary>
    public async Task FireAsync(int firingId)
    {
        try
        {
            await membershipLock.ChangeFiringsAsync(() => marker.TogetherAsync(() => DoAsync(firingId)));
            drainSignal.Send();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await FailAsync(firingId, exception);
        }
    }

    private async Task<bool> DoAsync(int firingId)
    {
        if (await firings.GetByIdAsync(firingId) is not { State: FiringState.Waiting } firing)
            return false;

        var now = UtcNow;
        var (context, refusal) = await check.FindAsync(firing, now);
        var result = context is null ? new TriggerResult(refusal) : await ActionOf(context).DoAsync(context);
        firing.End(result.IsDone ? FiringState.Done : FiringState.Cancelled, result.Outcome, now, result.Detail, result.MadeId);
        await firings.UpdateAsync(firing, publishEvent: false);
        return true;
    }

    private async Task FailAsync(int firingId, Exception exception)
    {
        var failed = await membershipLock.ChangeFiringsAsync(async () =>
        {
            if (await firings.GetByIdAsync(firingId) is not { State: FiringState.Waiting } firing)
                return null;
            firing.Fail(exception.Message, UtcNow);
            await firings.UpdateAsync(firing, publishEvent: false);
            return firing;
        });

        // What a merchant can mend stands in the log of the trigger; the rest is for whoever looks after the shop.
        if (failed is { State: FiringState.Failed } && exception is not TriggerException)
            await logger.ErrorAsync($"A trigger of a customer segment failed for the customer {failed.CustomerId} and is given up.", exception);
    }

    private ITriggerAction ActionOf(TriggerContext context) => actions.FirstOrDefault(action => action.Action == context.Trigger.Action)
        ?? throw new InvalidOperationException($"Nothing is known that does \"{context.Trigger.Action}\".");
}
