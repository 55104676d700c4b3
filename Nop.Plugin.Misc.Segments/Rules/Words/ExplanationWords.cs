using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;
using Nop.Plugin.Misc.Segments.Rules.Explanation;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>Says what a customer has beside what a condition asks for: "Number of orders: 7, asked for: more than 10".</summary>
internal sealed class ExplanationWords(RuleWords words)
{
    private readonly LanguageTexts _texts = words.Texts;
    private readonly ValueWords _values = words.Values;

    /// <summary>A rule: of a group how its rules go together.</summary>
    public async Task<string> SayAsync(RuleNode node) => node is RuleGroup group
        ? await SayWhyAsync($"Group.{group.Match}")
        : await words.Conditions.SayAloneAsync(node);

    /// <summary>What a condition compares.</summary>
    public async Task<ComparisonText> CompareAsync(ConditionExplanation explanation) => (explanation.Condition, explanation.Actual) switch
    {
        (FieldCondition c, ActualField { Value: var value }) => new ComparisonText(
            await _texts.NameAsync(c.Field), await SayFieldAsync(c.Field, value), await SayAskedAsync(c.Field, c.Operator, c.Value)),
        (ActivityCondition c, ActualNumber { Number: var number }) => new ComparisonText(
            await _texts.NameAsync(c.Measure), await SayNumberAsync(c, number, NumberTest.Of(c.Operator, c.Value)), await SayAskedAsync(c.Measure, c.Operator, c.Value)),
        (ActivityCondition c, ActualRank rank) => new ComparisonText(
            await _texts.NameAsync(c.Measure), await SayNumberAsync(c, rank.Number, null), await SayRankAsync(c, rank.Threshold)),
        (OrderCondition c, ActualOrders { Orders: var orders }) => new ComparisonText(
            await SayWhyAsync($"Name.{c.Quantifier}"), await SayOrdersAsync(c, orders), await SayWhyAsync(c.Where.Count == 0 ? "Asked.AnyOrder" : $"Asked.{c.Quantifier}")),
        (SegmentCondition c, ActualMembership { Since: var since }) => new ComparisonText(
            await SaySegmentAsync(c.SegmentId),
            since is { } day ? await SayWhyAsync("Member.Since", _texts.Day(day)) : await SayWhyAsync("Member.Not"),
            await SayWhyAsync(c.Operator == RuleOperator.Is ? "Member" : "Member.Not")),
        _ => throw new ArgumentOutOfRangeException(nameof(explanation), explanation, null)
    };

    /// <summary>How much more of a number is needed: "2 more".</summary>
    public async Task<string> SayMoreAsync(RuleNode condition, decimal shortfall)
    {
        var measure = ((ActivityCondition)condition).Measure;
        return measure.Kind switch
        {
            ValueKind.Days => await _texts.SayCountAsync("Why.More.days", shortfall),
            ValueKind.Hours => await _texts.SayCountAsync("Why.More.hours", Math.Ceiling(shortfall)),
            _ => await SayWhyAsync("More", await _values.SayAsync(measure, RuleOperator.Equals, new NumberValue(shortfall)))
        };
    }

    private async Task<string> SayFieldAsync(Criterion field, RuleValue? value) => value switch
    {
        null => await SayWhyAsync("Nothing"),
        YesNoValue { Yes: var yes } => await SayWhyAsync(yes ? "Yes" : "No"),
        DateValue { Date: var day } => _texts.Day(day),
        _ => await _values.SayAsync(field, RuleOperator.IsAllOf, value)
    };

    private async Task<string> SayNumberAsync(ActivityCondition condition, decimal? number, NumberTest? test) => number is { } known
        ? await _values.SayAsync(condition.Measure, condition.Operator, new NumberValue(Shorten(condition.Measure, known, test)))
        : await SayWhyAsync("None");

    /// <summary>Fractions are cut short, but never so that the number would seem to pass when it does not, or the other way round.</summary>
    private static decimal Shorten(Criterion criterion, decimal number, NumberTest? test)
    {
        const int most = 4;
        for (var decimals = criterion.Kind == ValueKind.Money ? 2 : 1; decimals < most; decimals++)
            if (Math.Round(number, decimals) is var shorter && test?.Holds(shorter) == test?.Holds(number))
                return shorter;
        return Math.Round(number, most);
    }

    private async Task<string> SayRankAsync(ActivityCondition condition, decimal? threshold)
    {
        var rank = await SayWhyAsync($"Asked.{Operator.NameOf(condition.Operator)}", await _values.PercentAsync(((NumberValue)condition.Value).Number));
        return threshold is { } number
            ? await SayWhyAsync($"Asked.{Operator.NameOf(condition.Operator)}.Threshold", rank, await _values.SayAsync(condition.Measure, RuleOperator.Equals, new NumberValue(number)))
            : await SayWhyAsync("Asked.Rank.Nobody", rank);
    }

    private async Task<string> SayOrdersAsync(OrderCondition condition, OrdersLookedAt orders)
    {
        if (orders.Count == 0)
            return await SayWhyAsync("NoOrders");
        var (count, passing) = (_texts.Number(orders.Count), _texts.Number(orders.Passing));
        if (condition.Where.Count == 0)
            return await _texts.SayCountAsync("Why.Orders", orders.Count);
        return orders.Meant is { } order
            ? await SayWhyAsync(order.Passes ? "Order.Passes" : "Order.Fails", _texts.Day(order.Day), passing, count)
            : await SayWhyAsync("Orders.Passing", passing, count);
    }

    private async Task<string> SaySegmentAsync(int segmentId) => (await _values.FindNamesAsync(SegmentChoices.ListName, [segmentId])).FirstOrDefault() is { } name
        ? await SayWhyAsync("Name.Segment", await _values.QuoteAsync(name))
        : await SayWhyAsync("Name.Segment.Gone");

    private async Task<string> SayAskedAsync(Criterion criterion, RuleOperator ruleOperator, RuleValue? value)
    {
        if (criterion.Kind != ValueKind.Date && value is NumberValue or NumberRangeValue)
            return await _values.CompareAsync(criterion, ruleOperator, value);

        var said = value switch
        {
            null => string.Empty,
            YesNoValue { Yes: var yes } => await SayWhyAsync(yes ? "Yes" : "No"),
            _ when criterion.Kind == ValueKind.Date => await words.Windows.SayAsync(ruleOperator, value),
            _ => await _values.SayAsync(criterion, ruleOperator, value)
        };
        return ruleOperator switch
        {
            RuleOperator.IsNot or RuleOperator.IsNoneOf => await SayWhyAsync("Asked.But", said),
            RuleOperator.NotInLast => await SayWhyAsync("Asked.Not", said),
            RuleOperator.InNextAnniversary => await SayWhyAsync("Asked.Anniversary", said),
            RuleOperator.IsEmpty => await SayWhyAsync("Nothing"),
            RuleOperator.IsNotEmpty => await SayWhyAsync("Asked.Anything"),
            RuleOperator.Contains or RuleOperator.DoesNotContain or RuleOperator.StartsWith or RuleOperator.EndsWith =>
                await _texts.SayAsync($"Text.{Operator.NameOf(ruleOperator)}", said),
            _ => said
        };
    }

    private Task<string> SayWhyAsync(string key, params object[] pieces) => _texts.SayAsync($"Why.{key}", pieces);
}
