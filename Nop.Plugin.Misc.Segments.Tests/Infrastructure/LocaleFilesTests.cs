using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure;

/// <summary>The texts of all languages belong together.</summary>
[TestFixture]
public partial class LocaleFilesTests
{
    private static readonly string[] Cultures = ["de-DE", "nl-NL"];

    private static string Folder => Path.Combine(Path.GetDirectoryName(typeof(SegmentsPlugin).Assembly.Location)!, "Localization");

    private static IEnumerable<string> Areas => Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path).Split('.')[0]).Distinct().Order();

    [TestCaseSource(nameof(Areas))]
    public void Every_language_has_the_same_texts(string area)
    {
        var english = Read(area, "en-US");
        Assert.That(english.Keys.Select(key => key.ToLowerInvariant()), Is.Unique, "a shop does not tell keys apart by case");
        Assert.That(english.Keys, Has.All.Matches(@"^(Plugins\.Misc\.Segments|Security\.Permission\.Segments|Enums\.Nop\.Plugin\.Misc\.Segments|Admin\.ContentManagement\.MessageTemplates\.Description\.Segments)\."),
            "what is uninstalled");
        foreach (var culture in Cultures)
        {
            var texts = Read(area, culture);
            Assert.That(texts.Keys, Is.EquivalentTo(english.Keys), culture);
            foreach (var (key, text) in texts)
            {
                Assert.That(text, Is.Not.Empty, $"{key} in {culture}");
                Assert.That(Placeholders(text), Is.EqualTo(Placeholders(english[key])), $"the places to fill in, {key} in {culture}");
            }
        }
    }

    private static Dictionary<string, string> Read(string area, string culture) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, $"{area}.{culture}.json")))!;

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
