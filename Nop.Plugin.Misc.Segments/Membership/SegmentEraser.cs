using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Deletes a segment with its members, their history and its triggers, in pieces small enough to hold no table for long. What campaigns and discounts chose stays:
/// a campaign then goes to nobody, and a discount is given to nobody, until somebody chooses anew.
/// </summary>
public class SegmentEraser(
    IRepository<Segment> segments,
    IRepository<SegmentMember> members,
    IRepository<SegmentMembershipChange> changes,
    TriggerService triggers,
    SegmentRows rows)
{
    private const int Piece = 10_000;

    /// <summary>Deletes it all, the segment last: when it breaks off, it can be done again.</summary>
    public async Task EraseAsync(Segment segment)
    {
        var id = segment.Id;
        await rows.ChangeAsync(id, row => row.Active = false);
        foreach (var trigger in await triggers.GetBySegmentAsync(id))
            await triggers.DeleteAsync(trigger);
        await DeletePiecesAsync(
            () => members.Table.Where(row => row.SegmentId == id).OrderBy(row => row.CustomerId).Select(row => row.CustomerId),
            last => members.DeleteAsync(row => row.SegmentId == id && row.CustomerId <= last));
        await DeletePiecesAsync(
            () => changes.Table.Where(row => row.SegmentId == id).OrderBy(row => row.Id).Select(row => row.Id),
            last => changes.DeleteAsync(row => row.SegmentId == id && row.Id <= last));
        await segments.DeleteAsync(segment);
    }

    /// <summary>Deletes up to the last key of each piece, until there is none.</summary>
    private static async Task DeletePiecesAsync(Func<IQueryable<int>> keys, Func<int, Task> deleteUpTo)
    {
        while (await keys().Take(Piece).ToListAsync() is { Count: > 0 } piece)
            await deleteUpTo(piece[^1]);
    }
}
