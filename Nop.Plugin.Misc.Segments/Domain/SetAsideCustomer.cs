using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>A customer for whom a segment's rules could not be evaluated. Membership stays as it was, and it is tried again.</summary>
public class SetAsideCustomer : BaseEntity
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>What went wrong; at most 1,000 characters.</summary>
    public string Error { get; set; } = string.Empty;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was tried last.</summary>
    public DateTime FailedOnUtc { get; set; }
}
