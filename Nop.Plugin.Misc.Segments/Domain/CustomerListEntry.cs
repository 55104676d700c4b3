using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// One address on a list. It has a number of its own: two addresses that differ in an accent are one to some databases and two to others, so that no key
/// can be made of them.
/// </summary>
public class CustomerListEntry : BaseEntity
{
    /// <summary>The list.</summary>
    public int ListId { get; set; }

    /// <summary>The address, in small letters; at most 255 characters.</summary>
    public string Email { get; set; } = string.Empty;
}
