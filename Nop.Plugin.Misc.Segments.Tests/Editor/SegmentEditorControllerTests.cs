using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Moq;
using Nop.Core.Caching;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Tests.Editor;

public class SegmentEditorControllerTests
{
    private EditorHost _host = null!;

    [SetUp]
    public void SetUp() => _host = new EditorHost();

    [TearDown]
    public void TearDown()
    {
        _host.Controller.Dispose();
        _host.Services.Dispose();
    }

    [Test]
    public async Task The_page_of_a_new_segment_has_all_that_the_builder_needs()
    {
        var model = ModelOf(await _host.Controller.Create());
        var data = JsonDocument.Parse(model.BuilderData).RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(model.Active);
            Assert.That(data.GetProperty("currency").GetString(), Is.EqualTo("€"));
            Assert.That(Names(data.GetProperty("catalogue").GetProperty("fields")), Does.Contain("customer.newsletter"));
            var orders = data.GetProperty("catalogue").GetProperty("activities")[0];
            Assert.That(Names(orders.GetProperty("measures")), Does.Contain("daysSinceLast"));
            Assert.That(Names(orders.GetProperty("filters")), Does.Contain("item.category"));
            Assert.That(data.GetProperty("texts").GetProperty("Add.Condition").GetString(), Is.EqualTo("Plugins.Misc.Segments.Editor.Add.Condition"));
            Assert.That(data.TryGetProperty("definition", out _), Is.False);
        });
    }

    [Test]
    public async Task A_template_opens_with_what_was_filled_in()
    {
        _host.Controller.HttpContext.Request.QueryString = new QueryString("?template=vip&orders=3&spent=99.5");

        var model = ModelOf(await _host.Controller.Create("vip"));

        Assert.That(model.Name, Is.EqualTo("Plugins.Misc.Segments.Templates.vip"));
        Assert.That(JsonDocument.Parse(model.BuilderData).RootElement.GetProperty("definition").GetRawText(), Is.EqualTo(
            """{"version":1,"rules":{"match":"all","rules":[{"activity":"orders","measure":"count","operator":"greaterThan","value":3},{"activity":"orders","measure":"total","operator":"atLeast","value":99.5}]}}"""));
    }

    [Test]
    public async Task The_page_of_a_stored_segment_names_its_choices()
    {
        _host.Segments.Setup(s => s.GetByIdAsync(7))
            .ReturnsAsync(new Segment { Id = 7, Name = "Germans", Description = "</script>", Definition = EditorHost.ValidDefinition });

        var model = ModelOf(await _host.Controller.Edit(7));
        var data = JsonDocument.Parse(model.BuilderData).RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(data.GetProperty("definition").GetRawText(), Is.EqualTo(EditorHost.ValidDefinition));
            Assert.That(data.GetProperty("choices").GetProperty("countries")[0].GetProperty("text").GetString(), Is.EqualTo("Germany"));
        });
    }

    [Test]
    public async Task What_is_in_the_page_cannot_end_its_script()
    {
        _host.Segments.Setup(s => s.GetByIdAsync(7)).ReturnsAsync(new Segment { Id = 7, Definition = """{"rules":"</script><b>"}""" });

        Assert.That(ModelOf(await _host.Controller.Edit(7)).BuilderData, Does.Not.Contain("<"));
    }

    [Test]
    public async Task A_new_segment_is_stored_and_its_page_opened()
    {
        _host.AcceptRules();
        var result = await _host.Controller.Create(Posted() with { Name = "  Germans ", Description = " " }, continueEditing: false);

        _host.Segments.Verify(s => s.InsertAsync(It.Is<Segment>(segment =>
            segment.Name == "Germans" && segment.Description == null && segment.Active && segment.Definition == EditorHost.ValidDefinition)));
        _host.Activity.Verify(a => a.InsertActivityAsync(SegmentsDefaults.AddActivity, It.IsAny<string>(), It.IsAny<Segment>()));
        Assert.That(result, Is.InstanceOf<RedirectToActionResult>().With.Property("ActionName").EqualTo("Details").And.Property("ControllerName").EqualTo("Segment"));
    }

    [Test]
    public async Task Saving_and_going_on_stays_on_the_page()
    {
        _host.AcceptRules();
        var result = await _host.Controller.Create(Posted(), continueEditing: true);

        Assert.That(result, Is.InstanceOf<RedirectToActionResult>().With.Property("ActionName").EqualTo("Edit"));
    }

    [Test]
    public async Task Refused_rules_come_back_with_all_that_was_typed()
    {
        _host.RefuseRules(new DefinitionError("rules[0].value", "is missing."));
        const string incomplete = """{"version":1,"rules":{"match":"all","rules":[{"field":"customer.country","operator":"isAnyOf"}]}}""";
        var model = ModelOf(await _host.Controller.Create(Posted() with { Definition = incomplete }, continueEditing: false));
        var data = JsonDocument.Parse(model.BuilderData).RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(_host.Controller.ModelState.IsValid, Is.False);
            Assert.That(model.Name, Is.EqualTo("Germans"));
            Assert.That(data.GetProperty("definition").GetRawText(), Is.EqualTo(incomplete));
            Assert.That(data.GetProperty("errors")[0].GetProperty("path").GetString(), Is.EqualTo("rules[0].value"));
        });
        _host.Segments.Verify(s => s.InsertAsync(It.IsAny<Segment>()), Times.Never);
    }

    [TestCase(null, EditorHost.ValidDefinition, "Name")]
    [TestCase("Germans", "", "Definition")]
    public async Task What_is_missing_is_said_beside_its_field(string? name, string definition, string field)
    {
        _host.AcceptRules();
        var model = ModelOf(await _host.Controller.Create(Posted() with { Name = name, Definition = definition }, continueEditing: false));

        Assert.That(_host.Controller.ModelState[field]!.Errors, Has.Count.EqualTo(1));
        Assert.That(model.Name, Is.EqualTo(name));
    }

    [Test]
    public async Task What_the_shop_no_longer_has_is_refused()
    {
        _host.AcceptRules();
        _host.Evaluator.Setup(e => e.FindMissingAsync(It.IsAny<SegmentDefinition>())).ReturnsAsync([new DefinitionError("rules[0].value[0]", "gone")]);
        _host.Segments.Setup(s => s.GetByIdAsync(7)).ReturnsAsync(new Segment { Id = 7, Name = "Germans", Definition = EditorHost.ValidDefinition });

        Assert.That(await _host.Controller.Edit(Posted() with { Id = 7 }, continueEditing: false), Is.InstanceOf<ViewResult>());
        _host.Segments.Verify(s => s.UpdateAsync(It.IsAny<Segment>()), Times.Never);
    }

    [Test]
    public async Task The_same_rules_with_other_blanks_stay_as_they_are_stored()
    {
        _host.AcceptRules();
        var spaced = EditorHost.ValidDefinition.Replace(",", ", ");
        var segment = new Segment { Id = 7, Name = "Old", Definition = spaced };
        _host.Segments.Setup(s => s.GetByIdAsync(7)).ReturnsAsync(segment);

        await _host.Controller.Edit(Posted() with { Id = 7 }, continueEditing: false);

        _host.Segments.Verify(s => s.UpdateAsync(segment));
        Assert.That((segment.Name, segment.Definition), Is.EqualTo(("Germans", spaced)));
    }

    [Test]
    public async Task The_preview_counts_and_shows_examples_the_newest_first()
    {
        _host.AcceptRules();
        _host.Evaluator.Setup(e => e.CountAsync(It.IsAny<SegmentDefinition>(), true, It.IsAny<CancellationToken>())).ReturnsAsync(337);
        _host.Evaluator.Setup(e => e.CountPopulationAsync(true, It.IsAny<CancellationToken>())).ReturnsAsync(4339);
        _host.Evaluator.Setup(e => e.SampleAsync(It.IsAny<SegmentDefinition>(), true, 10, It.IsAny<CancellationToken>())).ReturnsAsync([9, 4]);
        _host.Describer.Setup(d => d.DescribeAsync(It.IsAny<SegmentDefinition>(), 0)).ReturnsAsync("Customers who live in Germany.");
        _host.Customers
            .Setup(c => c.GetByIdsAsync(It.IsAny<IList<int>>(), It.IsAny<Func<ICacheKeyService, CacheKey>>(), It.IsAny<bool>()))
            .ReturnsAsync([new Customer { Id = 4 }, new Customer { Id = 9, FirstName = "Ada", LastName = "Byron", Email = "ada@example.com" }]);

        var answer = AnswerOf(await _host.Controller.Preview(EditorHost.ValidDefinition, true));

        Assert.That(answer.GetRawText(), Is.EqualTo(
            """{"count":337,"population":4339,"sample":[{"name":"Ada Byron","email":"ada@example.com","url":"/Customer/Edit"},{"name":"","url":"/Customer/Edit"}],"sentence":"Customers who live in Germany."}"""));
    }

    [Test]
    public async Task The_preview_says_what_is_wrong_and_where()
    {
        _host.RefuseRules(new DefinitionError("rules[1].where[0].value", "is missing."));

        var answer = AnswerOf(await _host.Controller.Preview("{}", false));

        Assert.That(answer.GetRawText(), Is.EqualTo("""{"errors":[{"path":"rules[1].where[0].value","message":"is missing."}]}"""));
    }

    [Test]
    public async Task A_preview_that_nobody_waits_for_stops()
    {
        _host.AcceptRules();
        using var aborted = new CancellationTokenSource();
        _host.Controller.HttpContext.RequestAborted = aborted.Token;
        _host.Evaluator.Setup(e => e.CountAsync(It.IsAny<SegmentDefinition>(), false, aborted.Token)).Returns(() =>
        {
            aborted.Cancel();
            return Task.FromCanceled<int>(aborted.Token);
        });

        Assert.That(await _host.Controller.Preview(EditorHost.ValidDefinition, false), Is.InstanceOf<EmptyResult>());
        _host.Evaluator.Verify(e => e.CountPopulationAsync(It.IsAny<bool>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Test]
    public async Task Choices_are_found_by_what_was_typed_and_by_id()
    {
        _host.Countries.Setup(c => c.SearchAsync("ger", It.IsAny<int>())).ReturnsAsync([new ChoiceItem(5, "Germany", "DE")]);

        Assert.Multiple(async () =>
        {
            Assert.That(await ChoicesAsync("countries", term: " ger "), Is.EqualTo("""{"items":[{"id":5,"text":"Germany","detail":"DE"}]}"""));
            Assert.That(await ChoicesAsync("countries", ids: ["5", "6", "x"]), Is.EqualTo("""{"items":[{"id":5,"text":"Germany"}]}"""));
            Assert.That(await ChoicesAsync("secrets", term: "x"), Is.EqualTo("""{"items":[]}"""));
        });
    }

    [Test]
    public async Task Codes_are_found_by_what_was_typed_and_by_themselves() => Assert.Multiple(async () =>
    {
        Assert.That(await ChoicesAsync("paymentMethods", term: "Cash"), Is.EqualTo("""{"items":[{"id":"Payments.Cash","text":"Cash on delivery"}]}"""));
        Assert.That(await ChoicesAsync("paymentMethods", ids: ["Payments.Card", "Payments.Old"]),
            Is.EqualTo("""{"items":[{"id":"Payments.Card","text":"Credit card"},{"id":"Payments.Old","text":"Payments.Old"}]}"""));
    });

    [Test]
    public async Task A_segment_is_not_offered_as_a_condition_of_its_own()
    {
        _host.OtherSegments.Setup(c => c.SearchAsync("", It.IsAny<int>())).ReturnsAsync([new ChoiceItem(7, "Own"), new ChoiceItem(8, "Other")]);

        Assert.Multiple(async () =>
        {
            Assert.That(await ChoicesAsync("segments", segment: 7), Is.EqualTo("""{"items":[{"id":8,"text":"Other"}]}"""));
            Assert.That(await ChoicesAsync("segments"), Does.Contain("Own").And.Contain("Other"));
        });
    }

    [Test]
    public async Task A_pasted_list_gives_what_it_means_in_its_order_and_what_means_nothing()
    {
        IReadOnlyCollection<string> asked = [];
        _host.Countries.Setup(c => c.ResolveAsync(It.IsAny<IReadOnlyCollection<string>>())).Callback((IReadOnlyCollection<string> names) => asked = names)
            .ReturnsAsync(new[] { ("Germany", 5), ("Gone", 6) }.ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase));

        Assert.Multiple(async () =>
        {
            Assert.That(await ChoicesAsync("countries", pasted: " germany\r\nAtlantis\n\nGERMANY\nGone "),
                Is.EqualTo("""{"items":[{"id":5,"text":"Germany"}],"unknown":["Atlantis","Gone"]}"""));
            Assert.That(asked, Is.EqualTo(new[] { "germany", "Atlantis", "Gone" }));
            Assert.That(await ChoicesAsync("secrets", pasted: "x"), Is.EqualTo("""{"items":[],"unknown":["x"]}"""));
        });
    }

    [Test]
    public async Task Pasted_codes_are_known_by_themselves_or_by_what_they_are_called() =>
        Assert.That(await ChoicesAsync("paymentMethods", pasted: "cash on delivery\npayments.card\nCredit card\nCash"),
            Is.EqualTo("""{"items":[{"id":"Payments.Cash","text":"Cash on delivery"},{"id":"Payments.Card","text":"Credit card"}],"unknown":["Cash"]}"""));

    [Test]
    public async Task The_catalogue_has_all_kinds_of_conditions()
    {
        var attribute = new Mock<CustomerField>();
        attribute.Setup(f => f.Name).Returns("customer.attribute:3");
        attribute.Setup(f => f.Kind).Returns(ValueKind.Text);
        attribute.Setup(f => f.Operators).Returns([RuleOperator.Is, RuleOperator.IsEmpty]);
        attribute.Setup(f => f.Group).Returns(FieldGroup.Attributes);
        attribute.Setup(f => f.Filters).Returns([]);
        attribute.Setup(f => f.Subject).Returns("Shoe size");
        attribute.Setup(f => f.ResourceKey).Returns("attribute");
        _host.Families.Setup(f => f.ListAsync()).ReturnsAsync([attribute.Object]);
        _host.Texts.Setup(t => t.GetResourceAsync("attribute")).ReturnsAsync("Own: {0}");

        var catalogue = JsonDocument.Parse(ModelOf(await _host.Controller.Create()).BuilderData).RootElement.GetProperty("catalogue");
        var fields = catalogue.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);
        var activities = catalogue.GetProperty("activities").EnumerateArray().ToDictionary(activity => activity.GetProperty("name").GetString()!);
        var own = fields["customer.attribute:3"];

        Assert.Multiple(() =>
        {
            Assert.That((own.GetProperty("text").GetString(), own.GetProperty("kind").GetString(), own.GetProperty("group").GetString()),
                Is.EqualTo(("Own: Shoe size", "text", "attributes")));
            Assert.That(own.TryGetProperty("filters", out _), Is.False);
            Assert.That(activities["orders"].GetProperty("takesWindow").GetBoolean());
            Assert.That(activities["rewardPoints"].GetProperty("takesWindow").GetBoolean(), Is.False);
            Assert.That(catalogue.GetProperty("quantifiers").EnumerateArray().Select(one =>
                    (one.GetProperty("kind").GetString(), one.GetProperty("name").GetString(), one.GetProperty("takesWindow").GetBoolean())),
                Is.EqualTo(new[] { ("every", "order", true), ("first", "order", false), ("latest", "order", true) }));
            Assert.That(Names(catalogue.GetProperty("quantifiers")[1].GetProperty("filters")), Does.Contain("order.status"));
            Assert.That(catalogue.GetProperty("segment").GetProperty("operators").GetRawText(), Is.EqualTo("""["is","isNot"]"""));
            Assert.That(catalogue.GetProperty("segment").GetProperty("list").GetString(), Is.EqualTo("segments"));
        });
    }

    [Test]
    public async Task Other_segments_and_codes_in_rules_are_named()
    {
        const string definition = """
                                  {"version":1,"rules":{"match":"all","rules":[{"segment":8,"operator":"is"},
                                    {"every":"order","where":[{"field":"order.status","operator":"isAnyOf","value":["by name"]}]}]}}
                                  """;
        _host.OtherSegments.Setup(c => c.FindAsync(It.Is<IReadOnlyCollection<int>>(ids => ids.Single() == 8))).ReturnsAsync([new ChoiceItem(8, "Other")]);
        _host.Segments.Setup(s => s.GetByIdAsync(7)).ReturnsAsync(new Segment { Id = 7, Definition = definition });

        var data = JsonDocument.Parse(ModelOf(await _host.Controller.Edit(7)).BuilderData).RootElement;

        Assert.That(data.GetProperty("choices").GetRawText(), Is.EqualTo("""{"segments":[{"id":8,"text":"Other"}]}"""));
    }

    private async Task<string> ChoicesAsync(string list, string? term = null, List<string>? ids = null, string? pasted = null, int segment = 0) =>
        AnswerOf(await _host.Controller.Choices(list, term, ids, pasted, segment)).GetRawText();

    private static SegmentEditorModel Posted() => new() { Name = "Germans", Active = true, Definition = EditorHost.ValidDefinition };

    private static SegmentEditorModel ModelOf(IActionResult result) => (SegmentEditorModel)((ViewResult)result).Model!;

    private static JsonElement AnswerOf(IActionResult result) => JsonDocument.Parse(((ContentResult)result).Content!).RootElement;

    private static IEnumerable<string?> Names(JsonElement list) => list.EnumerateArray().Select(item => item.GetProperty("name").GetString());
}
