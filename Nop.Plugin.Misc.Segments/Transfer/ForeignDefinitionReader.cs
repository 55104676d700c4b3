using System.Text.Json;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Transfer;

/// <summary>Reads definitions that may speak of fields that this shop does not have, or no longer: those come out as <see cref="UnknownField"/>.</summary>
public sealed class ForeignDefinitionReader(DefinitionReader reader, CriteriaCatalogue catalogue)
{
    /// <summary>Reads a definition.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="byName">Whether fields of families go by their names only, so that a number is no id.</param>
    /// <param name="chosen">The fields that were chosen in the place of unknown ones, by the name that is unknown.</param>
    /// <exception cref="DefinitionException">It is not a definition.</exception>
    public Task<SegmentDefinition> ReadAsync(string json, bool byName, IReadOnlyDictionary<string, CustomerField>? chosen = null)
    {
        var withSingleValues = FieldsWithSingleValues(json);
        return reader.ReadAsync(json, (name, found) =>
        {
            var family = catalogue.FamilyOf(name)!;
            var key = name[family.Prefix.Length..];
            if (found is not null && (!byName || string.Equals(found.Subject, key, StringComparison.OrdinalIgnoreCase)))
                return found;
            if (chosen is not null && chosen.TryGetValue(name, out var other))
                return other;
            return key.Length == 0 ? null : new UnknownField(family, key, !withSingleValues.Contains(name));
        });
    }

    /// <summary>The names of fields that are compared with a single text somewhere. What is no JSON names none; the reader says what is wrong with it.</summary>
    private static HashSet<string> FieldsWithSingleValues(string json)
    {
        var names = new HashSet<string>();
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            names.Clear();
        }

        return names;

        void Collect(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var entry in element.EnumerateArray())
                    Collect(entry);
            if (element.ValueKind != JsonValueKind.Object)
                return;
            if (element.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String
                && element.TryGetProperty("value", out var value) && value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                names.Add(field.GetString()!);
            foreach (var member in element.EnumerateObject())
                Collect(member.Value);
        }
    }
}
