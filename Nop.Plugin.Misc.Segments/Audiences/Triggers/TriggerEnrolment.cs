using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// Takes in those who are members already, where a merchant asked for that: some at a time, each time with how far it is, so that it goes on where it
/// stopped and takes nobody in twice.
/// </summary>
public class TriggerEnrolment(
    IRepository<SegmentTrigger> triggers,
    IRepository<SegmentMember> members,
    TriggerOutbox outbox,
    MembershipLock membershipLock,
    TimeProvider timeProvider)
{
    /// <summary>Members of one step.</summary>
    private const int Size = 5_000;

    /// <summary>Takes in all who are still to be taken in.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await triggers.Table.Where(trigger => trigger.EnrolFromCustomerId != null && trigger.Active).Select(trigger => trigger.Id).ToListAsync();
        foreach (var id in open)
            while (await membershipLock.RunAsync(() => membershipLock.ChangeFiringsAsync(() => EnrolAsync(id)), cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Whether there may be more.</summary>
    private async Task<bool> EnrolAsync(int triggerId)
    {
        if (await triggers.GetByIdAsync(triggerId) is not { Active: true, EnrolFromCustomerId: { } from } trigger)
            return false;

        var segmentId = trigger.SegmentId;
        var ids = await members.Table.Where(member => member.SegmentId == segmentId && member.CustomerId >= from)
            .OrderBy(member => member.CustomerId).Take(Size).Select(member => member.CustomerId).ToListAsync();
        await outbox.AddAsync(trigger, ids, timeProvider.GetUtcNow().UtcDateTime);
        trigger.EnrolFromCustomerId = ids.Count < Size ? null : ids[^1] + 1;
        await triggers.UpdateAsync(trigger, publishEvent: false);
        return trigger.EnrolFromCustomerId is not null;
    }
}
