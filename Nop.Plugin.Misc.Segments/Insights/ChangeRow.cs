using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>One customer who entered or left, as the history shows it.</summary>
public sealed record ChangeRow
{
    /// <summary>The customer's id.</summary>
    public int CustomerId { get; init; }

    /// <summary>The first name; null where there is none, or no customer any more.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name; null where there is none, or no customer any more.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address; null for guests, and where there is no customer any more.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the customer is still there.</summary>
    public bool Exists { get; init; }

    /// <summary>True for entering, false for leaving.</summary>
    public bool Entered { get; init; }

    /// <summary>What made it happen.</summary>
    public MembershipChangeReason Reason { get; init; }

    /// <summary>When.</summary>
    public DateTime CreatedOnUtc { get; init; }
}
