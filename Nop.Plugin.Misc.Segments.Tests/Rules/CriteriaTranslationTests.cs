using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>Every criterion with every operator that it takes is understood by each database, by itself, negated, and asked for its value.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class CriteriaTranslationTests(string kind)
{
    private EvaluatorHost _host = null!;
    private NaiveShop _shop = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp()
    {
        _host = await EvaluatorHost.CreateAsync(kind);
        _shop = RandomCase.Usual(_host.Basics).First().Shop;
        await _host.LoadAsync(_shop);
    }

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task Every_criterion_and_operator_is_translated()
    {
        var conditions = await _host.AskAsync<CriteriaCatalogue, List<JsonObject>>(catalogue => Task.FromResult(ConditionSamples.Of(catalogue).ToList()));
        var failures = new List<string>();
        foreach (var condition in conditions)
        {
            foreach (var match in new[] { "all", "none" })
            {
                var json = Definition(match, condition);
                try
                {
                    await _host.AskAsync(async evaluator =>
                    {
                        var definition = await evaluator.ReadAsync(json);
                        var (from, to) = await evaluator.GetIdRangeAsync();
                        await evaluator.RenewRanksAsync(definition, true);
                        await evaluator.FindMatchesAsync(definition, true, CustomerScope.Range(from, to));
                        return await evaluator.FindMatchesAsync(definition, false, CustomerScope.Of([from]));
                    });
                }
                catch (Exception exception)
                {
                    failures.Add($"{json}: {exception.GetType().Name} {exception.Message}");
                    break;
                }
            }
        }

        TestContext.Out.WriteLine($"{conditions.Count} conditions on {kind}.");
        Assert.That(conditions, Has.Count.GreaterThan(100));
        Assert.That(failures, Is.Empty, string.Join("\n\n", failures));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_hundred_conditions_of_all_kinds_run_at_once(bool withFilters)
    {
        var json = await _host.AskAsync<CriteriaCatalogue, string>(catalogue => Task.FromResult(
            withFilters ? ConditionSamples.MostConditionsAndFilters(catalogue) : ConditionSamples.MostConditions(catalogue)));
        var expected = new NaiveEvaluator(_shop).FindMatches(json, includeGuests: true);
        Assert.That(expected, Is.Not.Empty.And.Count.LessThan(_shop.Customers.Count));

        await _host.AskAsync<ISegmentEvaluator, bool>(async evaluator =>
        {
            var definition = await evaluator.ReadAsync(json);
            Assert.That(ConditionsIn(definition.Rules), Has.Count.GreaterThanOrEqualTo(withFilters ? 60 : 100).And.Unique);
            var (from, to) = await evaluator.GetIdRangeAsync();
            await evaluator.RenewRanksAsync(definition, true);
            Assert.That(await evaluator.FindMatchesAsync(definition, true, CustomerScope.Range(from, to)), Is.EqualTo(expected));
            Assert.That(await evaluator.FindMatchesAsync(definition, true, CustomerScope.Of([expected[0]])), Is.EqualTo(new[] { expected[0] }));
            Assert.That(await evaluator.CountAsync(definition, true), Is.EqualTo(expected.Count));
            return true;
        });
    }

    [Test]
    public async Task One_of_a_hundred_conditions_is_enough()
    {
        var json = await _host.AskAsync<CriteriaCatalogue, string>(catalogue => Task.FromResult(ConditionSamples.AnyOfMostActivities(catalogue)));
        var expected = new NaiveEvaluator(_shop).FindMatches(json, includeGuests: true);
        Assert.That(expected, Is.Not.Empty);

        await _host.AskAsync<ISegmentEvaluator, bool>(async evaluator =>
        {
            var definition = await evaluator.ReadAsync(json);
            Assert.That(ConditionsIn(definition.Rules), Has.Count.EqualTo(100));
            var (from, to) = await evaluator.GetIdRangeAsync();
            await evaluator.RenewRanksAsync(definition, true);
            Assert.That(await evaluator.FindMatchesAsync(definition, true, CustomerScope.Range(from, to)), Is.EqualTo(expected));
            Assert.That(await evaluator.FindMatchesAsync(definition, true, CustomerScope.Of([expected[0]])), Is.EqualTo(new[] { expected[0] }));
            return true;
        });
    }

    private static List<string> ConditionsIn(RuleNode node) =>
        node is RuleGroup group ? group.Rules.SelectMany(ConditionsIn).ToList() : [DefinitionWriter.Write(node).ToJsonString()];

    private static string Definition(string match, JsonObject condition) =>
        new JsonObject { ["version"] = 1, ["rules"] = new JsonObject { ["match"] = match, ["rules"] = new JsonArray(condition.DeepClone()) } }.ToJsonString();
}
