using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Customers have entered a segment. Published once what happened is stored, on the node that stored it; a crash at that very moment loses the event,
/// not the entry: what must not miss any reads <see cref="SegmentMembershipChange"/> from where it last stopped.
/// </summary>
/// <param name="segmentId">The segment.</param>
/// <param name="customerIds">The customers: those of one step, some 20,000 at most.</param>
/// <param name="reason">What made it happen.</param>
/// <param name="occurredOnUtc">When.</param>
public class CustomersEnteredSegmentEvent(int segmentId, IReadOnlyList<int> customerIds, MembershipChangeReason reason, DateTime occurredOnUtc)
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; } = segmentId;

    /// <summary>The customers.</summary>
    public IReadOnlyList<int> CustomerIds { get; } = customerIds;

    /// <summary>What made it happen.</summary>
    public MembershipChangeReason Reason { get; } = reason;

    /// <summary>When, in UTC.</summary>
    public DateTime OccurredOnUtc { get; } = occurredOnUtc;
}

/// <summary>Customers have left a segment. Published as <see cref="CustomersEnteredSegmentEvent"/> is.</summary>
/// <param name="segmentId">The segment.</param>
/// <param name="customerIds">The customers: those of one step, some 20,000 at most.</param>
/// <param name="reason">What made it happen.</param>
/// <param name="occurredOnUtc">When.</param>
public class CustomersLeftSegmentEvent(int segmentId, IReadOnlyList<int> customerIds, MembershipChangeReason reason, DateTime occurredOnUtc)
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; } = segmentId;

    /// <summary>The customers.</summary>
    public IReadOnlyList<int> CustomerIds { get; } = customerIds;

    /// <summary>What made it happen.</summary>
    public MembershipChangeReason Reason { get; } = reason;

    /// <summary>When, in UTC.</summary>
    public DateTime OccurredOnUtc { get; } = occurredOnUtc;
}
