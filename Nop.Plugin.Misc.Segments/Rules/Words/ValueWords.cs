using Nop.Core.Domain.Directory;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Catalog;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>Says what a criterion is compared with.</summary>
internal sealed class ValueWords(LanguageTexts texts, ChoiceLookup choiceLookup, IPriceFormatter priceFormatter, Currency currency)
{
    /// <summary>How many values of a list are named; of the rest only the number is said.</summary>
    public const int LongestList = 5;

    /// <summary>A comparison with numbers: "at least 3".</summary>
    public async Task<string> CompareAsync(Criterion criterion, RuleOperator ruleOperator, RuleValue? value) => value switch
    {
        NumberRangeValue v => await texts.SayAsync("Number.between", await NumberAsync(criterion, v.From), await NumberAsync(criterion, v.To)),
        NumberValue v => texts.Fill(await FindComparisonAsync(criterion, ruleOperator), await NumberAsync(criterion, v.Number)),
        _ => string.Empty
    };

    /// <summary>The value alone: a number, a text, a list; nothing where there is none.</summary>
    public async Task<string> SayAsync(Criterion criterion, RuleOperator ruleOperator, RuleValue? value) => value switch
    {
        NumberValue v => await NumberAsync(criterion, v.Number),
        TextValue v => await QuoteAsync(v.Text),
        TextsValue v when criterion.Kind == ValueKind.Code => await ListAsync(await FindCodesAsync(criterion, v), ruleOperator),
        TextsValue v => await ListAsync(await QuoteAsync(v.Texts.Distinct(StringComparer.OrdinalIgnoreCase)), ruleOperator),
        ChoiceValue v => await SayChoicesAsync(criterion, ruleOperator, v),
        _ => string.Empty
    };

    /// <summary>A share of a hundred.</summary>
    public Task<string> PercentAsync(decimal percent) => texts.SayAsync("Percent", texts.Number(percent));

    /// <summary>A text or a name in quotation marks.</summary>
    public Task<string> QuoteAsync(string text) => texts.SayAsync("Quoted", text);

    /// <summary>The names of some entries of a list; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<string>> FindNamesAsync(string? listName, IReadOnlyCollection<int> ids) =>
        choiceLookup.FindList(listName) is { } list ? (await list.FindAsync(ids)).Select(item => item.Text).ToList() : [];

    private async Task<IReadOnlyList<string>> QuoteAsync(IEnumerable<string> all)
    {
        var quoted = new List<string>();
        foreach (var text in all)
            quoted.Add(await QuoteAsync(text));
        return quoted;
    }

    private async Task<string> FindComparisonAsync(Criterion criterion, RuleOperator ruleOperator)
    {
        var name = Operator.NameOf(ruleOperator);
        // What can be counted is fewer, an amount or an age is less.
        var isCount = criterion.Kind == ValueKind.Number && criterion is not CustomerField;
        return await texts.FindAsync(isCount ? [$"Count.{name}", $"Number.{name}"] : [$"Number.{name}"])
               ?? throw new InvalidOperationException($"{name} does not compare numbers.");
    }

    private async Task<string> NumberAsync(Criterion criterion, decimal number) => criterion.Kind switch
    {
        ValueKind.Money => await priceFormatter.FormatPriceAsync(number, true, currency, texts.LanguageId, true, false),
        ValueKind.Percent => await PercentAsync(number),
        _ => texts.Number(number)
    };

    private async Task<IReadOnlyList<string>> FindCodesAsync(Criterion criterion, TextsValue value) =>
        choiceLookup.FindCodes(criterion.ChoiceList) is { } list
            ? (await list.FindAsync(value.Texts)).Select(item => item.Text).Distinct().ToList()
            : value.Texts;

    private async Task<string> SayChoicesAsync(Criterion criterion, RuleOperator ruleOperator, ChoiceValue value)
    {
        var ids = value.Choices.Select(choice => choice.Id).OfType<int>().Distinct().ToList();
        var found = await FindNamesAsync(criterion.ChoiceList, ids);
        // Names that were not resolved yet, as in a file that is to be imported, come first: they are what one has to look at.
        var unresolved = await QuoteAsync(value.Choices.Select(choice => choice.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase));
        var names = unresolved.Concat(found.Distinct()).ToList();
        var list = names.Count == 0 ? "…" : await ListAsync(names, ruleOperator);
        if (found.Count < ids.Count)
            list += $" ({await texts.SayAsync("Missing", texts.Number(ids.Count - found.Count))})";
        return value.IncludeSubcategories ? await texts.SayAsync("WithSubcategories", list) : list;
    }

    private async Task<string> ListAsync(IReadOnlyList<string> names, RuleOperator ruleOperator)
    {
        var shown = names.Take(LongestList).ToList();
        var last = await texts.JoinAsync([string.Empty, shown[^1]], all: ruleOperator == RuleOperator.IsAllOf);
        var list = shown.Count == 1 ? shown[0] : string.Join(", ", shown.SkipLast(1)) + last;
        return names.Count > shown.Count ? await texts.SayAsync("More", list, texts.Number(names.Count - shown.Count)) : list;
    }
}
