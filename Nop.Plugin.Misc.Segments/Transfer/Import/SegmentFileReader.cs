using System.Text;
using System.Text.Json;

namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>A segment that was found in a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="IsBare">Whether the file is nothing but a definition; then numbers in it are ids of this shop.</param>
/// <param name="Segment">What the file says.</param>
public sealed record FoundSegment(string File, bool IsBare, PortableSegment Segment);

/// <summary>Reads the files that <see cref="Export.SegmentExporter"/> writes, and files that hold nothing but a definition.</summary>
public static class SegmentFileReader
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, true);

    /// <summary>The segments of a file; or what is wrong with it, all that was found.</summary>
    public static (IReadOnlyList<FoundSegment> Segments, IReadOnlyList<FileProblem> Problems) Read(ChosenFile file)
    {
        var problems = new List<FileProblem>();
        var segments = new List<FoundSegment>();
        if (file.Content.Length > SegmentFile.MaximumSize)
            Fail("TooLarge", string.Empty);
        else if (file.Content.Length == 0)
            Fail("Empty", string.Empty);
        else
            try
            {
                using var document = JsonDocument.Parse(TextOf(file.Content.Span));
                ReadRoot(document.RootElement);
            }
            catch (JsonException e)
            {
                Fail("NotJson", string.Empty, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
            }
            // Bytes that are no UTF-8, or half of a character in a string.
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                Fail("NotText", string.Empty);
            }

        return problems.Count == 0 ? (segments, []) : ([], problems);

        void ReadRoot(JsonElement root)
        {
            if (root.ValueKind != JsonValueKind.Object)
            {
                Fail("NotSegments", string.Empty);
                return;
            }

            if (!root.TryGetProperty("format", out var format))
            {
                if (root.TryGetProperty("rules", out _))
                    segments.Add(new FoundSegment(file.Name, true, new PortableSegment(NameOf(file.Name), null, false, root.GetRawText())));
                else
                    Fail("NotSegments", string.Empty);
                return;
            }

            if (format.ValueKind != JsonValueKind.String || format.GetString() != SegmentFile.Format)
                Fail("NotSegments", "format");
            else if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number
                     || !version.TryGetInt32(out var number) || number != SegmentFile.Version)
                Fail("UnknownVersion", "version", root.TryGetProperty("version", out var other) ? Shorten(other.GetRawText()) : "?", SegmentFile.Version);
            else
                ReadSegments(root);
        }

        void ReadSegments(JsonElement root)
        {
            RefuseOthers(root, string.Empty, "format", "version", "segments");
            if (!root.TryGetProperty("segments", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            {
                Fail("NoSegments", "segments");
                return;
            }

            foreach (var (i, element) in list.EnumerateArray().Index())
                ReadSegment(element, $"segments[{i}]");
        }

        void ReadSegment(JsonElement element, string path)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                Fail("WrongSegment", path);
                return;
            }

            RefuseOthers(element, path, "name", "description", SegmentFile.Words, "includeGuests", "definition");
            var name = TextIn(element, "name", path, SegmentFile.MaximumNameLength, isNeeded: true);
            var description = TextIn(element, "description", path, SegmentFile.MaximumDescriptionLength, isNeeded: false);
            var includeGuests = element.TryGetProperty("includeGuests", out var guests) && guests.ValueKind == JsonValueKind.True;
            if (guests.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Undefined))
                Fail("WrongYesNo", $"{path}.includeGuests");
            if (!element.TryGetProperty("definition", out var definition) || definition.ValueKind != JsonValueKind.Object)
                Fail("NoRules", $"{path}.definition");
            else if (name is not null)
                segments.Add(new FoundSegment(file.Name, false, new PortableSegment(name, description, includeGuests, definition.GetRawText())));
        }

        string? TextIn(JsonElement element, string member, string path, int longest, bool isNeeded)
        {
            if (!element.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                if (isNeeded)
                    Fail("NoName", $"{path}.{member}");
                return null;
            }

            var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
            if (text is null || text.Length > longest || (isNeeded && text.Length == 0))
                Fail("WrongText", $"{path}.{member}", longest);
            return string.IsNullOrEmpty(text) ? null : text;
        }

        void RefuseOthers(JsonElement element, string path, params string[] known)
        {
            var seen = new HashSet<string>();
            foreach (var member in element.EnumerateObject())
                if (!known.Contains(member.Name) || !seen.Add(member.Name))
                    Fail("UnknownMember", path, Shorten(member.Name));
        }

        void Fail(string text, string path, params object[] details) => problems.Add(new FileProblem(file.Name, null, path, text, details));
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        var preamble = Encoding.UTF8.Preamble;
        return StrictUtf8.GetString(bytes.StartsWith(preamble) ? bytes[preamble.Length..] : bytes);
    }

    private static string NameOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName).Trim();
        if (name.Length == 0)
            name = fileName;
        return name.Length <= SegmentFile.MaximumNameLength ? name : name[..SegmentFile.MaximumNameLength];
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
