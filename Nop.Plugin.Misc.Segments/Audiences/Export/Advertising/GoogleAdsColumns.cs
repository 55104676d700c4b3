namespace Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;

/// <summary>
/// A customer list for Google Ads (Customer Match), hashed: address and name in small letters without needless blanks, the telephone number in E.164. Country
/// and postal code are not hashed, as Google asks.
/// </summary>
public static class GoogleAdsColumns
{
    /// <summary>The columns by the names that Google wants.</summary>
    public static IReadOnlyList<MemberColumn> All { get; } =
    [
        new("Email", m => ContactHash.Of(Email(m))),
        new("Phone", m => ContactHash.Of(Phone(m))),
        new("First Name", m => ContactHash.Of(Name(m.FirstName))),
        new("Last Name", m => ContactHash.Of(Name(m.LastName))),
        new("Country", m => m.Country?.Code?.ToUpperInvariant()),
        new("Zip", m => m.Zip?.Trim())
    ];

    /// <summary>Whether Google can find somebody by it: an e-mail address, a telephone number, or a whole postal address.</summary>
    public static bool CanBeFound(ExportedMember member) =>
        Email(member) is not null || Phone(member) is not null
        || (Name(member.FirstName) is not null && Name(member.LastName) is not null
            && !string.IsNullOrWhiteSpace(member.Zip) && member.Country?.Code is not null);

    private static string? Email(ExportedMember member) => ContactText.WithoutBlanks(member.Email);

    private static string? Phone(ExportedMember member) => PhoneNumber.ToInternational(member.Phone, member.Country?.Code) is { } digits ? $"+{digits}" : null;

    private static string? Name(string? name) => ContactText.WithSingleBlanks(name);
}
