using System.Text.Json.Nodes;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>
/// For random definitions over random shops, on each database: every customer's explanation has at every node the outcome that the naive evaluator has,
/// comes to the same as membership, and shows values that are in accord with its outcomes.
/// </summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class ExplainedOutcomeTests(string kind)
{
    private const int UsualCases = 504;

    /// <summary>So many differences are shown; more would say no more.</summary>
    private const int ShownDifferences = 10;

    private readonly List<string> _differences = [];
    private EvaluatorHost _host = null!;
    private int _explanations;
    private int _nodes;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(kind);

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [SetUp]
    public void SetUp()
    {
        _differences.Clear();
        (_explanations, _nodes) = (0, 0);
    }

    [Test]
    public async Task Explanations_agree_with_plain_loops_and_with_membership_at_every_node()
    {
        var definitions = 0;
        foreach (var one in RandomCase.Chosen(_host.Basics, UsualCases))
        {
            await _host.LoadAsync(one.Shop);
            foreach (var (index, json) in one.Definitions.Index())
            {
                definitions++;
                await CompareAsync(new NaiveEvaluator(one.Shop), one, index, json);
            }

            if (_differences.Count >= ShownDifferences)
                break;
        }

        TestContext.Out.WriteLine($"{definitions} definitions, {_explanations} explanations, {_nodes} nodes, {_differences.Count} differences, on {kind}.");
        Assert.That(_differences, Is.Empty, string.Join("\n\n", _differences.Take(ShownDifferences)));
    }

    [Test]
    public async Task A_wrong_expectation_shows()
    {
        foreach (var one in RandomCase.Chosen(_host.Basics).Take(3))
        {
            await _host.LoadAsync(one.Shop);
            foreach (var (index, json) in one.Definitions.Index())
            {
                await CompareAsync(Slips.All["any is all"](one.Shop), one, index, json);
                if (_differences.Count > 0)
                    return;
            }
        }

        Assert.Fail("No explanation differed from what a wrong evaluator says.");
    }

    private async Task CompareAsync(NaiveEvaluator naive, RandomCase one, int index, string json)
    {
        var includeGuests = (one.Seed + (ulong)index) % 2 == 0;
        var (definition, members) = await _host.AskAsync(async evaluator =>
        {
            var read = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(json));
            var (from, to) = await evaluator.GetIdRangeAsync();
            await evaluator.RenewRanksAsync(read, includeGuests);
            return (read, await evaluator.FindMatchesAsync(read, includeGuests, CustomerScope.Range(from, to)));
        });

        var explanations = await _host.AskAsync<ISegmentExplainer, List<SegmentExplanation>>(async explainer =>
        {
            var all = new List<SegmentExplanation>();
            foreach (var customer in one.Shop.Customers)
                all.Add(await explainer.ExplainAsync(definition, includeGuests, customer.Id));
            return all;
        });

        var population = naive.FindPopulation(includeGuests);
        var rules = JsonNode.Parse(json)!["rules"]!.AsObject();
        foreach (var (customer, explanation) in one.Shop.Customers.Zip(explanations))
        {
            var found = new List<string>();
            Compare(explanation.Rules, rules, node => naive.Holds(node, customer, includeGuests), found);
            if (explanation.IsMet != members.Contains(customer.Id))
                found.Add($"explained as {explanation.IsMet}, found as {!explanation.IsMet}");
            if (explanation.Standing.IsMeant() != population.Contains(customer.Id))
                found.Add($"standing {explanation.Standing}");

            _explanations++;
            if (found.Count > 0)
                _differences.Add($"Again with SEGMENTS_TEST_SEED={one.Seed} SEGMENTS_TEST_CASES=1, definition {index}, on {kind}; guests {includeGuests}, "
                    + $"customer {customer.Id}: {string.Join("\n", found)}\n{json}");
        }
    }

    private void Compare(NodeExplanation node, JsonObject json, Func<JsonObject, bool> holds, List<string> found)
    {
        _nodes++;
        if (node.IsMet != holds(json))
            found.Add($"{json.ToJsonString()} explained as {node.IsMet}");
        if (node is ConditionExplanation condition)
        {
            if (ActualValueCheck.FindDiscord(condition) is { } discord)
                found.Add($"{json.ToJsonString()} is {condition.IsMet}, but {condition.Actual} {discord}");
            return;
        }

        var parts = ((GroupExplanation)node).Parts;
        var rules = json["rules"]!.AsArray();
        Assert.That(parts, Has.Count.EqualTo(rules.Count), "the tree mirrors the rules");
        foreach (var (part, rule) in parts.Zip(rules))
            Compare(part, rule!.AsObject(), holds, found);
    }
}
