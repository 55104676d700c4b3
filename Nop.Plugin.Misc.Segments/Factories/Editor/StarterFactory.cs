using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Examples that a merchant can start from.</summary>
public class StarterFactory(ILocalizationService localizationService)
{
    private static readonly (string Name, string Definition)[] Starters =
    [
        ("Vip", """
                {"version":1,"rules":{"match":"all","rules":[
                  {"activity":"orders","measure":"count","operator":"greaterThan","value":10},
                  {"activity":"orders","measure":"total","operator":"atLeast","value":1000}]}}
                """),
        ("Lapsed", """
                   {"version":1,"rules":{"match":"all","rules":[
                     {"activity":"orders","measure":"count","operator":"atLeast","value":2},
                     {"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":180}]}}
                   """),
        ("New", """
                {"version":1,"rules":{"match":"all","rules":[
                  {"field":"customer.registeredOn","operator":"inLast","value":30},
                  {"activity":"orders","measure":"count","operator":"equals","value":0}]}}
                """)
    ];

    /// <summary>The examples in the working language.</summary>
    public async Task<IReadOnlyList<StarterModel>> PrepareAsync()
    {
        var models = new List<StarterModel>();
        foreach (var (name, definition) in Starters)
            models.Add(new StarterModel(
                await localizationService.GetResourceAsync($"{BuilderTexts.Prefix}Starter.{name}"),
                await localizationService.GetResourceAsync($"{BuilderTexts.Prefix}Starter.{name}.Hint"),
                JsonNode.Parse(definition)!));
        return models;
    }
}
