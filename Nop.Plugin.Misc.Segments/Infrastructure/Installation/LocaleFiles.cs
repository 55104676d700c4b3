using System.Text;
using System.Text.Json;
using Nop.Core.Infrastructure;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Installation;

/// <summary>The plugin's texts as they stand in its folder: <c>Localization/area.culture.json</c>, several areas for each culture.</summary>
public class LocaleFiles(INopFileProvider files)
{
    private const string FallbackCulture = "en-US";
    private static readonly JsonSerializerOptions Options = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// All texts for a culture, by key without case: those of the culture itself, else of another one of the same language, else English.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string? culture)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in FallbackChain(culture))
            foreach (var path in FilesOf(name))
                foreach (var (key, text) in await ReadFileAsync(path))
                    texts[key] = text;
        return texts;
    }

    /// <summary>The cultures whose files are read, the later over the earlier.</summary>
    private IEnumerable<string> FallbackChain(string? culture)
    {
        yield return FallbackCulture;
        var language = (culture ?? string.Empty).Split('-')[0];
        var same = Cultures().FirstOrDefault(name => string.Equals(name, culture, StringComparison.OrdinalIgnoreCase))
                   ?? Cultures().FirstOrDefault(name => string.Equals(name.Split('-')[0], language, StringComparison.OrdinalIgnoreCase));
        if (same is not null && same != FallbackCulture)
            yield return same;
    }

    private IEnumerable<string> Cultures() => AllFiles().Select(CultureOf).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    private IEnumerable<string> FilesOf(string culture) =>
        AllFiles().Where(path => string.Equals(CultureOf(path), culture, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    private string[] AllFiles()
    {
        var folder = files.MapPath($"{SegmentsDefaults.PluginFolder}/Localization");
        return files.DirectoryExists(folder) ? files.GetFiles(folder, "*.json") : [];
    }

    private async Task<Dictionary<string, string>> ReadFileAsync(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await files.ReadAllTextAsync(path, Encoding.UTF8), Options) ?? [];

    private static string CultureOf(string path) => Path.GetFileNameWithoutExtension(path).Split('.')[^1];
}
