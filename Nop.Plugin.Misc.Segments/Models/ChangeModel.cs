using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models;

/// <summary>One customer who entered or left, in a row of the history. The name and the address are not encoded yet: whoever draws them has to.</summary>
public record ChangeModel : BaseNopModel
{
    /// <summary>The customer's id; 0 when the customer is no longer there.</summary>
    public int CustomerId { get; set; }

    /// <summary>The name, or that there is none or no customer any more.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The e-mail address, or that the customer is a guest; empty when the customer is no longer there.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>True for entering, false for leaving.</summary>
    public bool Entered { get; set; }

    /// <summary>The same in a word.</summary>
    public string Change { get; set; } = string.Empty;

    /// <summary>When.</summary>
    public string When { get; set; } = string.Empty;

    /// <summary>What made it happen.</summary>
    public string Why { get; set; } = string.Empty;
}
