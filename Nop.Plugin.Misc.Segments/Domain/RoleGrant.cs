using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// A role that a customer has because a segment gave it. Without such a row somebody else gave it, and no segment ever takes it. The key is both numbers together.
/// </summary>
public class RoleGrant : BaseEntity
{
    /// <summary>The role. Not a reference.</summary>
    public int CustomerRoleId { get; set; }

    /// <summary>The customer. Not a reference.</summary>
    public int CustomerId { get; set; }
}
