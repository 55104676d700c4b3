using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Explanation;

/// <summary>A customer that a search found. The texts are not encoded yet: whoever draws them has to.</summary>
public record FoundCustomerModel : BaseNopEntityModel
{
    /// <summary>The name, or that there is none.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The e-mail address; empty for none.</summary>
    public string Email { get; set; } = string.Empty;
}
