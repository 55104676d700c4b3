namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Whether a customer is one that a segment could mean, and if not, why.</summary>
public enum CustomerStanding
{
    /// <summary>An active customer with an account.</summary>
    Registered,

    /// <summary>A guest with orders that count, in a segment that takes guests in.</summary>
    GuestWithOrders,

    /// <summary>There is no such customer.</summary>
    NotFound,

    /// <summary>The customer was deleted.</summary>
    Deleted,

    /// <summary>The account is switched off.</summary>
    Inactive,

    /// <summary>The shop's own account, such as that of its background tasks.</summary>
    SystemAccount,

    /// <summary>A guest, whom the segment does not take in.</summary>
    Guest,

    /// <summary>A guest without any order that counts, in a segment that takes in guests who ordered.</summary>
    GuestWithoutOrders
}

/// <summary>What can be said of a standing.</summary>
public static class CustomerStandings
{
    /// <summary>Whether the segment could mean the customer.</summary>
    public static bool IsMeant(this CustomerStanding standing) => standing is CustomerStanding.Registered or CustomerStanding.GuestWithOrders;
}
