using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>One customer entering or leaving one segment.</summary>
public class SegmentMembershipChange : BaseEntity
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>True for entering, false for leaving.</summary>
    public bool Entered { get; set; }

    /// <summary>The number behind <see cref="Reason"/>.</summary>
    public int ReasonId { get; set; }

    /// <summary>When.</summary>
    public DateTime CreatedOnUtc { get; set; }

    /// <summary>What made it happen.</summary>
    public MembershipChangeReason Reason
    {
        get => (MembershipChangeReason)ReasonId;
        set => ReasonId = (int)value;
    }
}
