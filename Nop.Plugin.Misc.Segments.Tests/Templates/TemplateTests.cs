using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Templates;
using Nop.Plugin.Misc.Segments.Tests.Editor;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Templates;

[TestFixture]
public partial class TemplateTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Nothing = new Dictionary<string, IReadOnlyList<string>>();

    private EvaluatorHost _host = null!;

    private static IEnumerable<TestCaseData> Templates => TemplateCatalogue.All.Select(template => new TestCaseData(template).SetArgDisplayNames(template.Name));

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _host = await EvaluatorHost.CreateAsync(TestDatabase.Sqlite);
        await _host.LoadAsync(new NaiveShop
        {
            Now = new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc),
            TimeZone = TimeZoneInfo.Utc,
            OrderStatusIds = [30],
            PaymentStatusIds = [30],
            Basics = ShopBasics.Plain
        });
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _host.DisposeAsync();

    [TestCaseSource(nameof(Templates))]
    public async Task Every_template_is_a_definition_that_can_be_counted(SegmentTemplate template)
    {
        var choices = template.Inputs.Where(input => input.Kind == InputKind.Choice).ToDictionary(input => input.Name, _ => (IReadOnlyList<string>)["7", "8"]);
        var (json, open) = template.Fill(choices);

        Assert.That(open, Is.Empty);
        var definition = await _host.AskAsync(evaluator => evaluator.ReadAsync(json.ToJsonString()));
        Assert.That(json.ToJsonString(), Does.Not.Contain("{o").And.Not.Contain("}\""));
        Assert.That(await _host.AskAsync(evaluator => evaluator.CountAsync(definition, false)), Is.Zero, "nobody is in an empty shop");
        // Lists are asked for by the names that the rules' own criteria use.
        Assert.That(DefinitionFacts.ChoicesOf(definition).Select(use => use.ListName).Distinct(),
            Is.EquivalentTo(template.Inputs.Where(input => input.Kind == InputKind.Choice).Select(input => input.List).Distinct()));
    }

    [TestCaseSource(nameof(Templates))]
    public void What_is_filled_in_stands_in_the_rules(SegmentTemplate template)
    {
        var values = template.Inputs.Index().ToDictionary(input => input.Item.Name, input => (IReadOnlyList<string>)[$"{31 + input.Index}"]);
        var (json, open) = template.Fill(values);

        Assert.That(open, Is.Empty);
        foreach (var (i, input) in template.Inputs.Index())
            Assert.That(Numbers().Matches(json.ToJsonString()).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)), Does.Contain((31m + i) * input.Factor), input.Name);
    }

    [TestCaseSource(nameof(Templates))]
    public void Choices_have_to_be_made_and_numbers_need_not(SegmentTemplate template) =>
        Assert.That(template.Fill(Nothing).Open, Is.EqualTo(template.Inputs.Where(input => input.Kind == InputKind.Choice).Select(input => input.Name)));

    [TestCase("orders", "-1")]
    [TestCase("orders", "1.5")]
    [TestCase("orders", "many")]
    [TestCase("orders", "")]
    [TestCase("spent", "1e3")]
    [TestCase("spent", "99999999999")]
    public void A_wrong_number_is_told_and_left_at_what_it_was(string input, string value)
    {
        var (json, open) = TemplateCatalogue.Find("vip")!.Fill(new Dictionary<string, IReadOnlyList<string>> { [input] = [value] });

        Assert.That(open, Is.EqualTo(new[] { input }));
        Assert.That(json.ToJsonString(), Is.EqualTo(TemplateCatalogue.Find("vip")!.Fill(Nothing).Definition.ToJsonString()));
    }

    [Test]
    public void Days_become_hours_where_the_rule_speaks_of_hours()
    {
        var json = TemplateCatalogue.Find("cartLeft")!.Fill(new Dictionary<string, IReadOnlyList<string>> { ["hours"] = ["12.5"], ["days"] = ["3"] }).Definition.ToJsonString();
        Assert.That(json, Does.Contain("\"operator\":\"atLeast\",\"value\":12.5").And.Contain("\"operator\":\"atMost\",\"value\":72"));
    }

    [Test]
    public void No_two_templates_are_the_same()
    {
        Assert.That(TemplateCatalogue.All.Select(template => template.Name), Is.Unique);
        Assert.That(TemplateCatalogue.All.Select(template => template.Fill(Nothing).Definition.ToJsonString()), Is.Unique);
        Assert.That(TemplateCatalogue.All.Select(template => template.Group).Distinct(), Is.SubsetOf(TemplateGroup.All));
    }

    [TestCase("en-US")]
    [TestCase("de-DE")]
    [TestCase("nl-NL")]
    public void Every_sentence_has_its_inputs(string culture)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(BuilderTextsTests.PluginFolder(), "Localization", $"templates.{culture}.json")))!;
        Assert.Multiple(() =>
        {
            foreach (var template in TemplateCatalogue.All)
            {
                Assert.That(texts.Keys, Is.SupersetOf(new[] { template.ResourceKey, $"{template.ResourceKey}.Purpose", $"{template.ResourceKey}.Sentence" }));
                Assert.That(Places().Matches(texts[$"{template.ResourceKey}.Sentence"]).Select(match => match.Groups[1].Value),
                    Is.EquivalentTo(template.Inputs.Select(input => input.Name)), template.Name);
                foreach (var input in template.Inputs)
                {
                    Assert.That(texts.Keys, Does.Contain($"{SegmentTemplate.Prefix}Input.{input.Name}"));
                    if (input.Kind == InputKind.Choice)
                        Assert.That(texts.Keys, Is.SupersetOf(new[] { $"{SegmentTemplate.Prefix}Missing.{input.Name}", $"{SegmentTemplate.Prefix}Picker.Search.{input.Name}" }));
                }
            }
        });
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
