using System.Text.Json.Nodes;

namespace Segments.Benchmarks.Scale.Segments;

/// <summary>Makes many segments out of the typical ones: the same questions with other numbers.</summary>
internal static class SegmentVariations
{
    /// <summary>So many definitions: the typical ones first.</summary>
    public static IEnumerable<(string Name, string Definition)> Of(IReadOnlyList<TypicalSegment> typical, int count) =>
        Enumerable.Range(0, count).Select(i => (typical[i % typical.Count], i / typical.Count))
            .Select(pair => ($"{pair.Item1.Name} ({pair.Item2})", Vary(pair.Item1.Definition, pair.Item2)));

    private static string Vary(string definition, int by)
    {
        var root = JsonNode.Parse(definition)!;
        Add(root, by);
        return root.ToJsonString();
    }

    /// <summary>Adds to every number that something is compared with; ids stand in lists and stay.</summary>
    private static void Add(JsonNode? node, int by)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Add(item, by);
                break;
            case JsonObject rule:
                if (rule["value"] is JsonValue value && value.TryGetValue<int>(out var number))
                    rule["value"] = number + by;
                foreach (var (_, child) in rule.ToList())
                    Add(child, by);
                break;
        }
    }
}
