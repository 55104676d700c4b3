using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Writes definitions as the JSON that <see cref="DefinitionReader"/> reads.</summary>
public static class DefinitionWriter
{
    /// <summary>The whole definition.</summary>
    public static JsonObject Write(SegmentDefinition definition) => new() { ["version"] = definition.Version, ["rules"] = Write(definition.Rules) };

    /// <summary>One group or condition.</summary>
    public static JsonObject Write(RuleNode node) => node switch
    {
        RuleGroup group => new JsonObject { ["match"] = NameOf(group.Match), ["rules"] = new JsonArray([.. group.Rules.Select(Write)]) },
        FieldCondition c => With(Comparison(new JsonObject { ["field"] = c.Field.Name }, c.Operator, c.Value), null, c.Where),
        ActivityCondition c => With(
            Comparison(new JsonObject { ["activity"] = c.Activity.Name, ["measure"] = c.Measure.Name }, c.Operator, c.Value), c.Within, c.Where),
        OrderCondition c => With(new JsonObject { [NameOf(c.Quantifier)] = "order" }, c.Within, c.Where),
        SegmentCondition c => new JsonObject { ["segment"] = Write(c.Segment), ["operator"] = Operator.NameOf(c.Operator) },
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null)
    };

    /// <summary>The window and the filters of a condition: conditions of an activity with the same text look at the same.</summary>
    internal static string WriteScope(ActivityCondition condition) => With([], condition.Within, condition.Where).ToJsonString();

    private static JsonObject With(JsonObject condition, TimeWindow? within, IReadOnlyList<FilterCondition> where)
    {
        if (within is not null)
            condition["within"] = Write(within);
        if (where.Count > 0)
            condition["where"] = new JsonArray([.. where.Select(f => Comparison(new JsonObject { ["field"] = f.Field.Name }, f.Operator, f.Value))]);
        return condition;
    }

    private static JsonObject Comparison(JsonObject condition, RuleOperator ruleOperator, RuleValue? value)
    {
        condition["operator"] = Operator.NameOf(ruleOperator);
        if (value is not null)
            condition["value"] = Write(value);
        if (value is ChoiceValue { IncludeSubcategories: true })
            condition["includeSubcategories"] = true;
        return condition;
    }

    /// <summary>One value.</summary>
    internal static JsonNode Write(RuleValue value) => value switch
    {
        NumberValue v => JsonValue.Create(v.Number),
        NumberRangeValue v => new JsonArray(JsonValue.Create(v.From), JsonValue.Create(v.To)),
        DateValue v => Write(v.Date),
        DateRangeValue v => new JsonArray(Write(v.From), Write(v.To)),
        YesNoValue v => JsonValue.Create(v.Yes),
        TextValue v => JsonValue.Create(v.Text),
        TextsValue v => new JsonArray([.. v.Texts.Select(text => JsonValue.Create(text))]),
        ChoiceValue v => new JsonArray([.. v.Choices.Select(Write)]),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null)
    };

    private static JsonValue Write(Choice choice) => choice.Id is { } id ? JsonValue.Create(id) : JsonValue.Create(choice.Name)!;

    private static JsonValue Write(DateOnly date) => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static JsonObject Write(TimeWindow window) => window switch
    {
        LastWindow w => new JsonObject { ["last"] = w.Count, ["unit"] = NameOf(w.Unit) },
        OlderThanWindow w => new JsonObject { ["olderThan"] = w.Count, ["unit"] = NameOf(w.Unit) },
        AgeWindow w => new JsonObject { ["between"] = new JsonArray(w.From, w.To), ["unit"] = NameOf(w.Unit) },
        DatesWindow w => Write(w),
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, null)
    };

    private static JsonObject Write(DatesWindow window)
    {
        var dates = new JsonObject();
        if (window.From is { } from)
            dates["from"] = Write(from);
        if (window.To is { } to)
            dates["to"] = Write(to);
        return dates;
    }

    private static string NameOf<T>(T member) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
