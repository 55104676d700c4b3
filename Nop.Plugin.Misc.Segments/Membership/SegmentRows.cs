using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Changes stored segments. A row is always read anew, changed and saved under one lock: a refresh that ends while a merchant saves, on another node
/// even, must not bring back the old name or rules.
/// </summary>
public class SegmentRows(IRepository<Segment> segments, MembershipLock membershipLock, IEventPublisher eventPublisher)
{
    /// <summary>The segment as it is stored, or null.</summary>
    public async Task<Segment?> GetAsync(int segmentId) => await segments.GetByIdAsync(segmentId);

    /// <summary>Changes a segment and returns it as it is stored then; null when it is gone.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="change">Changes the row.</param>
    /// <param name="alongWith">What is stored in the same transaction, when the segment is there.</param>
    /// <param name="publishEvent">Whether the shop's other plugins are told.</param>
    public async Task<Segment?> ChangeAsync(int segmentId, Action<Segment> change, Func<Segment, Task>? alongWith = null, bool publishEvent = false)
    {
        var changed = await membershipLock.ChangeRowsAsync(async () =>
        {
            if (await segments.GetByIdAsync(segmentId) is not { } segment)
                return null;
            change(segment);
            await segments.UpdateAsync(segment, publishEvent: false);
            if (alongWith is not null)
                await alongWith(segment);
            return segment;
        });
        if (changed is not null && publishEvent)
            await eventPublisher.PublishAsync(new EntityUpdatedEvent<Segment>(changed));
        return changed;
    }

    /// <summary>Adds a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="alongWith">What is stored in the same transaction.</param>
    public async Task AddAsync(Segment segment, Func<Segment, Task> alongWith)
    {
        await membershipLock.ChangeRowsAsync(async () =>
        {
            await segments.InsertAsync(segment, publishEvent: false);
            await alongWith(segment);
            return segment;
        });
        await eventPublisher.PublishAsync(new EntityInsertedEvent<Segment>(segment));
    }
}
