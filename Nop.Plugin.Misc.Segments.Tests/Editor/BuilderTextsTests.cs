using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nop.Plugin.Misc.Segments.Factories.Editor;

namespace Nop.Plugin.Misc.Segments.Tests.Editor;

public partial class BuilderTextsTests
{
    private static readonly string[] Cultures = ["en-US", "de-DE", "nl-NL"];

    [Test]
    public void The_builder_gets_every_text_it_asks_for()
    {
        var script = File.ReadAllText(Path.Combine(PluginFolder(), "Content", "editor", "rule-builder.js"));
        var asked = AskedTexts().Matches(script).Select(match => match.Groups[1].Value)
            .Concat(ProblemTexts().Matches(script).Select(match => match.Value.Trim('\'')));

        Assert.That(BuilderTexts.Names, Is.SupersetOf(asked.Distinct()));
    }

    [TestCaseSource(nameof(Cultures))]
    public void Every_text_is_there_in_every_language(string culture) =>
        Assert.That(TextsOf(culture).Keys, Is.SupersetOf(BuilderTexts.Names.Select(name => BuilderTexts.Prefix + name)));

    [TestCaseSource(nameof(Cultures))]
    public void A_translation_has_the_same_keys_and_the_same_places(string culture)
    {
        var english = TextsOf("en-US");
        var texts = TextsOf(culture);

        Assert.That(texts.Keys, Is.EquivalentTo(english.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (key, text) in texts)
                Assert.That(PlacesOf(text), Is.EquivalentTo(PlacesOf(english[key])), key);
        });
    }

    internal static string PluginFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "Nop.Plugin.Misc.Segments"));

    private static Dictionary<string, string> TextsOf(string culture) => JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(PluginFolder(), "Localization", $"editor.{culture}.json")))!;

    private static IEnumerable<string> PlacesOf(string text) => Places().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\bt\('([\w.]+)'\)")]
    private static partial Regex AskedTexts();

    [GeneratedRegex(@"'(Missing|Wrong|Error|Said|Count)\.\w+'")]
    private static partial Regex ProblemTexts();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Places();
}
