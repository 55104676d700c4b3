using Nop.Core;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>The segments themselves, and who is in them.</summary>
public interface ISegmentService
{
    /// <summary>One segment, or null.</summary>
    Task<Segment?> GetByIdAsync(int segmentId);

    /// <summary>All segments, or only the active ones, by name.</summary>
    Task<IList<Segment>> GetAllAsync(bool activeOnly = false);

    /// <summary>One page of the segments whose name contains the text (all when it is empty), by name.</summary>
    Task<IPagedList<Segment>> SearchAsync(string? name, int pageIndex, int pageSize);

    /// <summary>Adds a segment. It is Computing at first: its members are found right after, in the background.</summary>
    Task InsertAsync(Segment segment);

    /// <summary>
    /// Saves what a merchant can change: name, description, active, rules, guests. Numbers and state are kept as they are stored, and are put
    /// into the given segment. With other rules, or made active, it becomes Computing: its members are brought up to date right after, in
    /// the background; until then the old ones stay.
    /// </summary>
    Task UpdateAsync(Segment segment);

    /// <summary>
    /// Deletes a segment with its members and their history. Campaigns and discounts that chose it keep the choice, and reach nobody until somebody
    /// chooses anew.
    /// </summary>
    Task DeleteAsync(Segment segment);

    /// <summary>Adds a segment with the same rules, inactive.</summary>
    Task<Segment> CopyAsync(Segment segment, string newName);

    /// <summary>Asks for a full refresh in the background, right after the request; the segment is Computing until it is done.</summary>
    Task RequestRefreshAsync(int segmentId);

    /// <summary>
    /// Stops the full refresh that goes on or is asked for, after the range that it is at; the segment is Stopped then. False when there is none.
    /// </summary>
    Task<bool> CancelRefreshAsync(int segmentId);

    /// <summary>The ids of the active segments that the customer is in. One indexed look-up, once per request and customer.</summary>
    Task<IReadOnlySet<int>> GetSegmentIdsAsync(int customerId);

    /// <summary>Whether the customer is in the segment, and the segment is active.</summary>
    Task<bool> IsMemberAsync(int segmentId, int customerId);

    /// <summary>The ids of the members, active or not, as a query to join with or to look into.</summary>
    IQueryable<int> MemberIds(int segmentId);
}
