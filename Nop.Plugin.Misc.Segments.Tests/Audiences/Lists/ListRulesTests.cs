using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Audiences.Lists;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;
using Nop.Plugin.Misc.Segments.Tests.Rules;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Lists;

/// <summary>Lists around rules: what stands there afterwards, and that it means what the merchant was told.</summary>
[TestFixture]
[Category("Audiences")]
public class ListRulesTests
{
    private const string A = """{"field":"customer.firstName","operator":"is","value":"Ann"}""";
    private const string B = """{"field":"customer.taxExempt","operator":"is","value":true}""";
    private const string On1 = """{"field":"customer.list","operator":"isAnyOf","value":[1]}""";
    private const string On12 = """{"field":"customer.list","operator":"isAnyOf","value":[1,2]}""";
    private const string Not1 = """{"field":"customer.list","operator":"isNoneOf","value":[1]}""";
    private const string Not2 = """{"field":"customer.list","operator":"isNoneOf","value":[2]}""";
    private const string Not12 = """{"field":"customer.list","operator":"isNoneOf","value":[1,2]}""";

    private EvaluatorHost _host = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(Platform.TestDatabase.Sqlite);

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    private static string All(params string[] rules) => $$"""{"match":"all","rules":[{{string.Join(",", rules)}}]}""";

    private static string Any(params string[] rules) => $$"""{"match":"any","rules":[{{string.Join(",", rules)}}]}""";

    private static string None(params string[] rules) => $$"""{"match":"none","rules":[{{string.Join(",", rules)}}]}""";

    private static IEnumerable<TestCaseData> Changes =>
    [
        Change("include", 1, All(A, B), Any(All(A, B), On1)),
        Change("include", 1, All(A), Any(A, On1)),
        Change("include", 1, Any(A, B), Any(A, B, On1)),
        Change("include", 1, None(A, B), Any(None(A, B), On1)),
        Change("include", 2, Any(All(A, B), On1), Any(All(A, B), On12)),
        Change("include", 1, Any(All(A, B), On1), Any(All(A, B), On1)),
        Change("include", 2, All(On1), All(On12)),
        Change("include", 1, All(A, B, Not2), All(Any(All(A, B), On1), Not2)),
        Change("include", 1, All(Any(A, B), Not2), All(Any(A, B, On1), Not2)),
        Change("include", 2, All(Any(All(A, B), On1), Not1), All(Any(All(A, B), On12), Not1)),
        Change("exclude", 1, All(A, B), All(A, B, Not1)),
        Change("exclude", 1, Any(A, B), All(Any(A, B), Not1)),
        Change("exclude", 1, None(A), All(None(A), Not1)),
        Change("exclude", 2, All(A, Not1), All(A, Not12)),
        Change("exclude", 2, All(Not1), All(Not12)),
        Change("exclude", 2, Any(All(A, B), On1), All(Any(All(A, B), On1), Not2)),
        Change("remove", 1, Any(All(A, B), On1), All(A, B)),
        Change("remove", 1, Any(A, On1), All(A)),
        Change("remove", 2, Any(All(A, B), On12), Any(All(A, B), On1)),
        Change("remove", 1, All(A, B, Not1), All(A, B)),
        Change("remove", 1, All(Any(A, B), Not1), Any(A, B)),
        Change("remove", 2, All(Any(All(A, B), On12), Not2), Any(All(A, B), On1)),
        Change("remove", 3, All(Any(All(A, B), On1), Not2), All(Any(All(A, B), On1), Not2)),
        Change("remove", 1, All(On1), null),
        Change("remove", 1, All(Not1), null)
    ];

    private static TestCaseData Change(string how, int list, string before, string? after) => new TestCaseData(how, list, before, after).SetArgDisplayNames($"{how} {list}: {before}");

    [TestCaseSource(nameof(Changes))]
    public async Task A_list_is_put_around_the_rules_and_taken_off(string how, int list, string before, string? after)
    {
        var rules = (await ReadAsync(before)).Rules;
        var field = await _host.AskAsync<CriteriaCatalogue, CustomerField>(catalogue => Task.FromResult(catalogue.Fields.Single(known => known is ListField)));

        var changed = how switch
        {
            "include" => ListRules.Include(rules, list, field),
            "exclude" => ListRules.Exclude(rules, list, field),
            _ => ListRules.Remove(rules, list)
        };

        var written = changed is null ? null : DefinitionWriter.Write(changed).ToJsonString();
        Assert.That(JsonNode.DeepEquals(written is null ? null : JsonNode.Parse(written), after is null ? null : JsonNode.Parse(after)), Is.True, written);
    }

    [Test]
    public async Task Whom_nothing_but_lists_leaves_out_cannot_be_added()
    {
        var rules = (await ReadAsync(All(Not1))).Rules;

        Assert.That(ListRules.Include(rules, 2, ((FieldCondition)rules.Rules[0]).Field), Is.SameAs(rules));
    }

    [Test]
    public async Task Lists_are_found_with_what_the_rules_make_of_them()
    {
        Assert.That(ListRules.Find(await ReadAsync(All(Any(All(A, B), On1), Not2))), Is.EqualTo(new[] { (1, ListUse.Included), (2, ListUse.Excluded) }));
        Assert.That(ListRules.Find(await ReadAsync(All(A, On1))), Is.EqualTo(new[] { (1, ListUse.Named) }));
        Assert.That(ListRules.Find(await ReadAsync(None(Not1, A))), Is.EqualTo(new[] { (1, ListUse.Named) }));
        Assert.That(ListRules.Find(await ReadAsync(All(A, B))), Is.Empty);
    }

    private Task<SegmentDefinition> ReadAsync(string rules) =>
        _host.AskAsync(evaluator => evaluator.ReadAsync("{\"version\":1,\"rules\":" + rules + "}"));
}
