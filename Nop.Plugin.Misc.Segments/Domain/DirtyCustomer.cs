using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A customer whose memberships have to be looked at again: one row of the queue.</summary>
public class DirtyCustomer : BaseEntity
{
    /// <summary>The customer. Not a reference: the row may outlive the customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>What changed: the number of the <see cref="Rules.RuleSources"/>.</summary>
    public int SourcesId { get; set; }

    /// <summary>
    /// From when on it may be looked at by anybody: when it changed, or a minute later while the request or transaction that changed it may still go
    /// on. Until then only the end of that request takes it.
    /// </summary>
    public DateTime DueOnUtc { get; set; }
}
