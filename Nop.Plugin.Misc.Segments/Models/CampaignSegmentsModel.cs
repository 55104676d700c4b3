using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The part of the campaign page that says which segments get the campaign.</summary>
public record CampaignSegmentsModel : BaseNopModel
{
    /// <summary>The segments; none for everybody.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Campaign.Segments")]
    public List<int> SegmentIds { get; set; } = [];

    /// <summary>The segments there are, and the chosen ones that are gone.</summary>
    public List<SelectListItem> AvailableSegments { get; set; } = [];
}
