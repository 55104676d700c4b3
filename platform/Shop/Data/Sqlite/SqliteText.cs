using Microsoft.Data.Sqlite;

namespace Shop.Data.Sqlite;

/// <summary>Text as the shop's other databases see it: the same with small and capital letters, beyond ASCII too.</summary>
internal static class SqliteText
{
    /// <summary>Replaces the collation and the functions that queries compare text with.</summary>
    public static void Register(SqliteConnection connection)
    {
        connection.CreateCollation("NOCASE", (a, b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase));
        connection.CreateFunction<string?, string?, int?>("instr", IndexOf, isDeterministic: true);
        connection.CreateFunction<string?, string?>("lower", text => text?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, string?, bool?>("like", (pattern, text) => Like(pattern, text, null), isDeterministic: true);
        connection.CreateFunction<string?, string?, string?, bool?>("like", Like, isDeterministic: true);
    }

    // Counted in characters as the database's own functions count them: one that takes two units of text is one.
    private static int? IndexOf(string? text, string? part)
    {
        if (text is null || part is null)
            return null;
        var at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : at - text[..at].Count(char.IsLowSurrogate) + 1;
    }

    internal static bool? Like(string? pattern, string? text, string? escape)
    {
        if (pattern is null || text is null)
            return null;
        return Like(pattern, text, escape is { Length: > 0 } ? escape[0] : '\0');
    }

    // Goes back to the last % on a mismatch, so that it needs no recursion.
    private static bool Like(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, char escape)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%' && escape != '%')
            {
                star = p++;
                resume = t;
                continue;
            }

            var escaped = escape != '\0' && p + 1 < pattern.Length && pattern[p] == escape;
            var at = escaped ? p + 1 : p;
            if (at < pattern.Length && ((!escaped && pattern[at] == '_') || Same(pattern[at], text[t])))
            {
                p = at + 1;
                t++;
                continue;
            }

            if (star < 0)
                return false;
            p = star + 1;
            t = ++resume;
        }

        while (p < pattern.Length && pattern[p] == '%')
            p++;
        return p == pattern.Length;
    }

    private static bool Same(char a, char b)
    {
        return a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
    }
}
