namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>One member of a segment, with what the member ordered.</summary>
public sealed record MemberRow
{
    /// <summary>The customer.</summary>
    public required int CustomerId { get; init; }

    /// <summary>The first name, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, or null.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address; null for a guest.</summary>
    public string? Email { get; init; }

    /// <summary>Since when the customer is a member, in UTC.</summary>
    public required DateTime EnteredOnUtc { get; init; }

    /// <summary>How many orders that count.</summary>
    public int Orders { get; init; }

    /// <summary>What these came to less refunds, in the primary currency.</summary>
    public decimal Spent { get; init; }

    /// <summary>When the last of them was placed, in UTC; null without one.</summary>
    public DateTime? LastOrderOnUtc { get; init; }
}
