using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;

/// <summary>Brings texts into the form in which advertisers hash them. All answers are in small letters, and null where nothing is left.</summary>
internal static class ContactText
{
    /// <summary>Without any blank.</summary>
    public static string? WithoutBlanks(string? text) => Keep(text, character => !char.IsWhiteSpace(character));

    /// <summary>Without blanks at the ends, and with one where there are several.</summary>
    public static string? WithSingleBlanks(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    /// <summary>Without punctuation, and with single blanks.</summary>
    public static string? WithoutPunctuation(string? text) =>
        WithSingleBlanks(Keep(text, character => !char.IsPunctuation(character) && !char.IsSymbol(character)));

    /// <summary>Letters and digits only.</summary>
    public static string? LettersAndDigits(string? text) => Keep(text, character => char.IsLetterOrDigit(character) || char.IsSurrogate(character));

    private static string? Keep(string? text, Func<char, bool> wanted)
    {
        if (text is null)
            return null;

        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
            if (wanted(character))
                kept.Append(char.ToLowerInvariant(character));
        return kept.Length == 0 ? null : kept.ToString();
    }
}
