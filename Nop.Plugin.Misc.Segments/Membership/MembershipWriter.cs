using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Writes who entered and left a segment, with the history, into the transaction of the step.</summary>
public class MembershipWriter(IRepository<SegmentMember> members, IRepository<SegmentMembershipChange> changes, TimeProvider timeProvider)
{
    /// <summary>Rows of one bulk call at most.</summary>
    private const int BulkSize = 10_000;

    /// <summary>Below so many rows single inserts are as fast, and the database gives the history its keys.</summary>
    private const int BulkFrom = 20;

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

        await InsertAsync(members, entered.Select(id => new SegmentMember { SegmentId = segmentId, CustomerId = id, EnteredOnUtc = now }));
        await InsertAsync(changes, left.Select(id => Change(id, false)).Concat(entered.Select(id => Change(id, true))));
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

    private static async Task InsertAsync<T>(IRepository<T> repository, IEnumerable<T> rows) where T : Nop.Core.BaseEntity
    {
        foreach (var chunk in rows.Chunk(BulkSize))
            if (chunk.Length >= BulkFrom)
                await repository.InsertAsync(chunk.ToList(), publishEvent: false);
            else
                foreach (var row in chunk)
                    await repository.InsertAsync(row, publishEvent: false);
    }
}
