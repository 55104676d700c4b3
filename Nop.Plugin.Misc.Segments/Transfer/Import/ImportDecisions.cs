using System.Text.Json;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>What was decided about one segment.</summary>
/// <param name="Index">Which one of the import, counted over all files.</param>
/// <param name="Skip">It is not imported.</param>
/// <param name="Replace">Its rules take the place of those of the shop's segment of the same name.</param>
/// <param name="Name">The name under which it is imported; null to let one be found.</param>
public sealed record SegmentDecision(int Index, bool Skip = false, bool Replace = false, string? Name = null);

/// <summary>What was decided about a name that the shop does not know.</summary>
/// <param name="List">The list in which it was looked up; for a field the family that it belongs to.</param>
/// <param name="Name">The name.</param>
/// <param name="Use">What takes its place: an id of the list, or the name of a field; null for nothing.</param>
/// <param name="Drop">It is left out.</param>
public sealed record NameDecision(string List, string Name, string? Use = null, bool Drop = false);

/// <summary>What was decided about an import.</summary>
/// <param name="Segments">About its segments; of those that are not named nothing was decided.</param>
/// <param name="Names">About unknown names.</param>
/// <param name="Activate">New segments are switched on right away.</param>
public sealed record ImportDecisions(IReadOnlyList<SegmentDecision>? Segments = null, IReadOnlyList<NameDecision>? Names = null, bool Activate = false)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Nothing was decided yet.</summary>
    public static readonly ImportDecisions None = new();

    /// <summary>Reads what the page posts. What cannot be understood is as good as not decided: then the page asks.</summary>
    public static ImportDecisions Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return None;
        try
        {
            return JsonSerializer.Deserialize<ImportDecisions>(json, Json) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>About one segment.</summary>
    public SegmentDecision Of(int index) => Segments?.FirstOrDefault(decision => decision?.Index == index) ?? new SegmentDecision(index);

    /// <summary>About one name; null when nothing was decided.</summary>
    public NameDecision? Of(UnknownKey key) => Names?.LastOrDefault(decision => decision is not null && key == new UnknownKey(decision.List, decision.Name));
}

/// <summary>An unknown name: the same name of the same list is decided about once, wherever it stands.</summary>
public readonly record struct UnknownKey(string List, string Name)
{
    /// <summary>Names are the same without case.</summary>
    public bool Equals(UnknownKey other) => List == other.List && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(List, Name?.GetHashCode(StringComparison.OrdinalIgnoreCase));
}
