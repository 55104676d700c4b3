using System.Globalization;
using System.Text.Json;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Reads the value of a comparison: what it has to look like follows from the criterion and the operator.</summary>
/// <param name="fail">Takes a path and what is wrong there.</param>
internal sealed class ValueReader(Action<string, string> fail)
{
    /// <summary>Amounts and numbers lie between minus and plus this.</summary>
    private const decimal LargestNumber = 1_000_000_000_000m;

    /// <summary>A hundred years: no shop looks further.</summary>
    internal const int LargestDays = 36_525;

    public RuleValue? Read(Dictionary<string, JsonElement> members, string path, Criterion criterion, RuleOperator ruleOperator)
    {
        var valuePath = DefinitionPath.Of(path, "value");
        var includeSubcategories = ReadIncludeSubcategories(members, path, criterion);
        if (ruleOperator is RuleOperator.IsEmpty or RuleOperator.IsNotEmpty)
        {
            if (members.TryGetValue("value", out var needless) && needless.ValueKind != JsonValueKind.Null)
                fail(valuePath, $"is not allowed with \"{Operator.NameOf(ruleOperator)}\".");
            return null;
        }

        if (!members.TryGetValue("value", out var value))
        {
            fail(valuePath, "is missing.");
            return null;
        }

        return (criterion.Kind, ruleOperator) switch
        {
            (_, RuleOperator.InTop or RuleOperator.InBottom) => ReadPercent(value, valuePath, above: 0) is { } rank ? new NumberValue(rank) : null,
            (ValueKind.Percent, RuleOperator.Between) => ReadPair(value, valuePath, "two percentages", (e, p) => ReadPercent(e, p)) is var (from, to)
                ? new NumberRangeValue(from, to)
                : null,
            (ValueKind.Percent, _) => ReadPercent(value, valuePath) is { } percent ? new NumberValue(percent) : null,
            (ValueKind.Hours, RuleOperator.Between) => ReadPair(value, valuePath, "two numbers of hours", ReadHours) is var (from, to)
                ? new NumberRangeValue(from, to)
                : null,
            (ValueKind.Hours, _) => ReadHours(value, valuePath) is { } hours ? new NumberValue(hours) : null,
            (ValueKind.Text, RuleOperator.IsAnyOf or RuleOperator.IsNoneOf) or (ValueKind.Code, _) =>
                ReadTexts(value, valuePath) is { } texts ? new TextsValue(texts) : null,
            (ValueKind.Text, _) => ReadText(value, valuePath) is { } text ? new TextValue(text) : null,
            (ValueKind.Number or ValueKind.Money or ValueKind.Days, RuleOperator.Between) => ReadPair(value, valuePath, "two numbers", ReadNumber) is var (from, to)
                ? new NumberRangeValue(from, to)
                : null,
            (ValueKind.Number or ValueKind.Money or ValueKind.Days, _) => ReadNumber(value, valuePath) is { } number ? new NumberValue(number) : null,
            (ValueKind.Date, RuleOperator.Between) => ReadPair(value, valuePath, "two dates", ReadDate) is var (from, to) ? new DateRangeValue(from, to) : null,
            (ValueKind.Date, RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary) =>
                ReadCount(value, valuePath, "days", LargestDays) is { } days ? new NumberValue(days) : null,
            (ValueKind.Date, _) => ReadDate(value, valuePath) is { } date ? new DateValue(date) : null,
            (ValueKind.YesNo, _) => ReadYesNo(value, valuePath) is { } yes ? new YesNoValue(yes) : null,
            (ValueKind.Choice, _) => ReadChoices(value, valuePath) is { } choices ? new ChoiceValue(choices, includeSubcategories) : null,
            _ => throw new InvalidOperationException($"{criterion.Name} is of the unknown kind {criterion.Kind}.")
        };
    }

