namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>One customer whom a segment could not be evaluated for.</summary>
public sealed record SetAsideRow
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; init; }

    /// <summary>Its name.</summary>
    public string SegmentName { get; init; } = string.Empty;

    /// <summary>The customer.</summary>
    public int CustomerId { get; init; }

    /// <summary>The customer's first name; null where there is none, or no customer any more.</summary>
    public string? FirstName { get; init; }

    /// <summary>The customer's last name; null where there is none, or no customer any more.</summary>
    public string? LastName { get; init; }

    /// <summary>The customer's e-mail address; null where there is none, or no customer any more.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the customer is still there.</summary>
    public bool Exists { get; init; }

    /// <summary>What went wrong.</summary>
    public string Error { get; init; } = string.Empty;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was tried last.</summary>
    public DateTime FailedOnUtc { get; init; }
}
