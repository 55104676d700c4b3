using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Nop.Core;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Says what can be asked in the words of the working language. Every registered criterion appears by itself.</summary>
public class CatalogueModelFactory(CriteriaCatalogue catalogue, ILocalizationService localizationService, IWorkContext workContext)
{
    /// <summary>What the rule language calls the activity beside which the quantifiers are offered, and what they speak of.</summary>
    private const string OrdersActivity = "orders", Order = "order";

    private static readonly OrderQuantifier[] Quantifiers = [OrderQuantifier.Every, OrderQuantifier.First, OrderQuantifier.Latest];

    /// <summary>The whole catalogue.</summary>
    public async Task<CatalogueModel> PrepareAsync()
    {
        var languageId = (await workContext.GetWorkingLanguageAsync()).Id;
        return new CatalogueModel(
            await PrepareFieldsAsync(languageId),
            await PrepareActivitiesAsync(languageId),
            await PrepareQuantifiersAsync(languageId),
            await PrepareSegmentAsync(languageId));
    }

    private async Task<IReadOnlyList<CriterionModel>> PrepareFieldsAsync(int languageId)
    {
        var fields = catalogue.Fields.ToList();
        foreach (var family in catalogue.Families)
            fields.AddRange(await family.ListAsync());

        var models = new List<CriterionModel>();
        foreach (var field in fields)
        {
            var filters = field.Filters.Count > 0 ? await PrepareAllAsync(field.Filters, languageId) : null;
            models.Add(await PrepareAsync(field, languageId) with { Group = field.Group, Filters = filters });
        }

        return models;
    }

    private async Task<IReadOnlyList<ActivityModel>> PrepareActivitiesAsync(int languageId)
    {
        var models = new List<ActivityModel>();
        foreach (var activity in catalogue.Activities)
            models.Add(new ActivityModel(
                activity.Name,
                await localizationService.GetResourceAsync(activity.ResourceKey),
                await PrepareAllAsync(activity.Measures, languageId),
                await PrepareAllAsync(activity.Filters, languageId),
                activity.TakesWindow));
        return models;
    }

    private async Task<IReadOnlyList<QuantifierModel>> PrepareQuantifiersAsync(int languageId)
    {
        var filters = await PrepareAllAsync(catalogue.OrderFilters, languageId);
        var models = new List<QuantifierModel>();
        foreach (var quantifier in Quantifiers)
        {
            var key = $"{BuilderTexts.Prefix}{quantifier}.{Order}";
            models.Add(new QuantifierModel(
                JsonNamingPolicy.CamelCase.ConvertName(quantifier.ToString()),
                Order,
                OrdersActivity,
                await localizationService.GetResourceAsync(key),
                await FindTextAsync($"{key}.Hint", languageId),
                await localizationService.GetResourceAsync($"{key}.Sentence"),
                filters,
                // The first order of a window would be a first order only by name.
                TakesWindow: quantifier != OrderQuantifier.First));
        }

        return models;
    }

    private async Task<SegmentCriterionModel> PrepareSegmentAsync(int languageId)
    {
        const string key = $"{BuilderTexts.Prefix}Segment";
        return new SegmentCriterionModel(
            await localizationService.GetResourceAsync(key),
            await FindTextAsync($"{key}.Hint", languageId),
            await localizationService.GetResourceAsync($"{key}.Sentence"),
            SegmentCondition.Operators.Select(Operator.NameOf).ToList(),
            SegmentChoices.ListName);
    }

    private async Task<IReadOnlyList<CriterionModel>> PrepareAllAsync(IEnumerable<Criterion> criteria, int languageId)
    {
        var models = new List<CriterionModel>();
        foreach (var criterion in criteria)
            models.Add(await PrepareAsync(criterion, languageId));
        return models;
    }

    private async Task<CriterionModel> PrepareAsync(Criterion criterion, int languageId) => new(
        criterion.Name,
        Named(await localizationService.GetResourceAsync(criterion.ResourceKey), criterion),
        Named(await FindTextAsync($"{criterion.ResourceKey}.Hint", languageId), criterion),
        JsonNamingPolicy.CamelCase.ConvertName(criterion.Kind.ToString()),
        criterion.Operators.Select(Operator.NameOf).ToList(),
        Named(await FindTextAsync($"{criterion.ResourceKey}.Sentence", languageId), criterion),
        criterion.ChoiceList,
        criterion.TakesSubcategories,
        await FindTextAsync($"{criterion.ResourceKey}.Yes", languageId),
        await FindTextAsync($"{criterion.ResourceKey}.No", languageId));

    /// <summary>A text that many share, with what tells this one from the others. Sentences have other places in braces, which stay.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Named(string? text, Criterion criterion) =>
        criterion.Subject is { } subject ? text?.Replace("{0}", subject, StringComparison.Ordinal) : text;

    /// <summary>A text that need not be there.</summary>
    private async Task<string?> FindTextAsync(string key, int languageId)
    {
        var text = await localizationService.GetResourceAsync(key, languageId, logIfNotFound: false, returnEmptyIfNotFound: true);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
