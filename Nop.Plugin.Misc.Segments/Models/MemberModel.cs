using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>One member in a row of the grid. The name and the address are not encoded yet: whoever draws them has to.</summary>
public record MemberModel : BaseNopEntityModel
{
    /// <summary>The name, or that there is none.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The e-mail address, or that the customer is a guest.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>How many orders that count.</summary>
    public int Orders { get; set; }

    /// <summary>What these came to less refunds, formatted.</summary>
    public string Spent { get; set; } = string.Empty;

    /// <summary>When the last of them was placed; a dash without one.</summary>
    public string LastOrder { get; set; } = string.Empty;

    /// <summary>Since when the customer is a member.</summary>
    public string Entered { get; set; } = string.Empty;
}
