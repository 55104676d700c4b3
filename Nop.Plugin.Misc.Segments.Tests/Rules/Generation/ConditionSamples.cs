using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Conditions, as JSON, in which each criterion meets each operator that it takes, each activity each of its filters.</summary>
internal static class ConditionSamples
{
    /// <summary>A definition, as JSON, of the most conditions that there may be, without filters.</summary>
    public static string MostConditions(CriteriaCatalogue catalogue) =>
        Definition(Spread(Of(catalogue).Where(condition => FiltersOf(condition) == 0).ToList(), SegmentDefinition.MaximumConditions));

    /// <summary>A definition, as JSON, of as many conditions as there may be with filters, which count as well.</summary>
    public static string MostConditionsAndFilters(CriteriaCatalogue catalogue)
    {
        var all = Of(catalogue).ToList();
        var count = SegmentDefinition.MaximumConditions;
        while (Spread(all, count).Sum(condition => 1 + FiltersOf(condition)) > SegmentDefinition.MaximumConditions)
            count--;
        return Definition(Spread(all, count));
    }

    /// <summary>A definition, as JSON, of the most conditions that there may be about what customers did, without filters: one of them is enough.</summary>
    public static string AnyOfMostActivities(CriteriaCatalogue catalogue)
    {
        var conditions = Spread(Of(catalogue).Where(condition => condition["activity"] is not null && FiltersOf(condition) == 0).ToList(), SegmentDefinition.MaximumConditions);
        // Windows of their own keep conditions about the same from being looked at as one.
        for (var i = 0; i < conditions.Count; i++)
            if (catalogue.Activities.Single(activity => activity.Name == (string?)conditions[i]["activity"]).TakesWindow)
                conditions[i] = With(conditions[i], ("within", new JsonObject { ["last"] = 200 + i, ["unit"] = "day" }));
        return new JsonObject { ["version"] = 1, ["rules"] = Group("any", conditions) }.ToJsonString();
    }

    private static List<JsonObject> Spread(List<JsonObject> conditions, int count) =>
        Enumerable.Range(0, count).Select(index => conditions[index * conditions.Count / count]).ToList();

    private static int FiltersOf(JsonObject condition) => condition["where"]?.AsArray().Count ?? 0;

    /// <summary>Groups of each kind, within groups.</summary>
    private static string Definition(List<JsonObject> conditions)
    {
        string[] matches = ["any", "none", "all", "any"];
        var groups = conditions.Chunk(5).Select((some, index) => Group(matches[index % matches.Length], some)).ToList();
        var halves = groups.Chunk((groups.Count + 1) / 2).Select((half, index) => Group(index == 0 ? "any" : "none", half));
        return new JsonObject { ["version"] = 1, ["rules"] = Group("any", halves) }.ToJsonString();
    }

    private static JsonObject Group(string match, IEnumerable<JsonObject> rules) =>
        new() { ["match"] = match, ["rules"] = new JsonArray([.. rules]) };

    /// <summary>All of them.</summary>
    public static IEnumerable<JsonObject> Of(CriteriaCatalogue catalogue)
    {
        foreach (var field in catalogue.Fields)
        {
            foreach (var comparison in Comparisons(field))
                yield return With(comparison, ("field", field.Name));
            foreach (var filter in field.Filters.SelectMany(Filters))
                yield return With(Comparisons(field).First(), ("field", field.Name), ("where", new JsonArray(filter)));
        }

        foreach (var activity in catalogue.Activities)
        {
            foreach (var measure in activity.Measures)
                foreach (var comparison in Comparisons(measure))
                    yield return With(comparison, ("activity", activity.Name), ("measure", measure.Name));
            foreach (var filter in activity.Filters.SelectMany(Filters))
                yield return With(Comparisons(activity.Measures[0]).First(), ("activity", activity.Name), ("measure", activity.Measures[0].Name), ("where", new JsonArray(filter)));
        }

        foreach (var quantifier in new[] { "every", "first", "latest" })
        {
            yield return new JsonObject { [quantifier] = "order" };
            foreach (var filter in catalogue.OrderFilters.SelectMany(Filters))
                yield return new JsonObject { [quantifier] = "order", ["where"] = new JsonArray(filter) };
        }

        yield return new JsonObject { ["segment"] = 1, ["operator"] = "is" };
        yield return new JsonObject { ["segment"] = 1, ["operator"] = "isNot" };
    }

    private static IEnumerable<JsonObject> Filters(Filter filter) => Comparisons(filter).Select(comparison => With(comparison, ("field", filter.Name)));

    private static IEnumerable<JsonObject> Comparisons(Criterion criterion)
    {
        foreach (var ruleOperator in criterion.Operators)
        {
            var comparison = new JsonObject { ["operator"] = Operator.NameOf(ruleOperator) };
            if (ValueOf(criterion.Kind, ruleOperator) is { } value)
                comparison["value"] = value;
            yield return comparison;
            if (criterion.TakesSubcategories)
                yield return With(comparison, ("includeSubcategories", true));
        }
    }

    private static JsonNode? ValueOf(ValueKind kind, RuleOperator ruleOperator) => (kind, ruleOperator) switch
    {
        (_, RuleOperator.IsEmpty or RuleOperator.IsNotEmpty) => null,
        (_, RuleOperator.InTop or RuleOperator.InBottom) => 12.5m,
        (ValueKind.Date, RuleOperator.Between) => new JsonArray("2023-01-01", "2024-01-01"),
        (ValueKind.Date, RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary) => 30,
        (ValueKind.Date, _) => "2023-06-30",
        (_, RuleOperator.Between) => new JsonArray(1, 2.5m),
        (ValueKind.Text, RuleOperator.IsAnyOf or RuleOperator.IsNoneOf) or (ValueKind.Code, _) => new JsonArray("Ab", "c%_d"),
        (ValueKind.Text, _) => "a%B",
        (ValueKind.Choice, _) => new JsonArray(1, 2),
        (ValueKind.YesNo, _) => true,
        _ => 1.5m
    };

    private static JsonObject With(JsonObject comparison, params (string Name, JsonNode Value)[] members)
    {
        var copy = comparison.DeepClone().AsObject();
        foreach (var (name, value) in members)
            copy[name] = value.DeepClone();
        return copy;
    }
}
