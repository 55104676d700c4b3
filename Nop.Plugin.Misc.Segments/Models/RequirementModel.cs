using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The part of the discount page that says which segments a requirement asks for.</summary>
public record RequirementModel : BaseNopModel
{
    /// <summary>The discount.</summary>
    public int DiscountId { get; set; }

    /// <summary>The requirement; 0 before it is saved for the first time.</summary>
    public int RequirementId { get; set; }

    /// <summary>In how many of the segments the customer has to be.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Requirement.Match")]
    public SegmentMatch Match { get; set; }

    /// <summary>The segments; at least one.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Requirement.Segments")]
    public List<int> SegmentIds { get; set; } = [];

    /// <summary>The segments there are.</summary>
    public List<SelectListItem> AvailableSegments { get; set; } = [];

    /// <summary>Who is in the chosen segments, by their names, in plain words.</summary>
    public List<KeyValuePair<string, string>> Words { get; set; } = [];

    /// <summary>The chosen segments that cannot be relied on now, in words; empty when all can.</summary>
    public string Unreliable { get; set; } = string.Empty;

    /// <summary>What to do about prices that the shop caches for all customers together; empty for nothing.</summary>
    public string PriceCacheWarning { get; set; } = string.Empty;
}
