using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Export.Files;

/// <summary>
/// Sees to it that a text stays a text where a spreadsheet opens it. One that begins with = + - @, a tab or a line end would be taken for a formula, and
/// what customers call themselves is theirs to choose.
/// </summary>
public static class SpreadsheetText
{
    private const char Mark = '\'';

    /// <summary>Whether a spreadsheet would take the text for a formula.</summary>
    public static bool IsDangerous(string text) => Find(text, 0) >= 0;

    /// <summary>
    /// The text with an apostrophe before whatever would begin a formula: at its beginning, and behind a quotation mark or a separator, where a
    /// spreadsheet that splits the line otherwise than meant would begin a new cell.
    /// </summary>
    public static string Neutralize(string text)
    {
        var at = Find(text, 0);
        if (at < 0)
            return text;

        var safe = new StringBuilder(text.Length + 4);
        var from = 0;
        for (; at >= 0; at = Find(text, at + 1))
        {
            safe.Append(text, from, at - from).Append(Mark);
            from = at;
        }

        return safe.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Where the next formula would begin, from a place on; -1 for none.</summary>
    private static int Find(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
            if ((IsSign(text[at]) && IsCellStart(text, at)) || (at == 0 && text[at] is '\t' or '\r' or '\n'))
                return at;
        return -1;
    }

    // The wide ones are taken for the same by spreadsheets in some languages.
    private static bool IsSign(char character) => character is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static bool IsCellStart(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] == ' ')
            before--;
        return before < 0 || text[before] is '"' or ',' or ';' or '|' or '\t' or '\r' or '\n';
    }
}
