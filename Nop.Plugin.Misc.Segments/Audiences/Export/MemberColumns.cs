namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>The columns that a merchant chooses from.</summary>
public static class MemberColumns
{
    /// <summary>All, in the order in which they stand in the file.</summary>
    public static IReadOnlyList<MemberColumn> All { get; } =
    [
        new("Id", m => m.CustomerId),
        new("Email", m => m.Email),
        new("FirstName", m => m.FirstName),
        new("LastName", m => m.LastName),
        new("Company", m => m.Company),
        new("Phone", m => m.Phone),
        new("Street", m => m.Street),
        new("Zip", m => m.Zip),
        new("City", m => m.City),
        new("State", m => m.State?.Name),
        new("Country", m => m.Country?.Name),
        new("Registered", m => m.CreatedOnUtc),
        new("Entered", m => m.EnteredOnUtc),
        new("Orders", m => m.Orders, NeedsOrders: true),
        new("Spent", m => m.Spent, NeedsOrders: true),
        new("LastOrder", m => m.LastOrderOnUtc, NeedsOrders: true)
    ];

    /// <summary>The names of those that are chosen at first.</summary>
    public static IReadOnlySet<string> AtFirst { get; } =
        new HashSet<string> { "Email", "FirstName", "LastName", "Country", "Entered", "Orders", "Spent", "LastOrder" };
}
