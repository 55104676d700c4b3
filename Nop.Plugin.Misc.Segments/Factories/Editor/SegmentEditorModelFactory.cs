using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Core;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Prepares the page on which a segment is made or changed.</summary>
public class SegmentEditorModelFactory(
    BuilderTexts builderTexts,
    CatalogueModelFactory catalogueFactory,
    ChosenTexts chosenTexts,
    CountingText countingText,
    CurrencySign currencySign,
    SegmentsSettings settings,
    IWorkContext workContext)
{
    /// <summary>The model of a new segment.</summary>
    /// <param name="urls">Where its rule builder asks.</param>
    /// <param name="name">The name that it starts with; null for none.</param>
    /// <param name="definition">The rules that it starts with; null for none.</param>
    public Task<SegmentEditorModel> PrepareNewAsync(BuilderUrls urls, string? name = null, string? definition = null) => PrepareBuilderAsync(
        new SegmentEditorModel { Active = true, IncludeGuests = settings.IncludeGuestsByDefault, Name = name, Definition = definition }, urls, []);

    /// <summary>The model of a stored segment.</summary>
    public Task<SegmentEditorModel> PrepareAsync(Segment segment, BuilderUrls urls) => PrepareBuilderAsync(
        new SegmentEditorModel
        {
            Id = segment.Id,
            Name = segment.Name,
            Description = segment.Description,
            Active = segment.Active,
            IncludeGuests = segment.IncludeGuests,
            Definition = segment.Definition
        },
        urls, []);

    /// <summary>Completes a model that was posted, so that nothing that was typed is lost.</summary>
    public async Task<SegmentEditorModel> PrepareBuilderAsync(SegmentEditorModel model, BuilderUrls urls, IReadOnlyList<DefinitionError> errors)
    {
        var definition = Parse(model.Definition);
        var catalogue = await catalogueFactory.PrepareAsync();
        var language = await workContext.GetWorkingLanguageAsync();
        model.BuilderData = EditorJson.Write(new BuilderData(
            language.LanguageCulture,
            await currencySign.GetAsync(),
            await countingText.DescribeAsync(),
            new BuilderLimits(
                SegmentDefinition.MaximumDepth,
                SegmentDefinition.MaximumConditions,
                SegmentDefinition.MaximumValues,
                SegmentDefinition.MaximumTextLength),
            urls,
            await builderTexts.LoadAsync(),
            catalogue,
            definition,
            await chosenTexts.LoadAsync(definition, catalogue),
            errors));
        return model;
    }

    private static JsonNode? Parse(string? definition)
    {
        if (string.IsNullOrWhiteSpace(definition))
            return null;
        try
        {
            return JsonNode.Parse(definition);
        }
        catch (JsonException)
        {
            // What is no JSON was not made on this page; the message says so, and one starts anew.
            return null;
        }
    }
}
