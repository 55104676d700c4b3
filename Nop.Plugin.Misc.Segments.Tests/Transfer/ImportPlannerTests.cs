using System.Text;
using System.Text.Json;
using Nop.Core.Domain.Catalog;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Import;

namespace Nop.Plugin.Misc.Segments.Tests.Transfer;

[TestFixture]
public class ImportPlannerTests
{
    private const string Often = """{"activity":"orders","measure":"count","operator":"atLeast","value":3}""";
    private const string FromAtlantis = """{"field":"customer.country","operator":"isAnyOf","value":["Germany","Atlantis"]}""";

    private TransferShop _shop = null!;
    private int _germany;

    [SetUp]
    public async Task Open()
    {
        _shop = await TransferShop.CreateAsync();
        _germany = await _shop.AddCountryAsync("Germany");
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task An_unknown_name_is_listed_once_with_all_its_places()
    {
        var plan = await _shop.PlanAsync(TransferShop.FileOf(("One", FromAtlantis), ("Two", $"{Often},{FromAtlantis.Replace("Atlantis", "ATLANTIS")}")));

        Assert.That(plan.IsReady, Is.False);
        var entry = plan.Unknown.Single();
        Assert.That(entry.Key, Is.EqualTo(new UnknownKey("countries", "Atlantis")));
        Assert.That(entry.Label!.Name, Is.EqualTo("customer.country"));
        Assert.That(entry.Places.Select(place => (place.Index, place.Path)), Is.EqualTo(new[] { (0, "rules[0]"), (1, "rules[1]") }));
        Assert.That(entry.Places[0].IfDropped, Is.EqualTo(new Omission("rules[0].value[1]", OmittedPart.Choice, Reach.Fewer)));
        Assert.ThrowsAsync<InvalidOperationException>(() => _shop.ImportAsync(TransferShop.FileOf(("One", FromAtlantis))));
        Assert.That(_shop.Shop.Rows<Segment>(), Is.Empty);
    }

    [Test]
    public async Task Another_choice_takes_the_place_of_an_unknown_name()
    {
        var greece = await _shop.AddCountryAsync("Greece");
        var imported = await _shop.ImportAsync(TransferShop.FileOf(("One", FromAtlantis)), Decide(new NameDecision("countries", "atlantis", $"{greece}")));

        Assert.That(imported.Single().Definition, Does.Contain($"\"value\":[{_germany},{greece}]"));
    }

    [TestCase("99")]
    [TestCase("-1")]
    [TestCase("Greece")]
    [TestCase("")]
    public async Task What_the_shop_does_not_have_takes_no_ones_place(string use)
    {
        var plan = await _shop.PlanAsync(TransferShop.FileOf(("One", FromAtlantis)), Decide(new NameDecision("countries", "Atlantis", use)));
        Assert.That(plan.IsReady, Is.False);
        Assert.That(plan.Unknown.Single().IsSettled, Is.False);
    }

    [Test]
    public async Task A_dropped_name_leaves_its_list()
    {
        var imported = await _shop.ImportAsync(TransferShop.FileOf(("One", FromAtlantis)), Drop("Atlantis"));
        Assert.That(imported.Single().Definition, Is.EqualTo(TransferShop.Definition($$"""{"field":"customer.country","operator":"isAnyOf","value":[{{_germany}}]}""")));
    }

    // The place of the unknown name, what goes with it, and what that does to who matches.
    [TestCase("""{"field":"customer.country","operator":"isNoneOf","value":["Germany","Atlantis"]}""", "rules[0].value[1]", OmittedPart.Choice, Reach.More)]
    [TestCase("""{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]},{0}""", "rules[0]", OmittedPart.Condition, Reach.More)]
    [TestCase("""{0},{"match":"any","rules":[{0},{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[1].rules[1]", OmittedPart.Condition, Reach.Fewer)]
    [TestCase("""{0},{"match":"none","rules":[{0},{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[1].rules[1]", OmittedPart.Condition, Reach.More)]
    [TestCase("""{0},{"match":"none","rules":[{"field":"customer.country","operator":"isAnyOf","value":["Germany","Atlantis"]}]}""", "rules[1].rules[0].value[1]", OmittedPart.Choice, Reach.More)]
    [TestCase("""{0},{"match":"none","rules":[{0},{"match":"any","rules":[{0},{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}]}""", "rules[1].rules[1].rules[1]", OmittedPart.Condition, Reach.More)]
    [TestCase("""{0},{"match":"none","rules":[{0},{"match":"all","rules":[{0},{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}]}""", "rules[1].rules[1].rules[1]", OmittedPart.Condition, Reach.Fewer)]
    [TestCase("""{0},{"match":"any","rules":[{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[1]", OmittedPart.Group, Reach.More)]
    [TestCase("""{"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}""", "", OmittedPart.Everything, Reach.Other)]
    [TestCase("""{"segment":"Atlantis","operator":"is"},{0}""", "rules[0]", OmittedPart.Condition, Reach.More)]
    [TestCase("""{"every":"order","where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.More)]
    [TestCase("""{"latest":"order","where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.More)]
    [TestCase("""{"activity":"orders","measure":"count","operator":"atLeast","value":2,"where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.More)]
    [TestCase("""{"activity":"orders","measure":"count","operator":"equals","value":0,"where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.Fewer)]
    [TestCase("""{"activity":"orders","measure":"count","operator":"lessThan","value":2,"where":[{"field":"item.product","operator":"isNoneOf","value":["Atlantis","Lamp"]}]}""", "rules[0].where[0].value[0]", OmittedPart.Choice, Reach.Fewer)]
    [TestCase("""{"activity":"orders","measure":"average","operator":"atLeast","value":2,"where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.Other)]
    [TestCase("""{"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":2,"where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.Other)]
    [TestCase("""{"activity":"orders","measure":"daysSinceLast","operator":"atMost","value":2,"where":[{"field":"item.product","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.More)]
    [TestCase("""{"activity":"orders","measure":"count","operator":"atLeast","value":2,"where":[{"field":"order.status","operator":"isAnyOf","value":["Atlantis"]}]}""", "rules[0].where[0]", OmittedPart.Filter, Reach.Other)]
    public async Task It_is_said_what_dropping_does(string rules, string path, OmittedPart part, Reach reach)
    {
        await _shop.AddProductAsync("Lamp");
        var plan = await _shop.PlanAsync(TransferShop.FileOf(("One", rules.Replace("{0}", Often))));
        Assert.That(plan.Unknown.Single().Places.Single().IfDropped, Is.EqualTo(new Omission(path, part, reach)));

        var dropped = await _shop.PlanAsync(TransferShop.FileOf(("One", rules.Replace("{0}", Often))), Drop("Atlantis"));
        Assert.That(dropped.IsReady, Is.EqualTo(part != OmittedPart.Everything));
        if (part != OmittedPart.Everything)
            Assert.That(dropped.Segments.Single().Omissions, Is.EqualTo(new[] { new Omission(path, part, reach) }));
    }

    [Test]
    public async Task What_goes_depends_on_what_else_is_dropped()
    {
        var file = TransferShop.FileOf(("One", $$"""{"field":"customer.country","operator":"isAnyOf","value":["Atlantis","Utopia"]},{{Often}}"""));
        var plan = await _shop.PlanAsync(file, Drop("Utopia"));

        Assert.That(plan.Unknown.Select(entry => entry.Places.Single().IfDropped!.Part), Is.EqualTo(new[] { OmittedPart.Condition, OmittedPart.Choice }));
    }

    [Test]
    public async Task A_name_that_only_left_out_segments_use_need_not_be_decided()
    {
        var plan = await _shop.PlanAsync(
            TransferShop.FileOf(("One", FromAtlantis), ("Two", Often)), new ImportDecisions([new SegmentDecision(0, Skip: true)]));

        Assert.That(plan.IsReady);
        Assert.That(plan.Order, Is.EqualTo(new[] { 1 }));
        Assert.That(plan.Unknown, Is.Empty);
    }

    [Test]
    public async Task Segments_that_build_on_each_other_in_a_circle_are_refused_with_their_chain()
    {
        var plan = await _shop.PlanAsync(TransferShop.FileOf(
            ("Zero", """{"segment":"One","operator":"is"}"""), ("One", """{"segment":"Two","operator":"is"}"""), ("Two", """{"segment":"One","operator":"isNot"}""")));

        Assert.That(plan.Cycle, Is.EqualTo(new[] { "One", "Two", "One" }));
        Assert.That(plan.IsReady, Is.False);
        Assert.That((await _shop.PlanAsync(TransferShop.FileOf(("Self", """{"segment":"Self","operator":"is"}""")))).Cycle, Is.EqualTo(new[] { "Self", "Self" }));
    }

    [Test]
    public async Task New_rules_may_not_close_a_circle_with_the_shops_segments()
    {
        var one = await _shop.AddSegmentAsync("One", TransferShop.Definition(Often));
        await _shop.AddSegmentAsync("Two", TransferShop.Definition($$"""{"segment":{{one.Id}},"operator":"is"}"""));
        var file = TransferShop.FileOf(("One", """{"segment":"Two","operator":"is"}"""));

        var kept = await _shop.PlanAsync(file);
        Assert.That(kept.IsReady, "a second segment of that name closes nothing");
        var replaced = await _shop.PlanAsync(file, new ImportDecisions([new SegmentDecision(0, Replace: true)]));
        Assert.That(replaced.Cycle, Is.EqualTo(new[] { "One", "Two", "One" }));
    }

    [Test]
    public async Task Segments_are_stored_in_the_order_in_which_they_build()
    {
        var imported = await _shop.ImportAsync(TransferShop.FileOf(
            ("Three", """{"segment":"two","operator":"is"},{"segment":"One","operator":"isNot"}"""), ("Two", """{"segment":"One","operator":"is"}"""), ("One", Often)));

        Assert.That(imported.Select(segment => segment.Name), Is.EqualTo(new[] { "One", "Two", "Three" }));
        Assert.That(imported[2].Definition, Is.EqualTo(TransferShop.Definition(
            $$"""{"segment":{{imported[1].Id}},"operator":"is"},{"segment":{{imported[0].Id}},"operator":"isNot"}""")));
    }

    [Test]
    public async Task A_segment_of_the_file_is_meant_before_one_of_the_shop()
    {
        var old = await _shop.AddSegmentAsync("Base", TransferShop.Definition(Often));
        var file = TransferShop.FileOf(("User", """{"segment":"Base","operator":"is"}"""), ("Base", Often));

        var added = await _shop.ImportAsync(file);
        Assert.That(added[1].Definition, Does.Contain($"\"segment\":{added[0].Id}").And.Not.Contain($"\"segment\":{old.Id},"));

        var replaced = await _shop.ImportAsync(file, new ImportDecisions([new SegmentDecision(0, Name: "User 2"), new SegmentDecision(1, Replace: true)]));
        Assert.That(replaced[1].Definition, Does.Contain($"\"segment\":{old.Id}"));

        var skipped = await _shop.ImportAsync(file, new ImportDecisions([new SegmentDecision(0, Name: "User 3"), new SegmentDecision(1, Skip: true)]));
        Assert.That(skipped.Single().Definition, Does.Contain($"\"segment\":{old.Id}"));
    }

    [Test]
    public async Task Of_the_same_name_both_are_kept_unless_the_rules_are_to_be_replaced()
    {
        var old = await _shop.AddSegmentAsync("vip", TransferShop.Definition(Often));
        await _shop.AddSegmentAsync("VIP (2)", TransferShop.Definition(Often));
        var file = TransferShop.FileOf(("VIP", """{"field":"customer.country","operator":"isAnyOf","value":["Germany"]}"""));

        var both = await _shop.ImportAsync(file);
        Assert.That((both.Single().Name, both.Single().Active), Is.EqualTo(("VIP (3)", false)));

        var replaced = await _shop.ImportAsync(file, new ImportDecisions([new SegmentDecision(0, Replace: true)]));
        Assert.That((replaced.Single().Id, replaced.Single().Name, replaced.Single().Active), Is.EqualTo((old.Id, "vip", true)));
        Assert.That(_shop.Shop.Rows<Segment>().Single(segment => segment.Id == old.Id).Definition, Does.Contain("customer.country"));

        var active = await _shop.ImportAsync(file, new ImportDecisions([new SegmentDecision(0, Name: " Really VIP ")], Activate: true));
        Assert.That((active.Single().Name, active.Single().Active), Is.EqualTo(("Really VIP", true)));
    }

    [TestCase("VIP", "NameTaken")]
    [TestCase(" ", "NameMissing")]
    public async Task A_chosen_name_has_to_be_free(string name, string problem)
    {
        await _shop.AddSegmentAsync("VIP", TransferShop.Definition(Often));
        var plan = await _shop.PlanAsync(TransferShop.FileOf(("VIP", Often)), new ImportDecisions([new SegmentDecision(0, Name: name)]));
        Assert.That((plan.IsReady, plan.Segments.Single().NameProblem), Is.EqualTo((false, problem)));
    }

    [Test]
    public async Task Two_of_one_name_in_the_files_get_two_names_and_replace_only_once()
    {
        ChosenFile[] files = [TransferShop.Of("a.json", TransferShop.FileOf(("VIP", Often))), TransferShop.Of("b.json", TransferShop.FileOf(("vip", Often)))];
        Assert.That((await _shop.PlanAsync(files)).Segments.Select(segment => segment.Name), Is.EqualTo(new[] { "VIP", "vip (2)" }));

        await _shop.AddSegmentAsync("VIP", TransferShop.Definition(Often));
        var plan = await _shop.PlanAsync(files, new ImportDecisions([new SegmentDecision(0, Replace: true), new SegmentDecision(1, Replace: true)]));
        Assert.That((plan.IsReady, plan.Segments[1].NameProblem), Is.EqualTo((false, "ReplacedTwice")));
    }

    [Test]
    public async Task Numbers_are_ids_of_this_shop_in_bare_rules_only()
    {
        var rules = $$"""{"field":"customer.country","operator":"isAnyOf","value":[{{_germany}}]}""";
        var bare = await _shop.ImportAsync([TransferShop.Of("germans.json", TransferShop.Definition(rules))]);
        Assert.That((bare.Single().Name, bare.Single().Definition), Is.EqualTo(("germans", TransferShop.Definition(rules))));

        var missing = await _shop.PlanAsync([TransferShop.Of("germans.json", TransferShop.Definition(rules.Replace($"[{_germany}]", $"[{_germany},99]")))]);
        Assert.That(missing.Problems.Select(problem => (problem.Path, problem.Text)), Is.EqualTo(new[] { ("rules[0].value[1]", "MissingId") }));

        var marked = await _shop.PlanAsync(TransferShop.FileOf(("One", rules)));
        Assert.That(marked.Problems.Select(problem => (problem.Segment, problem.Path, problem.Text)), Is.EqualTo(new[] { ("One", "rules[0].value[0]", "Number") }));
    }

    [Test]
    public async Task What_builds_on_a_segment_that_is_switched_off_says_so()
    {
        await _shop.AddSegmentAsync("Off", TransferShop.Definition(Often), active: false);
        var file = TransferShop.FileOf(("User", """{"segment":"Off","operator":"is"}"""));
        Assert.That((await _shop.PlanAsync(file)).Segments.Single().Sleeping, Is.EqualTo(new[] { "Off" }));

        var on = await _shop.AddSegmentAsync("On", TransferShop.Definition(Often));
        var both = TransferShop.FileOf(("On", """{"segment":"New","operator":"is"}"""), ("New", Often));
        var plan = await _shop.PlanAsync(both, new ImportDecisions([new SegmentDecision(0, Replace: true)]));
        Assert.That(plan.Segments.Single(segment => segment.Existing?.Id == on.Id).Sleeping, Is.EqualTo(new[] { "New" }));
    }

    [Test]
    public async Task Nothing_is_imported_when_one_of_all_fails()
    {
        // One name, more products than a list may have: with ids the rules are too large.
        await _shop.Shop.AddAllAsync<Product>(Enumerable.Range(0, SegmentDefinition.MaximumValues + 1).Select(_ => TransferShop.NewProduct("Twin")).ToList());
        var file = TransferShop.FileOf(
            ("First", Often), ("Second", """{"every":"order","where":[{"field":"item.product","operator":"isAnyOf","value":["Twin"]}]}"""));

        Assert.ThrowsAsync<DefinitionException>(() => _shop.ImportAsync(file));
        Assert.That(_shop.Shop.Rows<Segment>(), Is.Empty);
    }

    [Test]
    public async Task Thousands_of_unknown_names_take_no_time()
    {
        var names = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"Land {i}\""));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var plan = await _shop.PlanAsync(TransferShop.FileOf(Enumerable.Range(0, 40)
            .Select(i => ($"S{i}", $$"""{"field":"customer.country","operator":"isAnyOf","value":[{{names.Replace("Land", $"Land {i}")}}]},{{Often}}""")).ToArray()));

        Assert.That(plan.Unknown, Has.Count.EqualTo(40_000));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static ImportDecisions Decide(params NameDecision[] names) => new(Names: names);

    private static ImportDecisions Drop(string name) => new(Names: new[] { "countries", "products", "segments", "orderStatuses" }.Select(list => new NameDecision(list, name, Drop: true)).ToList());
}
