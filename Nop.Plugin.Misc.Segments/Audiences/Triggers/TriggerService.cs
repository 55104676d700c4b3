using Nop.Core;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>The triggers themselves.</summary>
public class TriggerService(
    IRepository<SegmentTrigger> triggers, IRepository<TriggerFiring> firings, MembershipLock membershipLock, AudienceSignal signal, TimeProvider timeProvider)
{
    /// <summary>Firings that are deleted or changed at once.</summary>
    private const int Piece = 5_000;

    private const int Failed = (int)FiringState.Failed;

    /// <summary>One trigger, or null.</summary>
    public async Task<SegmentTrigger?> GetAsync(int triggerId) => await triggers.GetByIdAsync(triggerId);

    /// <summary>The triggers of a segment, those for entering first, by name.</summary>
    public async Task<IReadOnlyList<SegmentTrigger>> GetBySegmentAsync(int segmentId) => await triggers.Table
        .Where(trigger => trigger.SegmentId == segmentId).OrderBy(trigger => trigger.OnLeaving).ThenBy(trigger => trigger.Name).ThenBy(trigger => trigger.Id).ToListAsync();

    /// <summary>Adds a trigger. From then on it fires for who enters or leaves, if it is active.</summary>
    public async Task InsertAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        trigger.CreatedOnUtc = trigger.UpdatedOnUtc = timeProvider.GetUtcNow().UtcDateTime;
        await triggers.InsertAsync(trigger);
    }

    /// <summary>Saves a trigger. How far those who were members already are taken in is kept as it is stored.</summary>
    /// <exception cref="NopException">The trigger has been deleted.</exception>
    public async Task UpdateAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var found = await membershipLock.ChangeFiringsAsync(async () =>
        {
            if (await triggers.GetByIdAsync(trigger.Id) is not { } stored)
                return false;
            trigger.EnrolFromCustomerId = stored.EnrolFromCustomerId;
            trigger.CreatedOnUtc = stored.CreatedOnUtc;
            trigger.UpdatedOnUtc = timeProvider.GetUtcNow().UtcDateTime;
            await triggers.UpdateAsync(trigger, publishEvent: false);
            return true;
        });
        if (!found)
            throw new NopException("The trigger has been deleted.");
    }

    /// <summary>Deletes a trigger and all that is known of what it did.</summary>
    public async Task DeleteAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var id = trigger.Id;
        trigger.Active = false;
        await UpdateAsync(trigger);
        await DeleteFiringsAsync(id);
        await triggers.DeleteAsync(trigger);
    }

    /// <summary>Forgets what a trigger did and is to do, in pieces.</summary>
    public async Task DeleteFiringsAsync(int triggerId)
    {
        while (await firings.Table.Where(firing => firing.TriggerId == triggerId).OrderBy(firing => firing.Id).Take(Piece).Select(firing => firing.Id).ToListAsync()
               is { Count: > 0 } ids)
        {
            var last = ids[^1];
            await firings.DeleteAsync(firing => firing.TriggerId == triggerId && firing.Id <= last);
        }
    }

    /// <summary>Has a trigger fire, too, for those who are members now; in the background.</summary>
    public async Task EnrolMembersAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        await membershipLock.ChangeFiringsAsync(async () =>
        {
            if (await triggers.GetByIdAsync(trigger.Id) is not { OnLeaving: false } stored)
                return false;
            stored.EnrolFromCustomerId = trigger.EnrolFromCustomerId = 0;
            await triggers.UpdateAsync(stored, publishEvent: false);
            return true;
        });
        signal.Send();
    }

    /// <summary>Has tried again what was given up.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RetryAsync(int triggerId)
    {
        var count = await membershipLock.ChangeFiringsAsync(() => PutBackAsync(triggerId));
        signal.Send();
        return count;
    }

    private async Task<int> PutBackAsync(int triggerId)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        var failed = await firings.Table.Where(firing => firing.TriggerId == triggerId && firing.StateId == Failed).OrderBy(firing => firing.Id).Take(Piece).ToListAsync();
        foreach (var firing in failed)
        {
            firing.State = FiringState.Waiting;
            firing.Attempts = 0;
            firing.DueOnUtc = now;
            firing.EndedOnUtc = null;
        }

        if (failed.Count > 0)
            await firings.UpdateAsync(failed, publishEvent: false);
        return failed.Count;
    }
}
