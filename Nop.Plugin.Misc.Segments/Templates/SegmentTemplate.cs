using System.Globalization;
using System.Text.Json.Nodes;

namespace Nop.Plugin.Misc.Segments.Templates;

/// <summary>The groups of templates, by what they are good for.</summary>
public static class TemplateGroup
{
    /// <summary>First insights into who buys.</summary>
    public const string Insights = "insights";

    /// <summary>The best customers.</summary>
    public const string Best = "best";

    /// <summary>Offers of certain products.</summary>
    public const string Products = "products";

    /// <summary>The right moment.</summary>
    public const string Moments = "moments";

    /// <summary>Customers who are about to be lost.</summary>
    public const string WinBack = "winBack";

    /// <summary>Channels and habits.</summary>
    public const string Habits = "habits";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> All = [Insights, Best, Products, Moments, WinBack, Habits];
}

/// <summary>A segment that only wants its numbers and choices.</summary>
/// <param name="Name">Its name in the texts, such as <c>vip</c>.</param>
/// <param name="Group">One of <see cref="TemplateGroup"/>.</param>
/// <param name="Inputs">What a merchant fills in.</param>
/// <param name="Rules">The JSON of the rules, all of which have to hold; a value <c>"{orders}"</c> stands for that input.</param>
public sealed record SegmentTemplate(string Name, string Group, IReadOnlyList<TemplateInput> Inputs, string Rules)
{
    /// <summary>What the keys of the templates' texts start with.</summary>
    internal const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Templates.";

    /// <summary>The key of its name in the shop's texts; ".Purpose" and ".Sentence" stand beneath it.</summary>
    public string ResourceKey => Prefix + Name;

    /// <summary>Fills the template in.</summary>
    /// <param name="values">What was filled in, by the name of the input; what is missing has its default, and choices nothing.</param>
    /// <returns>The definition, and the names of the inputs that are still to be filled in or are wrong; those have their default in the definition.</returns>
    public (JsonObject Definition, IReadOnlyList<string> Open) Fill(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var open = new List<string>();
        var filled = new Dictionary<string, JsonNode>();
        foreach (var input in Inputs)
        {
            var given = values.GetValueOrDefault(input.Name) ?? [];
            if (input.Kind == InputKind.Choice)
            {
                var ids = given.Select(IdOf).OfType<int>().Distinct().ToList();
                if (ids.Count == 0)
                    open.Add(input.Name);
                filled[input.Name] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
                continue;
            }

            var number = given.Count == 0 ? input.Default : NumberOf(given[0]);
            if (number is null || !input.Allows(number.Value))
                open.Add(input.Name);
            filled[input.Name] = JsonValue.Create((number is { } known && input.Allows(known) ? known : input.Default) * input.Factor);
        }

        var rules = JsonNode.Parse($"[{Rules}]")!;
        Put(rules, filled);
        return (new JsonObject { ["version"] = 1, ["rules"] = new JsonObject { ["match"] = "all", ["rules"] = rules } }, open);
    }

    private static void Put(JsonNode? node, Dictionary<string, JsonNode> filled)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var (i, entry) in list.ToList().Index())
                    if (Find(entry, filled) is { } value)
                        list[i] = value.DeepClone();
                    else
                        Put(entry, filled);
                break;
            case JsonObject rule:
                foreach (var (name, entry) in rule.ToList())
                    if (Find(entry, filled) is { } value)
                        rule[name] = value.DeepClone();
                    else
                        Put(entry, filled);
                break;
        }
    }

    private static JsonNode? Find(JsonNode? entry, Dictionary<string, JsonNode> filled) =>
        entry is JsonValue value && value.TryGetValue<string>(out var text) && text is ['{', .. var name, '}'] ? filled[name] : null;

    private static int? IdOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
