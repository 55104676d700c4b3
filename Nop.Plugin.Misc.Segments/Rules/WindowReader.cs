using System.Text.Json;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Reads a window.</summary>
/// <param name="fail">Takes a path and what is wrong there.</param>
internal sealed class WindowReader(Action<string, string> fail)
{
    private const string Shapes =
        "it has to be {\"last\": n, \"unit\": \"day\"}, {\"olderThan\": n, \"unit\": ...}, {\"between\": [n, m], \"unit\": ...} or {\"from\": date, \"to\": date}; "
        + "the units are \"day\" and \"hour\".";

    private readonly ValueReader _values = new(fail);

    public TimeWindow? Read(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Fail(path, $"{DefinitionReader.Show(element)} is not a window: {Shapes}");

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in element.EnumerateObject())
            if (!members.TryAdd(member.Name, member.Value))
                return Fail(DefinitionPath.Of(path, DefinitionReader.Shorten(member.Name)), "stands there more than once.");

        var kinds = string.Join('+', members.Keys.Order(StringComparer.Ordinal));
        switch (kinds)
        {
            case "last+unit":
                return ReadUnit(members, path) is { } unit && ReadAge(members["last"], DefinitionPath.Of(path, "last"), unit) is { } last
                    ? new LastWindow(last, unit)
                    : null;
            case "olderThan+unit":
                return ReadUnit(members, path) is { } olderUnit && ReadAge(members["olderThan"], DefinitionPath.Of(path, "olderThan"), olderUnit) is { } older
                    ? new OlderThanWindow(older, olderUnit)
                    : null;
            case "between+unit":
                return ReadUnit(members, path) is { } ageUnit
                       && _values.ReadPair(members["between"], DefinitionPath.Of(path, "between"), "two ages", (e, p) => ReadAge(e, p, ageUnit)) is var (young, old)
                    ? new AgeWindow(young, old, ageUnit)
                    : null;
            case "from" or "to" or "from+to":
                return ReadDates(members, path);
            default:
                return Fail(path, $"{DefinitionReader.Show(element)} is not a window: {Shapes}");
        }
    }

    private DatesWindow? ReadDates(Dictionary<string, JsonElement> members, string path)
    {
        DateOnly? from = members.TryGetValue("from", out var f) ? _values.ReadDate(f, DefinitionPath.Of(path, "from")) : null;
        DateOnly? to = members.TryGetValue("to", out var t) ? _values.ReadDate(t, DefinitionPath.Of(path, "to")) : null;
        if (from > to)
            fail(path, $"goes from {from:yyyy-MM-dd} back to {to:yyyy-MM-dd}; the first date may not be after the second.");
        return new DatesWindow(from, to);
    }

    private TimeUnit? ReadUnit(Dictionary<string, JsonElement> members, string path)
    {
        var unit = members["unit"];
        switch (unit.ValueKind == JsonValueKind.String ? unit.GetRawText() : null)
        {
            case "\"day\"":
                return TimeUnit.Day;
            case "\"hour\"":
                return TimeUnit.Hour;
            default:
                fail(DefinitionPath.Of(path, "unit"), $"{DefinitionReader.Show(unit)} is not known; it has to be \"day\" or \"hour\".");
                return null;
        }
    }

    private int? ReadAge(JsonElement element, string path, TimeUnit unit) => unit == TimeUnit.Day
        ? _values.ReadCount(element, path, "days", ValueReader.LargestDays)
        : _values.ReadCount(element, path, "hours", ValueReader.LargestDays * 24);

    private TimeWindow? Fail(string path, string message)
    {
        fail(path, message);
        return null;
    }
}
