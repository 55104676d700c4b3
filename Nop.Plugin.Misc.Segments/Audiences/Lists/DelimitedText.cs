using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>A row of a delimited text.</summary>
/// <param name="Number">The number of the line on which it begins; the first is 1.</param>
/// <param name="Cells">Its cells, without the quotation marks around them.</param>
internal sealed record DelimitedRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads text whose cells stand between commas, semicolons or tabs.</summary>
internal static class DelimitedText
{
    private const int SampleLength = 20_000;
    private const string SeparatorWord = "sep=";

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The rows that hold anything.</summary>
    public static IEnumerable<DelimitedRow> Read(string text)
    {
        var separator = FindSeparator(text);

        // A quotation mark that is never closed is one that somebody typed: it would swallow the rest of the file.
        var rows = Split(text, separator, quotes: true) ?? Split(text, separator, quotes: false)!;
        return rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            .Where(row => row.Number != 1 || !row.Cells[0].StartsWith(SeparatorWord, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The separator that the text uses most often; a first line for spreadsheets may name it.</summary>
    private static char FindSeparator(string text)
    {
        if (text.StartsWith(SeparatorWord, StringComparison.OrdinalIgnoreCase) && text.Length > SeparatorWord.Length
            && Separators.Contains(text[SeparatorWord.Length]))
            return text[SeparatorWord.Length];
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var counts = new int[Separators.Length];
        for (var i = 0; i < Separators.Length; i++)
            counts[i] = sample.Count(Separators[i]);
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>All rows; null when a quotation mark is never closed.</summary>
    private static List<DelimitedRow>? Split(string text, char separator, bool quotes)
    {
        var rows = new List<DelimitedRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, start, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var ends = letter == '\n' || (letter == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (ends)
                line++;

            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (quoted && letter == '"')
                quoted = false;
            else if (quoted)
                cell.Append(letter);
            else if (quotes && letter == '"' && cell.ToString().AsSpan().IsWhiteSpace())
                (_, quoted) = (cell.Clear(), true);
            else if (letter == separator)
                EndCell();
            else if (ends)
                EndRow();
            else if (letter != '\r')
                cell.Append(letter);
        }

        EndRow();
        return quoted ? null : rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new DelimitedRow(start, cells));
            cells = [];
            start = line;
        }
    }
}