    /// <summary>A whole number from 0 on.</summary>
    internal int? ReadCount(JsonElement element, string path, string unit, int largest)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number)
            && number == decimal.Truncate(number) && number >= 0 && number <= largest)
            return (int)number;
        fail(path, $"{DefinitionReader.Show(element)} is not a number of {unit}; it has to be a whole number from 0 to {largest}.");
        return null;
    }

    /// <summary>A date.</summary>
    internal DateOnly? ReadDate(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(Text(element), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        fail(path, $"{DefinitionReader.Show(element)} is not a date; it has to look like \"2025-12-31\".");
        return null;
    }

    /// <summary>Two values, the first not above the second.</summary>
    internal (T From, T To)? ReadPair<T>(JsonElement element, string path, string what, Func<JsonElement, string, T?> read) where T : struct, IComparable<T>
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            fail(path, $"has to be a list of {what}: from and to.");
            return null;
        }

        if (read(element[0], $"{path}[0]") is not { } from || read(element[1], $"{path}[1]") is not { } to)
            return null;
        if (from.CompareTo(to) <= 0)
            return (from, to);
        fail(path, $"goes from {DefinitionReader.Show(element[0])} down to {DefinitionReader.Show(element[1])}; the first may not be above the second.");
        return null;
    }

    private bool ReadIncludeSubcategories(Dictionary<string, JsonElement> members, string path, Criterion criterion)
    {
        if (!members.TryGetValue("includeSubcategories", out var include))
            return false;
        var includePath = DefinitionPath.Of(path, "includeSubcategories");
        if (!criterion.TakesSubcategories)
            fail(includePath, $"is not allowed with {criterion.Name}: only categories have subcategories.");
        else if (include.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            fail(includePath, $"{DefinitionReader.Show(include)} has to be true or false.");
        return include.ValueKind == JsonValueKind.True;
    }

    private decimal? ReadNumber(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) && Math.Abs(number) <= LargestNumber)
            return number;
        fail(path, element.ValueKind == JsonValueKind.Number
            ? $"{DefinitionReader.Show(element)} is too large; at most {LargestNumber:0} is allowed."
            : $"{DefinitionReader.Show(element)} is not a number.");
        return null;
    }

    /// <summary>A percentage with at most four decimals, so that shares can be compared as whole numbers.</summary>
    private decimal? ReadPercent(JsonElement element, string path, decimal? above = null)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number)
            && number is >= 0 and <= 100 && number != above && decimal.Round(number, 4) == number)
            return number;
        fail(path, $"{DefinitionReader.Show(element)} is not a percentage; it has to be a number {(above is null ? "from" : "above")} 0 up to 100 with at most 4 decimals.");
        return null;
    }

    private decimal? ReadHours(JsonElement element, string path)
    {
        const int largest = LargestDays * 24;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) && number is >= 0 and <= largest)
            return number;
        fail(path, $"{DefinitionReader.Show(element)} is not a number of hours; it has to be a number from 0 to {largest}.");
        return null;
    }

    private string? ReadText(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String && Text(element) is { Length: > 0 and <= SegmentDefinition.MaximumTextLength } text)
            return text;
        fail(path, $"{DefinitionReader.Show(element)} has to be a text of 1 to {SegmentDefinition.MaximumTextLength} characters.");
        return null;
    }

    private List<string>? ReadTexts(JsonElement element, string path) => ReadList(element, path, "texts", ReadText);

    private List<T>? ReadList<T>(JsonElement element, string path, string what, Func<JsonElement, string, T?> read) where T : class
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is 0 or > SegmentDefinition.MaximumValues)
        {
            fail(path, $"has to be a list of 1 to {SegmentDefinition.MaximumValues} {what}.");
            return null;
        }

        var values = element.EnumerateArray().Select((value, i) => read(value, $"{path}[{i}]")).OfType<T>().ToList();
        return values.Count == element.GetArrayLength() ? values : null;
    }

    private bool? ReadYesNo(JsonElement element, string path)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        fail(path, $"{DefinitionReader.Show(element)} has to be true or false.");
        return null;
    }

    private List<Choice>? ReadChoices(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is 0 or > SegmentDefinition.MaximumValues)
        {
            fail(path, $"has to be a list of 1 to {SegmentDefinition.MaximumValues} choices.");
            return null;
        }

        var choices = element.EnumerateArray().Select((choice, i) => ReadChoice(choice, $"{path}[{i}]")).OfType<Choice>().ToList();
        return choices.Count == element.GetArrayLength() ? choices : null;
    }

    /// <summary>An id or a name. Of the shop's own lists no entry has the id 0; of those that a platform enumeration makes some have.</summary>
    internal Choice? ReadChoice(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var id) && id >= 0)
            return new Choice(id, null);
        if (element.ValueKind == JsonValueKind.String && Text(element) is { Length: > 0 and <= SegmentDefinition.MaximumTextLength } name)
            return new Choice(null, name);
        fail(path, $"{DefinitionReader.Show(element)} is not a choice; it has to be an id or a name.");
        return null;
    }

    /// <summary>The text of a string, or null where it holds half a character.</summary>
    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
