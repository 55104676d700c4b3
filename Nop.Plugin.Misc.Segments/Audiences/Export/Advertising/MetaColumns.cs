namespace Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;

/// <summary>
/// A customer list for Meta (Facebook, Instagram), all hashed: small letters, names without punctuation, the telephone number as digits with the country's
/// code, places without blanks and punctuation, of an American postal code the first five digits.
/// </summary>
public static class MetaColumns
{
    private const string UnitedStates = "US";
    private const int AmericanZip = 5;

    /// <summary>The columns by the names that Meta wants.</summary>
    public static IReadOnlyList<MemberColumn> All { get; } =
    [
        new("email", m => ContactHash.Of(Email(m))),
        new("phone", m => ContactHash.Of(Phone(m))),
        new("fn", m => ContactHash.Of(Name(m.FirstName))),
        new("ln", m => ContactHash.Of(Name(m.LastName))),
        new("zip", m => ContactHash.Of(Zip(m))),
        new("ct", m => ContactHash.Of(ContactText.LettersAndDigits(m.City))),
        new("st", m => ContactHash.Of(State(m))),
        new("country", m => ContactHash.Of(m.Country?.Code?.ToLowerInvariant()))
    ];

    /// <summary>Whether Meta can find somebody by it: an e-mail address, a telephone number, or a name and a place.</summary>
    public static bool CanBeFound(ExportedMember member) =>
        Email(member) is not null || Phone(member) is not null
        || (Name(member.FirstName) is not null && Name(member.LastName) is not null && (Zip(member) is not null || member.City is { Length: > 0 }));

    private static string? Email(ExportedMember member) => ContactText.WithoutBlanks(member.Email);

    private static string? Phone(ExportedMember member) => PhoneNumber.ToInternational(member.Phone, member.Country?.Code);

    private static string? Name(string? name) => ContactText.WithoutPunctuation(name);

    private static string? Zip(ExportedMember member)
    {
        var zip = ContactText.LettersAndDigits(member.Zip);
        return IsAmerican(member) && zip?.Length > AmericanZip ? zip[..AmericanZip] : zip;
    }

    // The two letters are American; everywhere else it is the name.
    private static string? State(ExportedMember member) =>
        ContactText.LettersAndDigits(IsAmerican(member) && !string.IsNullOrWhiteSpace(member.State?.Code) ? member.State.Code : member.State?.Name);

    private static bool IsAmerican(ExportedMember member) => string.Equals(member.Country?.Code, UnitedStates, StringComparison.OrdinalIgnoreCase);
}
