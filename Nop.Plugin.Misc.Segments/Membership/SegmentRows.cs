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

    /// <summary>Whether there is a segment in a state.</summary>
    public Task<bool> AnyAsync(SegmentState state)
    {
        var stateId = (int)state;
        return segments.Table.AnyAsync(segment => segment.StateId == stateId);
    }

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

    /// <summary>Changes several segments at once; those that are gone are left out.</summary>
    public Task ChangeAllAsync(IReadOnlyCollection<int> segmentIds, Action<Segment> change) => membershipLock.ChangeRowsAsync(async () =>
    {
        var ids = segmentIds.ToList();
        foreach (var segment in await segments.Table.Where(segment => ids.Contains(segment.Id)).OrderBy(segment => segment.Id).ToListAsync())
        {
            change(segment);
            await segments.UpdateAsync(segment, publishEvent: false);
        }

        return true;
    });

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
