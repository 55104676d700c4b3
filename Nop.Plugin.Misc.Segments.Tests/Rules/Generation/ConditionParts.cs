using FsCheck;
using FsCheck.Fluent;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Conditions and filters of each kind of value: the same for fields and for filters.</summary>
internal static class ConditionParts
{
    private static readonly string[] _strayTexts = ["%", "_", "a%", "A_B", "amp", ";", "&", "<", "ann", "\\", "<Value>", "@", "1", "zzz"];

    /// <summary>A choice, now and then by names.</summary>
    public static Gen<string> Choice(string field, bool several, IEnumerable<(int Id, string? Name)> choices, bool subcategories = false) =>
        from op in several ? Gen.Elements("isAnyOf", "isNoneOf", "isAllOf") : Gen.Elements("isAnyOf", "isNoneOf")
        from value in Chosen(choices.ToArray())
        from included in subcategories ? Gen.Elements("true", "true", "false", "") : Gen.Constant("")
        from text in Condition(field, op, value, ("includeSubcategories", included))
        select text;

    public static Gen<string> Choice(string field, IEnumerable<int> ids) => Choice(field, false, ids.Select(id => (id, (string?)null)));

    public static Gen<string> Codes(string field, params string[] codes) =>
        from op in Gen.Elements("isAnyOf", "isNoneOf")
        from count in Gen.Choose(1, 2)
        from shuffled in Gen.Shuffle(codes)
        from text in Condition(field, op, Json.Array(shuffled.Take(count).Select(Json.Quote)))
        select text;

    public static Gen<string> YesNo(string field) =>
        from value in Gen.Elements("true", "false")
        from text in Condition(field, "is", value)
        select text;

    public static Gen<string> Compared(string field, Gen<decimal> values) =>
        from comparison in Comparisons(values)
        from text in Condition(field, comparison.Operator, comparison.Value)
        select text;

    public static Gen<string> Compared(string field, Gen<int> values) => Compared(field, values.Select(value => (decimal)value));

    /// <summary>Text, by what is there, pieces of it, and what SQL takes for something else.</summary>
    public static Gen<string> Texts(string field, IEnumerable<string?> texts)
    {
        var known = texts.Where(text => !string.IsNullOrEmpty(text)).Select(text => text!).Append("Ann").ToArray();
        var whole =
            from text in Gen.Elements(known)
            from written in Gen.Elements(text, text, text.ToUpperInvariant(), text.ToLowerInvariant())
            select written;
        var pieces =
            from text in whole
            from length in Gen.Choose(1, Math.Min(4, text.Length))
            from start in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Constant(text.Length - length)), (1, Gen.Choose(0, text.Length - length)))
            let piece = text.Substring(start, length)
            select string.IsNullOrWhiteSpace(piece) ? text : piece;
        var stray = Gen.Elements(_strayTexts);

        return Gen.Frequency(
            (3, from op in Gen.Elements("is", "isNot")
                from value in Gen.Frequency((5, whole), (1, stray))
                from text in Condition(field, op, Json.Quote(value))
                select text),
            (8, from op in Gen.Elements("contains", "doesNotContain", "startsWith", "startsWith", "endsWith", "endsWith")
                from value in Gen.Frequency((1, whole), (5, pieces), (3, stray))
                from text in Condition(field, op, Json.Quote(value))
                select text),
            (3, from op in Gen.Elements("isAnyOf", "isNoneOf")
                from count in Gen.Choose(1, 3)
                from values in Gen.ArrayOf(Gen.Frequency((5, whole), (1, stray)), count)
                from text in Condition(field, op, Json.Array(values.Distinct(StringComparer.OrdinalIgnoreCase).Select(Json.Quote)))
                select text),
            (2, from op in Gen.Elements("isEmpty", "isNotEmpty") from text in Condition(field, op, "") select text));
    }

    /// <summary>A date, by the days on which it lies for somebody.</summary>
    public static Gen<string> Dates(string field, IEnumerable<DateOnly> known, DateOnly today)
    {
        var days = Gen.Elements(Landmarks.Around(known.Append(today)));
        var ages = Landmarks.Near(known.Select(day => today.DayNumber - day.DayNumber).Where(age => age < 20_000), 0, 30, 365);
        var near = Gen.Elements(0, 0, 1, 1, 2, 3, 7, 30, 31, 363, 364, 365, 366, 400, 500, 800);

        return Gen.Frequency(
            (4, from op in Gen.Elements("before", "after", "on", "on")
                from day in days
                from text in Condition(field, op, Json.Quote(day))
                select text),
            (2, from pair in Gen.Two(days) from text in Condition(field, "between", Json.Range(pair.Item1, pair.Item2)) select text),
            (3, from op in Gen.Elements("inLast", "notInLast") from age in ages from text in Condition(field, op, Json.Number(age)) select text),
            (4, from count in near from text in Condition(field, "inNextAnniversary", Json.Number(count)) select text),
            (1, from op in Gen.Elements("isEmpty", "isNotEmpty") from text in Condition(field, op, "") select text));
    }

    public static Gen<(string Operator, string Value)> Comparisons(Gen<decimal> values) => Gen.Frequency(
        (1, from op in Gen.Elements("equals", "notEquals") from value in values select (op, Json.Number(value))),
        (3, Ranges(values)));

    /// <summary>Comparisons that need not hit a number exactly.</summary>
    public static Gen<(string Operator, string Value)> Ranges(Gen<decimal> values) => Gen.Frequency(
        (4, from op in Gen.Elements("greaterThan", "atLeast", "lessThan", "atMost") from value in values select (op, Json.Number(value))),
        (1, from pair in Gen.Two(values) select ("between", Json.Range(pair.Item1, pair.Item2))));

    public static Gen<string> Condition(string field, string op, string value, params (string, string)[] more) =>
        Json.Object([("field", Json.Quote(field)), ("operator", Json.Quote(op)), ("value", value), .. more]);

    private static Gen<string> Chosen((int Id, string? Name)[] choices) =>
        from shuffled in Gen.Shuffle(choices)
        from count in Gen.Choose(1, Math.Min(3, choices.Length))
        from named in Gen.Choose(0, 7)
        select Json.Array(shuffled.Take(count).Select((choice, index) =>
            choice.Name is { } name && named == index ? Json.Quote(name) : Json.Number(choice.Id)));
}
