using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>Finds the e-mail addresses in a file or in pasted text, whatever stands beside them.</summary>
public static class AddressReader
{
    private const int MaximumLength = 255;
    private const int ShownLength = 80;

    /// <summary>Reads the bytes of a file.</summary>
    public static AddressFile Read(byte[] content)
    {
        if (content.Length > AddressFile.MaximumSize)
            return Refuse(AddressFileProblem.TooLarge);
        var text = FileText.Read(content);
        return text.AsSpan().TrimEnd().Count('\n') >= AddressFile.MaximumLines ? Refuse(AddressFileProblem.TooManyLines) : Read(DelimitedText.Read(text).ToList());
    }

    private static AddressFile Read(List<DelimitedRow> rows)
    {
        var found = rows.ConvertAll(row => row.Cells.Select(FindAddress).ToList());
        var column = FindColumn(found);
        var emails = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var unreadable = new List<UnreadableLine>();
        var unreadableCount = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var addresses = AddressesOf(rows[i], found[i], column);
            emails.AddRange(addresses.Where(known.Add));
            if (addresses.Count > 0 || (i == 0 && IsHeader(rows[i])))
                continue;
            if (unreadableCount++ < AddressFile.ShownLines)
                unreadable.Add(new UnreadableLine(rows[i].Number, Shorten(string.Join(" ", rows[i].Cells.Where(cell => cell.Length > 0)))));
        }

        return new AddressFile(emails, unreadableCount, unreadable, emails.Count == 0 ? AddressFileProblem.NoAddresses : null);
    }

    /// <summary>A row of nothing but addresses is one that somebody pasted: all of them are meant.</summary>
    private static IReadOnlyList<string> AddressesOf(DelimitedRow row, List<string?> found, int column)
    {
        if (found.Where((_, i) => !string.IsNullOrWhiteSpace(row.Cells[i])).All(address => address is not null))
            return found.OfType<string>().ToList();
        return column < found.Count && found[column] is { } address ? [address] : [];
    }

    /// <summary>The column with the most addresses; of several, the first.</summary>
    private static int FindColumn(List<List<string?>> found)
    {
        var counts = new List<int>();
        foreach (var addresses in found)
            for (var i = 0; i < addresses.Count; i++)
            {
                if (i == counts.Count)
                    counts.Add(0);
                counts[i] += addresses[i] is null ? 0 : 1;
            }

        return counts.Count == 0 ? 0 : counts.IndexOf(counts.Max());
    }

    private static bool IsHeader(DelimitedRow row) => !row.Cells.Any(cell => cell.Contains('@'));

    /// <summary>The address in small letters, also from <c>Ann &lt;ann@example.com&gt;</c> and <c>mailto:ann@example.com</c>; null when there is none.</summary>
    private static string? FindAddress(string cell)
    {
        var text = cell.Trim();
        if (text.EndsWith('>') && text.LastIndexOf('<') is var at and >= 0)
            text = text[(at + 1)..^1].Trim();
        const string link = "mailto:";
        if (text.StartsWith(link, StringComparison.OrdinalIgnoreCase))
            text = text[link.Length..];
        return text.Length <= MaximumLength && text.Contains('@') && CommonHelper.IsValidEmail(text) ? text.ToLowerInvariant() : null;
    }

    private static string Shorten(string text) => text.Length > ShownLength ? string.Concat(text.AsSpan(0, ShownLength), "\u2026") : text;

    private static AddressFile Refuse(AddressFileProblem problem) => new([], 0, [], problem);
}
