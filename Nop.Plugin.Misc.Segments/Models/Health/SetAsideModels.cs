using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Health;

/// <summary>What the grid of customers who are set aside asks for.</summary>
public record SetAsideSearchModel : BaseSearchModel;

/// <summary>A page of customers who are set aside.</summary>
public record SetAsideListModel : BasePagedListModel<SetAsideModel>;

/// <summary>One customer who is set aside. Names and errors are not encoded yet: whoever draws them has to.</summary>
public record SetAsideModel : BaseNopModel
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>Its name.</summary>
    public string Segment { get; set; } = string.Empty;

    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>Whether the customer is still there and has a page.</summary>
    public bool Exists { get; set; }

    /// <summary>The customer's name or e-mail address, or that there is none.</summary>
    public string Customer { get; set; } = string.Empty;

    /// <summary>What went wrong.</summary>
    public string Error { get; set; } = string.Empty;

    /// <summary>How often it was tried.</summary>
    public string Attempts { get; set; } = string.Empty;

    /// <summary>When it was tried last.</summary>
    public string When { get; set; } = string.Empty;
}
