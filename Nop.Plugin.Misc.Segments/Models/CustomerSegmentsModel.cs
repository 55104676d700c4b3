using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>The block of the customer's page that says which segments the customer is in.</summary>
public record CustomerSegmentsModel : BaseNopModel
{
    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>The segments, by name.</summary>
    public IReadOnlyList<CustomerSegmentModel> Segments { get; set; } = [];
}
