using Microsoft.AspNetCore.Mvc.Rendering;
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

    /// <summary>Whether the customer has to be in none of the segments, rather than in at least one.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Requirement.Excluded")]
    public bool Excluded { get; set; }

    /// <summary>The segments; at least one.</summary>
    [NopResourceDisplayName("Plugins.Misc.Segments.Requirement.Segments")]
    public List<int> SegmentIds { get; set; } = [];

    /// <summary>The segments there are.</summary>
    public List<SelectListItem> AvailableSegments { get; set; } = [];

    /// <summary>Who is in the chosen segments, by their names, in plain words.</summary>
    public List<KeyValuePair<string, string>> Words { get; set; } = [];

    /// <summary>The chosen segments that cannot be relied on now, in words; empty when all can.</summary>
    public string Unreliable { get; set; } = string.Empty;

    /// <summary>Whether the shop caches prices in a way that gives one customer's discount to another.</summary>
    public bool PricesAreCached { get; set; }
}
