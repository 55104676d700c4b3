namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>What the list of members is sorted by.</summary>
public enum MemberSort
{
    /// <summary>The last name, then the first.</summary>
    Name,

    /// <summary>The e-mail address.</summary>
    Email,

    /// <summary>How many orders.</summary>
    Orders,

    /// <summary>What the orders came to.</summary>
    Spent,

    /// <summary>When the last order was placed.</summary>
    LastOrder,

    /// <summary>Since when the customer is a member.</summary>
    Entered
}
