using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// In how many of its segments a discount requirement wants the customer to be. A requirement of the plugin's first version has no such row: its
/// <see cref="RequirementSegment.Excluded" /> says it.
/// </summary>
public class RequirementMode : BaseEntity
{
    /// <summary>The discount requirement.</summary>
    public int DiscountRequirementId { get; set; }

    /// <summary>The number of <see cref="Match" />.</summary>
    public int MatchId { get; set; }

    /// <summary>In how many of them.</summary>
    public SegmentMatch Match
    {
        get => (SegmentMatch)MatchId;
        set => MatchId = (int)value;
    }
}
