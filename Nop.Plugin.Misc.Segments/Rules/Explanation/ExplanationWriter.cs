using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>
/// Writes explanations as JSON: the rules as they stand in the definition, each with <c>met</c>, each condition with <c>actual</c> beside the value that it
/// asks for.
/// </summary>
public static class ExplanationWriter
{
    /// <summary>The whole explanation.</summary>
    public static JsonObject Write(SegmentExplanation explanation) => new()
    {
        ["matches"] = explanation.IsMet,
        ["standing"] = NameOf(explanation.Standing),
        ["rules"] = Write(explanation.Rules)
    };

    private static JsonObject Write(NodeExplanation node)
    {
        if (node is GroupExplanation group)
            return new JsonObject
            {
                ["match"] = NameOf(group.Group.Match),
                ["met"] = group.IsMet,
                ["rules"] = new JsonArray([.. group.Parts.Select(Write)])
            };

        var condition = (ConditionExplanation)node;
        var written = DefinitionWriter.Write(condition.Condition);
        written["met"] = condition.IsMet;
        foreach (var (name, value) in Write(condition.Actual))
            written[name] = value;
        return written;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Write(ActualValue? actual) => actual switch
    {
        null => [],
        ActualField { Value: var value } => [("actual", value is null ? null : DefinitionWriter.Write(value))],
        ActualNumber { Number: var number } => [("actual", number)],
        ActualRank { Number: var number, Threshold: var threshold } => [("actual", number), ("threshold", threshold)],
        ActualOrders { Orders: var orders } => [("actual", Write(orders))],
        ActualMembership { Since: var since } => [("actual", since is not null), ("since", since is { } day ? Write(day) : null)],
        _ => throw new ArgumentOutOfRangeException(nameof(actual), actual, null)
    };

    private static JsonObject Write(OrdersLookedAt orders)
    {
        var written = new JsonObject { ["orders"] = orders.Count, ["passing"] = orders.Passing };
        if (orders.Meant is { } order)
        {
            written["date"] = Write(order.Day);
            written["passes"] = order.Passes;
        }

        return written;
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf<T>(T member) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
