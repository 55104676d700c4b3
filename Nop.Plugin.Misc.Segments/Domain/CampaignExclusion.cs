using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>One segment that a campaign is not sent to.</summary>
public class CampaignExclusion : BaseEntity
{
    /// <summary>The campaign.</summary>
    public int CampaignId { get; set; }

    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }
}
