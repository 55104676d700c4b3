using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Writes who entered and left a segment, with the history and what triggers are to do, into the transaction of the step.</summary>
public class MembershipWriter(
    IRepository<SegmentMember> members, IRepository<SegmentMembershipChange> changes, TriggerOutbox outbox, TimeProvider timeProvider)
{
    /// <summary>Ids in the list of one statement at most.</summary>
    private const int ListSize = 1_000;

    /// <summary>Writes the difference.</summary>
    public async Task<MembershipDifference> WriteAsync(int segmentId, IReadOnlyList<int> entered, IReadOnlyList<int> left, MembershipChangeReason reason)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        foreach (var ids in left.Chunk(ListSize))
        {
            var list = ids.ToList();
            await members.DeleteAsync(member => member.SegmentId == segmentId && list.Contains(member.CustomerId));
        }

        await BulkRows.InsertAsync(members, entered.Select(id => new SegmentMember { SegmentId = segmentId, CustomerId = id, EnteredOnUtc = now }));
        await BulkRows.InsertAsync(changes, left.Select(id => Change(id, false)).Concat(entered.Select(id => Change(id, true))));
        await outbox.NoteAsync(segmentId, entered, left, now);
        return new MembershipDifference(segmentId, entered, left, reason, now);

        SegmentMembershipChange Change(int customerId, bool isEntry) => new()
        {
            SegmentId = segmentId,
            CustomerId = customerId,
            Entered = isEntry,
            Reason = reason,
            CreatedOnUtc = now
        };
    }
}
