using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>
/// Says what narrows an activity down, as that activity means it: of orders it is the orders that are looked at, of lines and used discounts only some
/// are counted.
/// </summary>
internal sealed class FilterWords(LanguageTexts texts, ComparisonWords comparisons, ValueWords values)
{
    /// <summary>The end of the key of what is said of one line of an order rather than of the order.</summary>
    private const string OfLine = ".line";

    /// <summary>What is said behind the thing that is narrowed down, with a blank before it; nothing without filters.</summary>
    public async Task<string> SayAsync(IReadOnlyList<FilterCondition> where)
    {
        var items = where.Where(filter => filter.Field is ItemFilter).ToList();
        var parts = await SayEachAsync(where.Except(items));
        // All that is asked of lines holds for one and the same line.
        if (items.Count == 1)
            parts.AddRange(await SayEachAsync(items));
        else if (items.Count > 1)
            parts.Add(await texts.SayAsync("Line", await JoinAsync(await SayEachAsync(items, OfLine))));
        return await JoinAsync(parts);
    }

    /// <summary>The same where lines of orders are measured.</summary>
    public async Task<string> SayForItemsAsync(IReadOnlyList<FilterCondition> where)
    {
        var items = where.Where(filter => filter.Field is ItemFilter).ToList();
        var lines = LanguageTexts.End(await JoinAsync(await SayEachAsync(items, OfLine)));
        var orders = LanguageTexts.End(await JoinAsync(await SayEachAsync(where.Except(items))));
        return (lines.Length, orders.Length) switch
        {
            (0, 0) => string.Empty,
            (_, 0) => $" ({await texts.SayAsync("Only.Lines", lines)})",
            (0, _) => $" ({await texts.SayAsync("Only.Orders", orders)})",
            _ => $" ({await texts.SayAsync("Only.Lines.Orders", lines, orders)})"
        };
    }

    /// <summary>The same where used discounts are counted: a filter that names discounts says which of them count.</summary>
    public async Task<string> SayForDiscountsAsync(IReadOnlyList<FilterCondition> where)
    {
        var only = new List<string>();
        var orders = new List<FilterCondition>();
        foreach (var filter in where)
            if (await FindDiscountsAsync(filter) is { } discounts)
                only.Add(discounts);
            else
                orders.Add(filter);

        if (orders.Count > 0)
            only.Add(await texts.SayAsync("Only.Orders", LanguageTexts.End(await JoinAsync(await SayEachAsync(orders)))));
        return only.Count == 0 ? string.Empty : $" ({string.Join("; ", only)})";
    }

    private async Task<string?> FindDiscountsAsync(FilterCondition filter) => filter switch
    {
        { Field: OrderDiscountFilter, Operator: RuleOperator.IsAnyOf or RuleOperator.IsAllOf, Value: ChoiceValue value } => await texts.SayAsync(
            $"Only.Discounts.{Operator.NameOf(value.Choices.Count == 1 ? RuleOperator.IsAnyOf : filter.Operator)}",
            await values.SayAsync(filter.Field, filter.Operator, value)),
        { Field: OrderUsedCouponFilter, Value: YesNoValue { Yes: true } } => await texts.SayAsync("Only.Coupons"),
        _ => null
    };

    private async Task<List<string>> SayEachAsync(IEnumerable<FilterCondition> where, string variant = "")
    {
        var parts = new List<string>();
        foreach (var filter in where)
            parts.Add(await comparisons.FindAsync(filter.Field, filter.Operator, filter.Value, variant)
                      ?? await comparisons.SayPlainlyAsync("Else.Filter", filter.Field, filter.Operator, filter.Value));
        return parts;
    }

    private async Task<string> JoinAsync(IReadOnlyList<string> parts) => parts.Count == 0 ? string.Empty : $" {await texts.JoinAsync(parts)}";
}
