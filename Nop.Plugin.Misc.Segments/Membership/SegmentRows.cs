using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Changes stored segments. A row is always read anew, changed and saved under one gate: a refresh that ends while a merchant saves must not
/// bring back the old name or rules.
/// </summary>
public class SegmentRows(IRepository<Segment> segments, MembershipGates gates)
{
    /// <summary>The segment as it is stored, or null.</summary>
    public async Task<Segment?> GetAsync(int segmentId) => await segments.GetByIdAsync(segmentId);

    /// <summary>Changes a segment and returns it as it is stored then; null when it is gone.</summary>
    public async Task<Segment?> ChangeAsync(int segmentId, Action<Segment> change, bool publishEvent = false)
    {
        await gates.Rows.WaitAsync();
        try
        {
            if (await segments.GetByIdAsync(segmentId) is not { } segment)
                return null;
            change(segment);
            await segments.UpdateAsync(segment, publishEvent);
            return segment;
        }
        finally
        {
            gates.Rows.Release();
        }
    }
}
