using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;

/// <summary>Writes a telephone number, as somebody typed it, the way it is dialled from anywhere in the world.</summary>
public static class PhoneNumber
{
    // What E.164 allows, and the shortest that is somebody's.
    private const int LongestNumber = 15;
    private const int ShortestNumber = 8;
    private const int NorthAmericanNumber = 10;
    private const string NorthAmericanCode = "1";

    // Where a number keeps the zero that it begins with at home.
    private static readonly HashSet<string> KeepingZero = ["IT", "SM", "VA", "CI", "GA", "CG"];

    /// <summary>
    /// The digits with the country's code and nothing else; null where that is not certain: another number would be somebody else's.
    /// </summary>
    /// <param name="typed">The number as it was typed.</param>
    /// <param name="countryCode">The two letters of the customer's country; null when it is not known.</param>
    public static string? ToInternational(string? typed, string? countryCode)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;

        var text = typed.Trim();
        var international = text[0] is '+' || text.StartsWith("00", StringComparison.Ordinal);
        var digits = DigitsOf(international ? text.Replace("(0)", string.Empty, StringComparison.Ordinal) : text);
        var number = international ? digits.TrimStart('0') : WithCode(digits, countryCode?.ToUpperInvariant());
        return number is { Length: >= ShortestNumber and <= LongestNumber } ? number : null;
    }

    private static string? WithCode(string digits, string? country)
    {
        if (country is null || CallingCodes.Find(country) is not { } code)
            return null;

        return code[..1] == NorthAmericanCode
            ? WithNorthAmericanCode(digits, code)
            : code + WithoutTrunk(digits, country);
    }

    // Some islands have an area code of their own behind the common 1, which may have been typed along or not.
    private static string? WithNorthAmericanCode(string digits, string code)
    {
        if (digits.Length == NorthAmericanNumber)
            return NorthAmericanCode + digits;
        if (digits.Length == NorthAmericanNumber + 1 && digits.StartsWith(NorthAmericanCode, StringComparison.Ordinal))
            return digits;
        return digits.Length == NorthAmericanNumber + 1 - code.Length ? code + digits : null;
    }

    private static string WithoutTrunk(string digits, string country) => country switch
    {
        "RU" or "KZ" or "BY" or "LT" or "TM" when digits.StartsWith('8') && digits.Length > 8 => digits[1..].TrimStart('0'),
        "HU" when digits.StartsWith("06", StringComparison.Ordinal) => digits[2..],
        _ => KeepingZero.Contains(country) ? digits : digits.TrimStart('0')
    };

    private static string DigitsOf(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var character in text)
            if (char.IsAsciiDigit(character))
                digits.Append(character);
        return digits.ToString();
    }
}
