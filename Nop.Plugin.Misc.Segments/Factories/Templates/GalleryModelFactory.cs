using System.Text.Json;
using Nop.Core;
using Nop.Plugin.Misc.Segments.Factories.Editor;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Models.Templates;
using Nop.Plugin.Misc.Segments.Templates;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Templates;

/// <summary>Prepares the gallery of templates.</summary>
public sealed class GalleryModelFactory(
    CountingText countingText,
    CurrencySign currencySign,
    ILocalizationService localizationService,
    IWorkContext workContext)
{
    /// <summary>The short names by which the script asks for texts.</summary>
    internal static readonly IReadOnlyList<string> Texts =
    [
        "Count.Again", "Count.Counting", "Count.Failed", "Count.Many", "Count.One", "Count.Share", "Count.Waiting",
        "Missing.brand", "Missing.category", "Missing.country", "Missing.product", "Picker.Failed", "Picker.Nothing", "Picker.Remove",
        "Picker.Search.brand", "Picker.Search.category", "Picker.Search.country", "Picker.Search.product", "Picker.Searching",
        "Search", "Search.Found", "Search.Nothing", "Use", "Use.Label", "Wrong"
    ];

    /// <summary>The page.</summary>
    public async Task<GalleryModel> PrepareAsync(GalleryUrls urls)
    {
        var texts = new Dictionary<string, string>();
        foreach (var name in Texts)
            texts[name] = await TextAsync(name);
        var groups = new List<TemplateGroupModel>();
        foreach (var group in TemplateGroup.All)
            groups.Add(await PrepareAsync(group));
        var culture = (await workContext.GetWorkingLanguageAsync()).LanguageCulture;
        return new GalleryModel
        {
            CountingOrders = await countingText.DescribeAsync(),
            Data = EditorJson.Write(new GalleryData(culture, await currencySign.GetAsync(), urls, texts, groups))
        };
    }

    private async Task<TemplateGroupModel> PrepareAsync(string group)
    {
        var templates = new List<TemplateModel>();
        foreach (var template in TemplateCatalogue.All.Where(template => template.Group == group))
            templates.Add(await PrepareAsync(template));
        return new TemplateGroupModel(group, await TextAsync($"Group.{group}"), templates);
    }

    private async Task<TemplateModel> PrepareAsync(SegmentTemplate template)
    {
        var inputs = new List<TemplateInputModel>();
        foreach (var input in template.Inputs)
        {
            var isChoice = input.Kind == InputKind.Choice;
            inputs.Add(new TemplateInputModel(
                input.Name,
                JsonNamingPolicy.CamelCase.ConvertName(input.Kind.ToString()),
                await TextAsync($"Input.{input.Name}"),
                isChoice ? null : input.Default,
                isChoice ? null : input.Maximum,
                input.List));
        }

        return new TemplateModel(
            template.Name,
            await localizationService.GetResourceAsync(template.ResourceKey),
            await localizationService.GetResourceAsync($"{template.ResourceKey}.Purpose"),
            await localizationService.GetResourceAsync($"{template.ResourceKey}.Sentence"),
            inputs);
    }

    private Task<string> TextAsync(string name) => localizationService.GetResourceAsync(SegmentTemplate.Prefix + name);
}
