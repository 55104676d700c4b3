using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Who entered and who left one segment in one step.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Entered">The ids of the customers who entered.</param>
/// <param name="Left">The ids of the customers who left.</param>
/// <param name="Reason">What made it happen.</param>
/// <param name="OccurredOnUtc">When.</param>
public sealed record MembershipDifference(
    int SegmentId, IReadOnlyList<int> Entered, IReadOnlyList<int> Left, MembershipChangeReason Reason, DateTime OccurredOnUtc)
{
    /// <summary>Nobody moved.</summary>
    public static MembershipDifference None(int segmentId, MembershipChangeReason reason) => new(segmentId, [], [], reason, default);

    /// <summary>Whether nobody moved.</summary>
    public bool IsEmpty => Entered.Count == 0 && Left.Count == 0;
}
