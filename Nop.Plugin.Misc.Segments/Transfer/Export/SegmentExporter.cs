using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Helpers;

namespace Nop.Plugin.Misc.Segments.Transfer.Export;

/// <summary>A file with segments.</summary>
/// <param name="FileName">What to call it.</param>
/// <param name="Content">What is in it, as UTF-8.</param>
/// <param name="Incomplete">
/// The names of the segments that choose something that the shop no longer has: it stands in the file as such, and whoever imports the file is asked.
/// </param>
/// <param name="Unreadable">The names of the segments whose rules cannot be read; they are not in the file.</param>
public sealed record ExportedFile(string FileName, byte[] Content, IReadOnlyList<string> Incomplete, IReadOnlyList<string> Unreadable);

/// <summary>Writes segments to a file that another shop can read: with names in the place of ids.</summary>
public sealed class SegmentExporter(
    ForeignDefinitionReader reader,
    ChoiceResolver resolver,
    IDefinitionDescriber describer,
    CriteriaCatalogue catalogue,
    ISegmentService segmentService,
    IDateTimeHelper dateTimeHelper,
    TimeProvider timeProvider)
{
    // The file is for people too: letters of other languages stay letters.
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes segments in the order of their names.</summary>
    public async Task<ExportedFile> ExportAsync(IReadOnlyCollection<Segment> segments)
    {
        var written = new JsonArray();
        var incomplete = new List<string>();
        var unreadable = new List<string>();
        var names = (await segmentService.GetAllAsync()).ToDictionary(segment => segment.Id, segment => segment.Name);
        foreach (var segment in segments.OrderBy(segment => segment.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(segment => segment.Id))
            try
            {
                var (definition, words, isComplete) = await NameAsync(await reader.ReadAsync(segment.Definition, byName: false), names);
                written.Add(Write(segment, words, definition));
                if (!isComplete)
                    incomplete.Add(segment.Name);
            }
            catch (DefinitionException)
            {
                unreadable.Add(segment.Name);
            }

        var file = new JsonObject { ["format"] = SegmentFile.Format, ["version"] = SegmentFile.Version, ["segments"] = written };
        return new ExportedFile(FileNameOf(segments), Encoding.UTF8.GetBytes(file.ToJsonString(Json) + "\n"), incomplete, unreadable);
    }

    private static JsonObject Write(Segment segment, string words, JsonObject definition)
    {
        var written = new JsonObject { ["name"] = segment.Name };
        if (!string.IsNullOrWhiteSpace(segment.Description))
            written["description"] = segment.Description;
        written[SegmentFile.Words] = words;
        written["includeGuests"] = segment.IncludeGuests;
        written["definition"] = definition;
        return written;
    }

    private async Task<(JsonObject Definition, string Words, bool IsComplete)> NameAsync(SegmentDefinition definition, Dictionary<int, string> segmentNames)
    {
        var isComplete = true;
        var named = await DefinitionRewriter.ReplaceChoicesAsync(await resolver.NameAsync(definition), use =>
        {
            IReadOnlyList<Choice> choices = use.Choices.Select(choice => choice.Id is { } id ? NameOf(use.ListName, id) : choice).ToList();
            return Task.FromResult(choices);
        });
        var fields = new Dictionary<string, string>();
        foreach (var field in DefinitionFacts.NodesOf(named.Rules).OfType<FieldCondition>().Select(condition => condition.Field))
            fields[field.Name] = await NameOfFieldAsync(field);
        var json = DefinitionWriter.Write(named);
        Rename(json, fields);
        return (json, await describer.DescribeAsync(named), isComplete);

        // Segments that are switched off have no place among the choices, but they have a name.
        Choice NameOf(string listName, int id)
        {
            if (listName == SegmentChoices.ListName && segmentNames.TryGetValue(id, out var name))
                return new Choice(null, name);
            isComplete = false;
            return new Choice(null, SegmentFile.NameOfGone(id.ToString(CultureInfo.InvariantCulture)));
        }

        async Task<string> NameOfFieldAsync(CustomerField field)
        {
            if (field is UnknownField unknown)
            {
                isComplete = false;
                return unknown.Family.Prefix + SegmentFile.NameOfGone(unknown.Key);
            }

            return catalogue.FamilyOf(field.Name) is { } family && field.Subject is { Length: > 0 } subject && await family.FindAsync(subject) is not null
                ? family.Prefix + subject
                : field.Name;
        }
    }

    private static void Rename(JsonNode? node, Dictionary<string, string> fields)
    {
        if (node is JsonArray list)
            foreach (var entry in list)
                Rename(entry, fields);
        if (node is not JsonObject rule)
            return;
        if (rule["field"] is JsonValue value && value.TryGetValue<string>(out var name) && fields.TryGetValue(name, out var other))
            rule["field"] = other;
        foreach (var (_, member) in rule)
            Rename(member, fields);
    }

    /// <summary>The segment's own name where there is one segment, else the day: what an admin looks for among the downloads.</summary>
    private string FileNameOf(IReadOnlyCollection<Segment> segments)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(timeProvider.GetUtcNow().UtcDateTime, dateTimeHelper.DefaultStoreTimeZone);
        var subject = segments.Count == 1 ? PlainFileName.Of(segments.First().Name) : string.Empty;
        return subject.Length > 0
            ? $"segment-{subject}.json"
            : string.Create(CultureInfo.InvariantCulture, $"segments-{local:yyyy-MM-dd}.json");
    }
}
