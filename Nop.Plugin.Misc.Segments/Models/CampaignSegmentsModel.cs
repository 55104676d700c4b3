using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The part of the campaign page that says which segments get the campaign, and sends it to them.</summary>
public record CampaignSegmentsModel : BaseNopModel
{
    /// <summary>The campaign; 0 for one that is not saved yet.</summary>
    public int CampaignId { get; set; }

    /// <summary>The segments; none for everybody.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Campaign.Segments")]
    public List<int> SegmentIds { get; set; } = [];

    /// <summary>The segments that do not get it.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Campaign.Excluded")]
    public List<int> ExcludedSegmentIds { get; set; } = [];

    /// <summary>The segments there are, and the chosen ones that are gone.</summary>
    public List<SelectListItem> AvailableSegments { get; set; } = [];

    /// <summary>The same for those that do not get it.</summary>
    public List<SelectListItem> AvailableExcludedSegments { get; set; } = [];

    /// <summary>Whether the visitor may see how many get it.</summary>
    public bool MayCount { get; set; }

    /// <summary>Whether the visitor may send it.</summary>
    public bool MaySend { get; set; }

    /// <summary>The latest sending.</summary>
    public SendingModel Sending { get; set; } = new();
}
