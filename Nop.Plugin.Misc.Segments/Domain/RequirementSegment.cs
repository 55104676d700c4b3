using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>One segment that a discount requirement asks about.</summary>
public class RequirementSegment : BaseEntity
{
    /// <summary>The discount requirement.</summary>
    public int DiscountRequirementId { get; set; }

    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>
    /// What a requirement without a <see cref="RequirementMode" /> asks: false when the customer has to be in one of its segments, true when in none.
    /// </summary>
    public bool Excluded { get; set; }
}
