using System.Text.Json.Nodes;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>What the operators mean, kind of value by kind of value, and what windows and days are.</content>
internal partial class NaiveEvaluator
{
    protected virtual StringComparison TextComparison => StringComparison.OrdinalIgnoreCase;

    protected virtual StringComparison CodeComparison => StringComparison.OrdinalIgnoreCase;

    // Numbers.

    protected virtual bool HoldsNumber(string op, decimal number, JsonNode value) => op switch
    {
        "equals" => number == Number(value),
        "notEquals" => number != Number(value),
        "greaterThan" => number > Number(value),
        "atLeast" => number >= Number(value),
        "lessThan" => number < Number(value),
        "atMost" => number <= Number(value),
        "between" => number >= Number(value[0]) && number <= Number(value[1]),
        _ => throw Unknown(op)
    };

    /// <summary>A number of a customer, which may be unknown: then only notEquals holds.</summary>
    protected virtual bool HoldsUnknownNumber(string op, decimal? number, JsonNode value) =>
        number is { } known ? HoldsNumber(op, known, value) : op == "notEquals";

    /// <summary>A measure, which may be unknown: then nothing holds.</summary>
    protected virtual bool HoldsMeasure(string op, decimal? measured, JsonNode value) => measured is { } number && HoldsNumber(op, number, value);

    // Choices.

    protected virtual bool HoldsChoice(string op, List<int> chosen, List<int> actual) => op switch
    {
        "isAnyOf" => actual.Any(chosen.Contains),
        "isNoneOf" => !actual.Any(chosen.Contains),
        "isAllOf" => chosen.All(actual.Contains),
        _ => throw Unknown(op)
    };

    protected virtual bool HoldsCode(string op, List<string> codes, string? code) => op switch
    {
        "isAnyOf" => IsOneOf(codes, code, CodeComparison),
        "isNoneOf" => !IsOneOf(codes, code, CodeComparison),
        _ => throw Unknown(op)
    };

    private static bool IsOneOf(List<string> texts, string? text, StringComparison comparison) => texts.Any(one => string.Equals(one, text, comparison));

    // Text.

    protected virtual bool HoldsText(string op, JsonNode? value, string? text)
    {
        var empty = IsEmpty(text);
        return op switch
        {
            "is" => !empty && string.Equals(text, Text(value), TextComparison),
            "isNot" => empty || !string.Equals(text, Text(value), TextComparison),
            "contains" => !empty && text!.Contains(Text(value), TextComparison),
            "doesNotContain" => empty || !text!.Contains(Text(value), TextComparison),
            "startsWith" => !empty && text!.StartsWith(Text(value), TextComparison),
            "endsWith" => !empty && text!.EndsWith(Text(value), TextComparison),
            "isAnyOf" => !empty && IsOneOf(Texts(value), text, TextComparison),
            "isNoneOf" => empty || !IsOneOf(Texts(value), text, TextComparison),
            "isEmpty" => empty,
            "isNotEmpty" => !empty,
            _ => throw Unknown(op)
        };
    }

    /// <summary>Text of which there may be several: one that is so is enough, one that is not so forbids what is negative.</summary>
    protected virtual bool HoldsTexts(string op, JsonNode? value, List<string?> texts) => op switch
    {
        "isEmpty" or "isNot" or "doesNotContain" or "isNoneOf" => texts.All(text => HoldsText(op, value, text)),
        _ => texts.Any(text => HoldsText(op, value, text))
    };

    protected virtual bool IsEmpty(string? text) => string.IsNullOrEmpty(text);

    // Dates.

    /// <summary>A moment, looked at as the local day it lies in.</summary>
    protected virtual bool HoldsDate(string op, JsonNode? value, DateTime? moment) =>
        HoldsDay(op, value, moment is { } known ? LocalDay(known) : null, days => IsInLast(moment!.Value, days));

    protected virtual bool HoldsDay(string op, JsonNode? value, DateOnly? day, Func<int, bool> isInLast)
    {
        if (day is not { } known)
            return op is "isEmpty" or "notInLast";

        switch (op)
        {
            case "before":
                return known < Day(value);
            case "after":
                return known > Day(value);
            case "on":
                return known == Day(value);
            case "between":
                return known >= Day(value![0]) && known <= Day(value[1]);
            case "inLast":
                return isInLast(Whole(value));
            case "notInLast":
                return !isInLast(Whole(value));
            case "inNextAnniversary":
                return HasAnniversary(known, Whole(value));
            case "isEmpty":
                return false;
            case "isNotEmpty":
                return true;
            default:
                throw Unknown(op);
        }
    }

    protected virtual bool IsInLast(DateTime moment, int days) => moment <= Shop.Now && Age(moment) <= days;

    protected virtual bool HasAnniversary(DateOnly day, int withinDays)
    {
        var lastDay = Today.AddDays(withinDays);
        for (var years = 1; day.AddYears(years) <= lastDay; years++)
        {
            if (day.AddYears(years) >= Today)
                return true;
        }

        return false;
    }

    // Time.

    protected virtual DateOnly LocalDay(DateTime utc) => Shop.LocalDay(utc);

    /// <summary>Whole local days; today is 0.</summary>
    protected virtual int Age(DateTime utc) => Today.DayNumber - LocalDay(utc).DayNumber;

    protected virtual bool IsInWindow(DateTime utc, JsonObject? window)
    {
        if (window is null)
            return true;

        if (IsBeyondNow(utc))
            return false;

        var hours = window["unit"] is not null && Text(window["unit"]) == "hour";

        if (window["last"] is { } last)
            return hours ? IsNotOlderThanHours(utc, Whole(last)) : Age(utc) <= Whole(last);

        if (window["olderThan"] is { } olderThan)
            return IsOlderThan(utc, Whole(olderThan), hours);

        if (window["between"] is { } between)
        {
            var (from, to) = (Whole(between[0]), Whole(between[1]));
            return hours
                ? utc >= Shop.Now.AddHours(-to) && utc <= Shop.Now.AddHours(-from)
                : Age(utc) >= from && Age(utc) <= to;
        }

        return IsBetweenDays(utc, window["from"], window["to"]);
    }

    protected static JsonObject? Window(JsonObject condition) => condition["within"]?.AsObject();

    protected virtual bool IsBeyondNow(DateTime utc) => utc > Shop.Now;

    protected virtual bool IsNotOlderThanHours(DateTime utc, int hours) => utc >= Shop.Now.AddHours(-hours);

    protected virtual bool IsOlderThan(DateTime utc, int count, bool hours) => hours ? utc < Shop.Now.AddHours(-count) : Age(utc) > count;

    protected virtual bool IsBetweenDays(DateTime utc, JsonNode? from, JsonNode? to) =>
        (from is null || LocalDay(utc) >= Day(from)) && (to is null || LocalDay(utc) <= Day(to));
}
