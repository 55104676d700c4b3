using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>How a database goes about a query.</summary>
/// <param name="Text">The plan as the database shows it, one step a line.</param>
/// <param name="ScannedTables">The tables that are read from the first row to the last, be it along an index.</param>
internal sealed partial record QueryPlan(string Text, IReadOnlyList<string> ScannedTables)
{
    /// <summary>The plan of SQLite: what EXPLAIN QUERY PLAN gives.</summary>
    /// <param name="sql">The query, which says what table goes by what name.</param>
    /// <param name="steps">The number, the number of the step it belongs to, and the text of each step.</param>
    public static QueryPlan OfSqlite(string sql, IReadOnlyList<(long Id, long Parent, string Text)> steps)
    {
        var depths = new Dictionary<long, int>();
        var lines = new List<string>();
        var scanned = new List<string>();
        var tables = Alias().Matches(sql).ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value);
        foreach (var step in steps)
        {
            depths[step.Id] = depths.TryGetValue(step.Parent, out var above) ? above + 1 : 0;
            lines.Add(new string(' ', depths[step.Id] * 2) + step.Text);
            // An automatic index is made by reading the whole table.
            if (Scan().Match(step.Text) is { Success: true } scan)
                scanned.AddRange(tables[scan.Groups["name"].Value]);
        }

        return new QueryPlan(string.Join('\n', lines), scanned.Distinct().ToList());
    }

    /// <summary>The plan of PostgreSQL.</summary>
    /// <param name="text">What EXPLAIN gives as text.</param>
    /// <param name="json">What EXPLAIN gives as JSON.</param>
    public static QueryPlan OfPostgres(string text, string json)
    {
        var scanned = new List<string>();
        using var document = JsonDocument.Parse(json);
        Visit(document.RootElement[0].GetProperty("Plan"));
        return new QueryPlan(text, scanned.Distinct().ToList());

        void Visit(JsonElement node)
        {
            var type = node.GetProperty("Node Type").GetString()!;
            var isWhole = type == "Seq Scan" || (type is "Index Scan" or "Index Only Scan" && !node.TryGetProperty("Index Cond", out _));
            if (isWhole)
                scanned.Add(node.GetProperty("Relation Name").GetString()!);
            if (node.TryGetProperty("Plans", out var parts))
                foreach (var part in parts.EnumerateArray())
                    Visit(part);
        }
    }

    [GeneratedRegex("(?:FROM|JOIN) \"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex("^SCAN (?<name>\\w+)|^SEARCH (?<name>\\w+) USING AUTOMATIC")]
    private static partial Regex Scan();
}
