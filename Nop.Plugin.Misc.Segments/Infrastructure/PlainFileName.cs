using System.Globalization;
using System.Text;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Makes the name of a file from what a merchant calls something.</summary>
internal static class PlainFileName
{
    private const int Longest = 60;

    /// <summary>Small letters without accents, digits and hyphens: what every system takes in the name of a file.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Replace("ß", "ss").Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        var text = plain.ToString().Trim('-');
        return text.Length <= Longest ? text : text[..Longest].Trim('-');
    }
}
