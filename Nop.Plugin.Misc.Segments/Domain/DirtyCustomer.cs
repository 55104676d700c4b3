using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A customer whose memberships have to be looked at again: one row of the queue.</summary>
public class DirtyCustomer : BaseEntity
{
    /// <summary>The customer. Not a reference: the row may outlive the customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>What changed: the number of the <see cref="Rules.RuleSources"/>.</summary>
    public int SourcesId { get; set; }

    /// <summary>When it changed.</summary>
    public DateTime CreatedOnUtc { get; set; }
}
