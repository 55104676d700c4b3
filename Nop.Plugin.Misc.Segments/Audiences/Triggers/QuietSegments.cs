using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// Keeps the segments whose members are being found by rules that are new. Each method is part of the transaction around it.
/// </summary>
public class QuietSegments(IRepository<QuietSegment> quiet, TimeProvider timeProvider)
{
    /// <summary>Whoever enters or leaves the segment has not become another: its rules have.</summary>
    public async Task AddAsync(int segmentId)
    {
        if (!await quiet.Table.AnyAsync(row => row.SegmentId == segmentId))
            await quiet.InsertAsync(new QuietSegment { SegmentId = segmentId, SinceUtc = timeProvider.GetUtcNow().UtcDateTime }, publishEvent: false);
    }

    /// <summary>Everybody has been looked at by the rules as they are.</summary>
    public Task RemoveAsync(int segmentId) => quiet.DeleteAsync(row => row.SegmentId == segmentId);

    /// <summary>Whether the members are being found by new rules.</summary>
    public Task<bool> ContainsAsync(int segmentId) => quiet.Table.AnyAsync(row => row.SegmentId == segmentId);
}
