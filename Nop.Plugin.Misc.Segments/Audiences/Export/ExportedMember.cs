namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>
/// One member of a segment as the shop knows them. The address is that of the profile, or, where the profile has none, the billing address of the
/// last order; never a mixture of both.
/// </summary>
public sealed record ExportedMember
{
    /// <summary>The customer.</summary>
    public required int CustomerId { get; init; }

    /// <summary>The e-mail address; null for a guest.</summary>
    public string? Email { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The company.</summary>
    public string? Company { get; init; }

    /// <summary>The telephone number, as it was typed.</summary>
    public string? Phone { get; init; }

    /// <summary>Street and house number.</summary>
    public string? Street { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state or province.</summary>
    public Place? State { get; init; }

    /// <summary>The country.</summary>
    public Place? Country { get; init; }

    /// <summary>Since when there is an account, in UTC.</summary>
    public required DateTime CreatedOnUtc { get; init; }

    /// <summary>Since when the customer is a member, in UTC.</summary>
    public required DateTime EnteredOnUtc { get; init; }

    /// <summary>How many orders that count.</summary>
    public int Orders { get; init; }

    /// <summary>What these came to less refunds, in the primary currency.</summary>
    public decimal Spent { get; init; }

    /// <summary>When the last of them was placed, in UTC; null without one.</summary>
    public DateTime? LastOrderOnUtc { get; init; }
}

/// <summary>A country or a state.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">A country's two letters, a state's abbreviation; null when the shop has none.</param>
public sealed record Place(string Name, string? Code);
