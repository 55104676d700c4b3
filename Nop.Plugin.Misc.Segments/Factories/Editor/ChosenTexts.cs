using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Models.Editor;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Finds what the choices in rules are called. The rules may be incomplete: what cannot be understood is passed over.</summary>
public class ChosenTexts(EditorChoices choices)
{
    /// <summary>The choices that rules make, by the name of their list.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ChoiceModel>>> LoadAsync(JsonNode? definition, CatalogueModel catalogue)
    {
        var listOf = CriteriaOf(catalogue).Where(criterion => criterion.List is not null)
            .GroupBy(criterion => criterion.Name)
            .ToDictionary(criteria => criteria.Key, criteria => criteria.First().List!);
        var chosen = RulesIn(definition).SelectMany(rule => ChoicesOf(rule, listOf, catalogue.Segment.List)).ToLookup(choice => choice.List, choice => choice.Id);

        var texts = new Dictionary<string, IReadOnlyList<ChoiceModel>>();
        foreach (var ids in chosen)
            if (await choices.FindAsync(ids.Key, ids.Distinct().ToList()) is { Count: > 0 } found)
                texts[ids.Key] = found;
        return texts;
    }

    private static IEnumerable<CriterionModel> CriteriaOf(CatalogueModel catalogue) => catalogue.Fields
        .Concat(catalogue.Fields.SelectMany(field => field.Filters ?? []))
        .Concat(catalogue.Activities.SelectMany(activity => activity.Measures.Concat(activity.Filters)))
        .Concat(catalogue.Quantifiers.SelectMany(quantifier => quantifier.Filters));

    private static IEnumerable<JsonObject> RulesIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(RulesIn),
        JsonObject rule => rule.SelectMany(member => RulesIn(member.Value)).Prepend(rule),
        _ => []
    };

    private static IEnumerable<(string List, string Id)> ChoicesOf(JsonObject rule, IReadOnlyDictionary<string, string> listOf, string segments)
    {
        if (rule["segment"] is JsonValue segment && IdOf(segment) is { } id)
            yield return (segments, id);
        if (rule["field"] is not JsonValue field || !field.TryGetValue<string>(out var name) || rule["value"] is not JsonArray values
            || !listOf.TryGetValue(name, out var list))
            yield break;
        foreach (var value in values.OfType<JsonValue>())
            if (IdOf(value) is { } chosen)
                yield return (list, chosen);
    }

    /// <summary>An id or a code. A name in the place of an id finds nothing, and is its own text.</summary>
    private static string? IdOf(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number when value.TryGetValue<int>(out var id) => id.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetValue<string>(),
        _ => null
    };
}
