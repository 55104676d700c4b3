using System.Text.Json;
using Nop.Core;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Says what can be asked in the words of the working language. Every registered criterion appears by itself.</summary>
public class CatalogueModelFactory(CriteriaCatalogue catalogue, ILocalizationService localizationService, IWorkContext workContext)
{
    /// <summary>What the rule language calls the activity of which "every" speaks, and its one thing.</summary>
    private const string OrdersActivity = "orders", EveryOrder = "order";

    /// <summary>The whole catalogue.</summary>
    public async Task<CatalogueModel> PrepareAsync()
    {
        var languageId = (await workContext.GetWorkingLanguageAsync()).Id;
        var fields = await PrepareAllAsync(catalogue.Fields, languageId);
        var activities = new List<ActivityModel>();
        foreach (var activity in catalogue.Activities)
            activities.Add(new ActivityModel(
                activity.Name,
                await localizationService.GetResourceAsync(activity.ResourceKey),
                await PrepareAllAsync(activity.Measures, languageId),
                await PrepareAllAsync(activity.Filters, languageId)));

        return new CatalogueModel(fields, activities, [await PrepareEveryOrderAsync(languageId)]);
    }

    private async Task<EveryModel> PrepareEveryOrderAsync(int languageId)
    {
        const string key = $"{BuilderTexts.Prefix}Every.{EveryOrder}";
        return new EveryModel(
            EveryOrder,
            OrdersActivity,
            await localizationService.GetResourceAsync(key),
            await FindTextAsync($"{key}.Hint", languageId),
            await localizationService.GetResourceAsync($"{key}.Sentence"),
            await PrepareAllAsync(catalogue.OrderFilters, languageId));
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
        await localizationService.GetResourceAsync(criterion.ResourceKey),
        await FindTextAsync($"{criterion.ResourceKey}.Hint", languageId),
        JsonNamingPolicy.CamelCase.ConvertName(criterion.Kind.ToString()),
        criterion.Operators.Select(Operator.NameOf).ToList(),
        await FindTextAsync($"{criterion.ResourceKey}.Sentence", languageId),
        criterion.ChoiceList,
        criterion.TakesSubcategories,
        await FindTextAsync($"{criterion.ResourceKey}.Yes", languageId),
        await FindTextAsync($"{criterion.ResourceKey}.No", languageId));

    /// <summary>A text that need not be there.</summary>
    private async Task<string?> FindTextAsync(string key, int languageId)
    {
        var text = await localizationService.GetResourceAsync(key, languageId, logIfNotFound: false, returnEmptyIfNotFound: true);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
