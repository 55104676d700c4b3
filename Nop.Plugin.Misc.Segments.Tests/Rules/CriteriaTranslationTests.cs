using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>Every criterion with every operator that it takes is understood by each database, by itself, negated, and asked for its value.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class CriteriaTranslationTests(string kind)
{
    private EvaluatorHost _host = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp()
    {
        _host = await EvaluatorHost.CreateAsync(kind);
        await _host.LoadAsync(RandomCase.Usual(_host.Basics).First().Shop);
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
        var conditions = await _host.AskAsync<CriteriaCatalogue, List<JsonObject>>(catalogue => Task.FromResult(ConditionsOf(catalogue).ToList()));
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

    private static IEnumerable<JsonObject> ConditionsOf(CriteriaCatalogue catalogue)
    {
        foreach (var field in catalogue.Fields)
        {
            foreach (var comparison in Comparisons(field))
                yield return With(comparison, ("field", field.Name));
            foreach (var filter in field.Filters.SelectMany(Filters))
                yield return With(Comparisons(field).First(), ("field", field.Name), ("where", new JsonArray(filter)));
        }

        foreach (var activity in catalogue.Activities)
        {
            foreach (var measure in activity.Measures)
                foreach (var comparison in Comparisons(measure))
                    yield return With(comparison, ("activity", activity.Name), ("measure", measure.Name));
            foreach (var filter in activity.Filters.SelectMany(Filters))
                yield return With(Comparisons(activity.Measures[0]).First(), ("activity", activity.Name), ("measure", activity.Measures[0].Name), ("where", new JsonArray(filter)));
        }

        foreach (var quantifier in new[] { "every", "first", "latest" })
        {
            yield return new JsonObject { [quantifier] = "order" };
            foreach (var filter in catalogue.OrderFilters.SelectMany(Filters))
                yield return new JsonObject { [quantifier] = "order", ["where"] = new JsonArray(filter) };
        }

        yield return new JsonObject { ["segment"] = 1, ["operator"] = "is" };
        yield return new JsonObject { ["segment"] = 1, ["operator"] = "isNot" };
    }

    private static IEnumerable<JsonObject> Filters(Filter filter) => Comparisons(filter).Select(comparison => With(comparison, ("field", filter.Name)));

    private static IEnumerable<JsonObject> Comparisons(Criterion criterion)
    {
        foreach (var ruleOperator in criterion.Operators)
        {
            var comparison = new JsonObject { ["operator"] = Operator.NameOf(ruleOperator) };
            if (ValueOf(criterion.Kind, ruleOperator) is { } value)
                comparison["value"] = value;
            yield return comparison;
            if (criterion.TakesSubcategories)
                yield return With(comparison, ("includeSubcategories", true));
        }
    }

    private static JsonNode? ValueOf(ValueKind kind, RuleOperator ruleOperator) => (kind, ruleOperator) switch
    {
        (_, RuleOperator.IsEmpty or RuleOperator.IsNotEmpty) => null,
        (_, RuleOperator.InTop or RuleOperator.InBottom) => 12.5m,
        (ValueKind.Date, RuleOperator.Between) => new JsonArray("2023-01-01", "2024-01-01"),
        (ValueKind.Date, RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary) => 30,
        (ValueKind.Date, _) => "2023-06-30",
        (_, RuleOperator.Between) => new JsonArray(1, 2.5m),
        (ValueKind.Text, RuleOperator.IsAnyOf or RuleOperator.IsNoneOf) or (ValueKind.Code, _) => new JsonArray("Ab", "c%_d"),
        (ValueKind.Text, _) => "a%B",
        (ValueKind.Choice, _) => new JsonArray(1, 2),
        (ValueKind.YesNo, _) => true,
        _ => 1.5m
    };

    private static JsonObject With(JsonObject comparison, params (string Name, JsonNode Value)[] members)
    {
        var copy = comparison.DeepClone().AsObject();
        foreach (var (name, value) in members)
            copy[name] = value.DeepClone();
        return copy;
    }

    private static string Definition(string match, JsonObject condition) =>
        new JsonObject { ["version"] = 1, ["rules"] = new JsonObject { ["match"] = match, ["rules"] = new JsonArray(condition.DeepClone()) } }.ToJsonString();
}
