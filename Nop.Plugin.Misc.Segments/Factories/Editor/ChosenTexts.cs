using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Finds what the choices in rules are called. The rules may be incomplete: what cannot be understood is passed over.</summary>
public class ChosenTexts(ChoiceLookup lookup)
{
    /// <summary>The choices that rules make, by the name of their list.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ChoiceModel>>> LoadAsync(JsonNode? definition, CatalogueModel catalogue)
    {
        var listOf = catalogue.Fields
            .Concat(catalogue.Activities.SelectMany(activity => activity.Measures.Concat(activity.Filters)))
            .Concat(catalogue.Every.SelectMany(every => every.Filters))
            .Where(criterion => criterion.List is not null)
            .GroupBy(criterion => criterion.Name)
            .ToDictionary(criteria => criteria.Key, criteria => criteria.First().List!);
        var chosen = ChoicesIn(definition).Where(choice => listOf.ContainsKey(choice.Field)).ToLookup(choice => listOf[choice.Field], choice => choice.Id);

        var texts = new Dictionary<string, IReadOnlyList<ChoiceModel>>();
        foreach (var ids in chosen)
            if (lookup.FindList(ids.Key) is { } list)
                texts[ids.Key] = (await list.FindAsync(ids.Distinct().ToList())).Select(item => new ChoiceModel(item.Id, item.Text, item.Detail)).ToList();
        return texts;
    }

    private static IEnumerable<(string Field, int Id)> ChoicesIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(ChoicesIn),
        JsonObject rule => rule.SelectMany(member => ChoicesIn(member.Value)).Concat(ChoicesOf(rule)),
        _ => []
    };

    private static IEnumerable<(string Field, int Id)> ChoicesOf(JsonObject rule)
    {
        if (rule["field"] is not JsonValue field || !field.TryGetValue<string>(out var name) || rule["value"] is not JsonArray values)
            yield break;
        foreach (var value in values.OfType<JsonValue>())
            if (value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var id))
                yield return (name, id);
    }
}
