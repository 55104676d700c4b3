using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Catalog;
using Nop.Services.Directory;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Says definitions in plain words. Each language brings its own sentence for each criterion, so that word order is its own;
/// the pieces (comparisons, windows, filters, lists) are filled into it.
/// </summary>
public sealed class DefinitionDescriber(
    ChoiceLookup choiceLookup,
    CurrencySettings currencySettings,
    ICurrencyService currencyService,
    ILanguageService languageService,
    ILocalizationService localizationService,
    IPriceFormatter priceFormatter,
    IWorkContext workContext) : IDefinitionDescriber
{
    private readonly ChoiceLookup _choiceLookup = choiceLookup;
    private readonly ILocalizationService _localizationService = localizationService;
    private readonly IPriceFormatter _priceFormatter = priceFormatter;

    /// <inheritdoc />
    public async Task<string> DescribeAsync(SegmentDefinition definition, int languageId = 0)
    {
        var language = languageId > 0 ? await languageService.GetLanguageByIdAsync(languageId) : null;
        language ??= await workContext.GetWorkingLanguageAsync();
        var words = new Words(this, language.Id, CultureInfo.GetCultureInfo(language.LanguageCulture),
            await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId));
        return await words.SayAsync("Definition", await words.DescribeAsync(definition.Rules, true));
    }

    /// <summary>The words of one language.</summary>
    private sealed class Words(DefinitionDescriber describer, int languageId, CultureInfo culture, Currency currency)
    {
        public async Task<string> DescribeAsync(RuleNode node, bool outermost = false) => node switch
        {
            RuleGroup group => await DescribeGroupAsync(group, outermost),
            FieldCondition c => await DescribeFieldAsync(c),
            ActivityCondition c => await DescribeActivityAsync(c),
            OrderCondition c => await SayAsync(c.Where.Count == 0 ? "Every.Any" : "Every",
                await DescribeWindowAsync(c.Within), await DescribeFiltersAsync(c.Where)),
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, null)
        };

        /// <summary>A text with its places filled.</summary>
        public async Task<string> SayAsync(string key, params object[] pieces) => string.Format(culture, await TextAsync(key), pieces);

        private async Task<string> DescribeGroupAsync(RuleGroup group, bool outermost)
        {
            var parts = new List<string>();
            foreach (var rule in group.Rules)
                parts.Add(await DescribeAsync(rule));

            if (group.Match == GroupMatch.None)
                return await SayAsync("Group.None", string.Join("; ", parts));
            if (parts.Count == 1)
                return parts[0];
            var joined = string.Join(await TextAsync(group.Match == GroupMatch.All ? "Group.And" : "Group.Or"), parts);
            return outermost ? joined : $"({joined})";
        }

        private async Task<string> DescribeFieldAsync(FieldCondition condition)
        {
            var form = condition.Value is YesNoValue { Yes: var yes } ? yes ? "yes" : "no" : Operator.NameOf(condition.Operator);
            var value = await DescribeValueAsync(condition.Field, condition.Operator, condition.Value);
            return await FindAsync($"{condition.Field.Name}.{form}") is { } sentence
                ? string.Format(culture, sentence, value)
                : await SayPlainlyAsync(condition.Field, condition.Operator, value);
        }

        private async Task<string> DescribeActivityAsync(ActivityCondition condition)
        {
            var key = $"{condition.Activity.Name}.{condition.Measure.Name}";
            var window = await DescribeWindowAsync(condition.Within);
            var where = await DescribeFiltersAsync(condition.Where);
            if (condition.Measure.IsZeroForNothing && OnlyNothing(condition) && await FindAsync($"{key}.nothing") is { } nothing)
                return string.Format(culture, nothing, window, where);

            var value = await DescribeValueAsync(condition.Measure, condition.Operator, condition.Value);
            var narrowed = where.Length > 0 ? await FindAsync($"{key}.where") : null;
            return (narrowed ?? await FindAsync(key)) is { } sentence
                ? string.Format(culture, sentence, value, window, where)
                : await SayPlainlyAsync(condition.Measure, condition.Operator, value) + window + where;
        }

        /// <summary>Whether only a customer with nothing at all can pass.</summary>
        private static bool OnlyNothing(ActivityCondition condition) => condition.Measure.Kind == ValueKind.Number
            && NumberTest.Of(condition.Operator, condition.Value) is var test
            && test.Holds(0) && !test.Holds(1) && !test.Holds(int.MaxValue);

        private async Task<string> DescribeFiltersAsync(IReadOnlyList<FilterCondition> where)
        {
            if (where.Count == 0)
                return string.Empty;
            var parts = new List<string>();
            foreach (var filter in where)
            {
                var value = await DescribeValueAsync(filter.Field, filter.Operator, filter.Value);
                var form = filter.Value is ChoiceValue ? $"{filter.Field.Name}.{Operator.NameOf(filter.Operator)}" : filter.Field.Name;
                parts.Add(await FindAsync(form) is { } sentence
                    ? string.Format(culture, sentence, value)
                    : await SayPlainlyAsync(filter.Field, filter.Operator, value));
            }

            return " " + string.Join(await TextAsync("Group.And"), parts);
        }

        private async Task<string> SayPlainlyAsync(Criterion criterion, RuleOperator ruleOperator, string value)
        {
            var name = await describer._localizationService.GetResourceAsync(criterion.ResourceKey, languageId, false, criterion.Name);
            return await SayAsync(criterion.Kind == ValueKind.Choice && ruleOperator == RuleOperator.IsNoneOf ? "Plain.Not" : "Plain", name, value);
        }

        private async Task<string> DescribeValueAsync(Criterion criterion, RuleOperator ruleOperator, RuleValue? value) => (criterion.Kind, value) switch
        {
            (ValueKind.Date, NumberValue v) => v.Number.ToString("N0", culture),
            (_, NumberValue v) => await SayAsync($"Number.{Operator.NameOf(ruleOperator)}", await DescribeNumberAsync(criterion, v.Number)),
            (_, NumberRangeValue v) => await SayAsync("Number.between",
                await DescribeNumberAsync(criterion, v.From), await DescribeNumberAsync(criterion, v.To)),
            (_, DateValue v) => Describe(v.Date),
            (_, DateRangeValue v) => await SayAsync("Dates", Describe(v.From), Describe(v.To)),
            (_, ChoiceValue v) => await DescribeChoicesAsync(criterion, ruleOperator, v),
            _ => string.Empty
        };

        private async Task<string> DescribeNumberAsync(Criterion criterion, decimal number) => criterion.Kind == ValueKind.Money
            ? await describer._priceFormatter.FormatPriceAsync(number, true, currency, languageId, true, false)
            : number.ToString(number == decimal.Truncate(number) ? "N0" : "#,0.####", culture);

        private string Describe(DateOnly date) => date.ToString("d", culture);

        private async Task<string> DescribeChoicesAsync(Criterion criterion, RuleOperator ruleOperator, ChoiceValue value)
        {
            var found = await describer._choiceLookup.FindList(criterion.ChoiceList)!.FindAsync(value.Ids);
            var names = found.Select(item => item.Text).Distinct().ToList();
            var gone = value.Ids.Distinct().Count() - found.Count;
            if (gone > 0)
                names.Add(await SayAsync("Missing", gone));
            var last = await TextAsync(ruleOperator == RuleOperator.IsAllOf ? "Group.And" : "Group.Or");
            var list = names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + last + names[^1];
            return value.IncludeSubcategories ? await SayAsync("WithSubcategories", list) : list;
        }

        private async Task<string> DescribeWindowAsync(TimeWindow? window) => window switch
        {
            null => string.Empty,
            LastWindow w => " " + await SayAsync($"Window.last.{UnitOf(w.Unit)}", w.Count),
            OlderThanWindow w => " " + await SayAsync($"Window.olderThan.{UnitOf(w.Unit)}", w.Count),
            AgeWindow w => " " + await SayAsync($"Window.between.{UnitOf(w.Unit)}", w.From, w.To),
            DatesWindow { From: { } from, To: { } to } => " " + await SayAsync("Window.fromTo", Describe(from), Describe(to)),
            DatesWindow { From: { } from } => " " + await SayAsync("Window.from", Describe(from)),
            DatesWindow { To: { } to } => " " + await SayAsync("Window.to", Describe(to)),
            _ => throw new ArgumentOutOfRangeException(nameof(window), window, null)
        };

        private static string UnitOf(TimeUnit unit) => unit == TimeUnit.Day ? "day" : "hour";

        private async Task<string> TextAsync(string key) =>
            await FindAsync(key) ?? throw new InvalidOperationException($"The text {KeyOf(key)} is missing.");

        private async Task<string?> FindAsync(string key) =>
            await describer._localizationService.GetResourceAsync(KeyOf(key), languageId, false, string.Empty, true) is { Length: > 0 } text ? text : null;

        private static string KeyOf(string key) => $"{SegmentsDefaults.ResourcePrefix}.Words.{key}";
    }
}
