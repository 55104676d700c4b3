using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>Whatever text comes in, the reader reads it or says where and why not; it throws nothing else.</summary>
[TestFixture]
internal sealed class DefinitionReaderTests
{
    private const int Mutations = 10_000;

    /// <summary>Reading definitions that still read after being spoilt is followed by evaluating so many of them.</summary>
    private const int Evaluations = 400;

    private const string Country = """{ "field": "customer.country", "operator": "isAnyOf", "value": [1] }""";

    private EvaluatorHost _host = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(TestDatabase.Sqlite);

    [OneTimeTearDown]
    public async Task OneTimeTearDown() => await _host.DisposeAsync();

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("nonsense")]
    [TestCase("null")]
    [TestCase("1")]
    [TestCase("\"text\"")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{}")]
    [TestCase("{ 'version': 1 }")]
    [TestCase("\u0000")]
    [TestCase("{ \"version\": 1, \"rules\": ")]
    public void What_is_no_definition_is_refused(string json) => Assert.That(Refusal(json).Errors, Is.Not.Empty);

    // Half a character cannot be told from the rest of the text; so the text is refused as a whole.
    [TestCase("""{ "field": "\ud800", "operator": "isAnyOf", "value": [1] }""")]
    [TestCase("""{ "field": "customer.country", "operator": "\udc00", "value": [1] }""")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "\ud800": [1] }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "\ud800" }""")]
    public void Half_a_character_is_refused(string rule) => Assert.That(Refusal(Definition(rule)).Errors, Is.Not.Empty);

    [TestCase("""{ "version": 1 }""", "rules")]
    [TestCase("""{ "version": 1, "rules": null }""", "rules")]
    [TestCase("""{ "version": 1, "rules": [] }""", "rules")]
    [TestCase("""{ "version": 1, "rules": "all" }""", "rules")]
    [TestCase("""{ "version": 2, "rules": { "match": "all", "rules": [COUNTRY] } }""", "version")]
    [TestCase("""{ "version": "1", "rules": { "match": "all", "rules": [COUNTRY] } }""", "version")]
    [TestCase("""{ "rules": { "match": "all", "rules": [COUNTRY] } }""", "version")]
    [TestCase("""{ "version": 1, "rules": { "match": "all", "rules": [COUNTRY] }, "more": 1 }""", "more")]
    [TestCase("""{ "version": 1, "rules": { "match": "some", "rules": [COUNTRY] } }""", "match")]
    [TestCase("""{ "version": 1, "rules": { "match": 1, "rules": [COUNTRY] } }""", "match")]
    [TestCase("""{ "version": 1, "rules": { "rules": [COUNTRY] } }""", "match")]
    [TestCase("""{ "version": 1, "rules": { "match": "all", "rules": [] } }""", "rules")]
    [TestCase("""{ "version": 1, "rules": { "match": "all", "rules": {} } }""", "rules")]
    [TestCase("""{ "version": 1, "rules": { "match": "all" } }""", "rules")]
    [TestCase("""{ "version": 1, "rules": COUNTRY }""", "rules")]
    public void The_frame_must_be_whole(string json, string path) =>
        Assert.That(Refusal(json.Replace("COUNTRY", Country)).Errors.Select(error => error.Path), Has.Some.Contains(path));

    // Nodes.
    [TestCase("1", "")]
    [TestCase("null", "")]
    [TestCase("[]", "")]
    [TestCase("{}", "")]
    [TestCase("""{ "match": "none", "rules": [] }""", ".rules")]
    [TestCase("""{ "match": "all", "rules": [{ "match": "any", "rules": [{}] }] }""", ".rules[0].rules[0]")]
    [TestCase("""{ "match": "all", "rules": [COUNTRY], "operator": "isAnyOf" }""", ".operator")]
    // What a customer is.
    [TestCase("""{ "field": "customer.shoeSize", "operator": "equals", "value": 1 }""", ".field")]
    [TestCase("""{ "field": "сustomer.country", "operator": "isAnyOf", "value": [1] }""", ".field")]
    [TestCase("""{ "field": "Customer.Country'; DROP TABLE Customer; --", "operator": "isAnyOf", "value": [1] }""", ".field")]
    [TestCase("""{ "field": 1, "operator": "isAnyOf", "value": [1] }""", ".field")]
    [TestCase("""{ "field": null, "operator": "isAnyOf", "value": [1] }""", ".field")]
    [TestCase("""{ "field": "order.total", "operator": "atLeast", "value": 1 }""", ".field")]
    [TestCase("""{ "field": "customer.country", "value": [1] }""", ".operator")]
    [TestCase("""{ "field": "customer.country", "operator": "isAllOf", "value": [1] }""", ".operator")]
    [TestCase("""{ "field": "customer.country", "operator": "equals", "value": [1] }""", ".operator")]
    [TestCase("""{ "field": "customer.country", "operator": "resembles", "value": [1] }""", ".operator")]
    [TestCase("""{ "field": "customer.country", "operator": "0", "value": [1] }""", ".operator")]
    [TestCase("""{ "field": "customer.country", "operator": 9, "value": [1] }""", ".operator")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf" }""", ".value")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": null }""", ".value")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [] }""", ".value")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": 1 }""", ".value")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": { "0": 1 } }""", ".value")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [true] }""", ".value[0]")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1, null] }""", ".value[1]")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1.5] }""", ".value[0]")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [2147483648] }""", ".value[0]")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1e400] }""", ".value[0]")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [[1]] }""", ".value[0]")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1], "within": { "last": 1, "unit": "day" } }""", ".within")]
    [TestCase("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1], "includeSubcategories": true }""", ".includeSubcategories")]
    [TestCase("""{ "field": "customer.newsletter", "operator": "is", "value": "true" }""", ".value")]
    [TestCase("""{ "field": "customer.newsletter", "operator": "is", "value": 1 }""", ".value")]
    [TestCase("""{ "field": "customer.newsletter", "operator": "isNot", "value": true }""", ".operator")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "2024-02-30" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "2024-2-3" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "2024-02-03T00:00:00" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "٢٠٢٤-٠٢-٠٣" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "yesterday" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": 20240203 }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "between", "value": "2024-02-03" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "between", "value": ["2024-02-03"] }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "between", "value": ["2024-02-03", "2024-02-02"] }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "between", "value": ["2024-02-03", "2024-02-30"] }""", ".value[1]")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inLast", "value": "7" }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inLast", "value": -1 }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inLast", "value": 1.5 }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inLast", "value": 99999999999 }""", ".value")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inNextAnniversary", "value": 1e9 }""", ".value")]
    // What a customer did.
    [TestCase("""{ "activity": "walks", "measure": "count", "operator": "atLeast", "value": 1 }""", ".activity")]
    [TestCase("""{ "activity": "orders", "measure": "length", "operator": "atLeast", "value": 1 }""", ".measure")]
    [TestCase("""{ "activity": "orders", "operator": "atLeast", "value": 1 }""", ".measure")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "isAnyOf", "value": [1] }""", ".operator")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": "1" }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": true }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": [1] }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1e40 }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1e400 }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "atLeast", "value": 99999999999999999999999999999999999 }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "between", "value": [2, 1] }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "between", "value": [1, 2, 3] }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "between", "value": [1, "2"] }""", ".value[1]")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "between", "value": 1 }""", ".value")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "field": "customer.country" }""", "")]
    [TestCase("""{ "every": "item" }""", ".every")]
    [TestCase("""{ "every": true }""", ".every")]
    [TestCase("""{ "every": "order", "measure": "count" }""", ".measure")]
    // Windows.
    [TestCase("""{ "every": "order", "within": 7 }""", ".within")]
    [TestCase("""{ "every": "order", "within": [] }""", ".within")]
    [TestCase("""{ "every": "order", "within": {} }""", ".within")]
    [TestCase("""{ "every": "order", "within": { "last": 7 } }""", ".within")]
    [TestCase("""{ "every": "order", "within": { "last": 7, "unit": "fortnight" } }""", ".within.unit")]
    [TestCase("""{ "every": "order", "within": { "last": 7, "unit": 1 } }""", ".within.unit")]
    [TestCase("""{ "every": "order", "within": { "last": "7", "unit": "day" } }""", ".within.last")]
    [TestCase("""{ "every": "order", "within": { "last": -7, "unit": "day" } }""", ".within.last")]
    [TestCase("""{ "every": "order", "within": { "last": 0.5, "unit": "day" } }""", ".within.last")]
    [TestCase("""{ "every": "order", "within": { "last": 2147483648, "unit": "day" } }""", ".within.last")]
    [TestCase("""{ "every": "order", "within": { "olderThan": 1e30, "unit": "hour" } }""", ".within.olderThan")]
    [TestCase("""{ "every": "order", "within": { "between": [7, 3], "unit": "day" } }""", ".within.between")]
    [TestCase("""{ "every": "order", "within": { "between": [7], "unit": "day" } }""", ".within.between")]
    [TestCase("""{ "every": "order", "within": { "between": 7, "unit": "day" } }""", ".within.between")]
    [TestCase("""{ "every": "order", "within": { "last": 7, "olderThan": 3, "unit": "day" } }""", ".within")]
    [TestCase("""{ "every": "order", "within": { "from": "2024-02-03", "to": "2024-02-02" } }""", ".within")]
    [TestCase("""{ "every": "order", "within": { "from": "2024-02-30" } }""", ".within.from")]
    [TestCase("""{ "every": "order", "within": { "from": "2024-02-03", "unit": "day" } }""", ".within")]
    // Filters.
    [TestCase("""{ "every": "order", "where": {} }""", ".where")]
    [TestCase("""{ "every": "order", "where": [1] }""", ".where[0]")]
    [TestCase("""{ "every": "order", "where": [{}] }""", ".where[0]")]
    [TestCase("""{ "every": "order", "where": [{ "field": "customer.country", "operator": "isAnyOf", "value": [1] }] }""", ".where[0].field")]
    [TestCase("""{ "every": "order", "where": [STORE, { "field": "item.colour", "operator": "isAnyOf", "value": [1] }] }""", ".where[1].field")]
    [TestCase("""{ "every": "order", "where": [STORE, { "field": "item.product", "operator": "isAllOf", "value": [1] }] }""", ".where[1].operator")]
    [TestCase("""{ "every": "order", "where": [STORE, { "field": "item.product", "operator": "isAnyOf", "value": [] }] }""", ".where[1].value")]
    [TestCase("""{ "every": "order", "where": [STORE, { "field": "order.total", "operator": "atLeast", "value": "10" }] }""", ".where[1].value")]
    [TestCase(
        """{ "every": "order", "where": [{ "field": "order.store", "operator": "isAnyOf", "value": [1], "includeSubcategories": true }] }""",
        ".where[0].includeSubcategories")]
    [TestCase(
        """{ "every": "order", "where": [{ "field": "item.category", "operator": "isAnyOf", "value": [1], "includeSubcategories": "yes" }] }""",
        ".where[0].includeSubcategories")]
    [TestCase("""{ "every": "order", "where": [{ "match": "any", "rules": [STORE] }] }""", ".where[0]")]
    public void What_is_wrong_in_a_rule_is_named_by_its_path(string rule, string path)
    {
        var written = rule.Replace("COUNTRY", Country).Replace("STORE", """{ "field": "order.store", "operator": "isAnyOf", "value": [1] }""");
        var refusal = Refusal(Definition(Country, written));

        Assert.That(refusal.Errors.Select(error => error.Path), Has.Some.StartsWith("rules[1]" + path));
        Assert.That(refusal.Errors.Select(error => error.Message), Has.All.Not.Empty);
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once_or_at_least_the_first()
    {
        var refusal = Refusal(Definition("""{ "field": "customer.hat" }""", """{ "activity": "orders", "measure": "height" }"""));
        Assert.That(refusal.Errors[0].Path, Does.StartWith("rules[0]"));
    }

    [TestCase(5, true)]
    [TestCase(6, false)]
    [TestCase(60, false)]
    [TestCase(200, false)]
    [TestCase(20_000, false)]
    public void Groups_nest_to_a_depth_of_five(int depth, bool allowed)
    {
        var group = Country;
        for (var level = 0; level < Math.Min(depth, 200); level++)
            group = $$"""{ "match": "all", "rules": [{{group}}] }""";
        if (depth > 200)
            group = string.Concat(Enumerable.Repeat("""{ "match": "all", "rules": [""", depth)) + Country + string.Concat(Enumerable.Repeat("] }", depth));

        AssertAllowed($$"""{ "version": 1, "rules": {{group}} }""", allowed);
    }

    [TestCase(100, true)]
    [TestCase(101, false)]
    [TestCase(20_000, false)]
    public void A_hundred_conditions_are_enough(int count, bool allowed) => AssertAllowed(Definition([.. Enumerable.Repeat(Country, count)]), allowed);

    [TestCase(99, true)]
    [TestCase(100, false)]
    public void Filters_are_counted_as_conditions(int filters, bool allowed)
    {
        var stores = Enumerable.Repeat("""{ "field": "order.store", "operator": "isAnyOf", "value": [1] }""", filters);
        AssertAllowed(Definition($$"""{ "every": "order", "where": [{{string.Join(", ", stores)}}] }"""), allowed);
    }

    [TestCase(1_000, true)]
    [TestCase(1_001, false)]
    public void A_list_has_at_most_a_thousand_values(int count, bool allowed) => AssertAllowed(
        Definition($$"""{ "field": "customer.country", "operator": "isAnyOf", "value": [{{string.Join(", ", Enumerable.Range(1, count))}}] }"""), allowed);

    [TestCase("Nowhere")]
    [TestCase("'; DROP TABLE \\\"Customer\\\"; --")]
    [TestCase("%")]
    [TestCase("")]
    [TestCase("Ünknöwn ☃ 漢字 \\u0000")]
    [TestCase("\\ud83d\\ude00")]
    [TestCase("\\ud800")]
    public async Task A_name_that_nothing_has_is_refused_with_its_path(string name)
    {
        var json = Definition(Country, $$"""{ "field": "customer.country", "operator": "isAnyOf", "value": [1, "{{name}}"] }""");
        var refusal = await _host.AskAsync(async evaluator =>
        {
            try
            {
                await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(json));
                return null;
            }
            catch (DefinitionException exception)
            {
                return exception;
            }
        });

        Assert.That(refusal, Is.Not.Null);
        Assert.That(refusal!.Errors[0].Path, Does.StartWith("rules[1].value"));
    }

    [Test]
    public async Task Spoilt_definitions_read_or_are_refused_and_nothing_else()
    {
        var cases = RandomCase.Usual(_host.Basics).Take(60).ToList();
        var spoilt = (from one in Gen.Elements(cases.SelectMany(one => one.Definitions).ToArray()) from text in Spoil(one) select text)
            .Sample(Mutations, new Rnd(1), 50);

        var read = new List<string>();
        var slowest = TimeSpan.Zero;
        await _host.AskAsync(evaluator =>
        {
            foreach (var json in spoilt)
            {
                var started = Stopwatch.GetTimestamp();
                if (TryRead(evaluator, json, out _))
                    read.Add(json);
                var taken = Stopwatch.GetElapsedTime(started);
                slowest = taken > slowest ? taken : slowest;
            }

            return Task.FromResult(0);
        });

        TestContext.Out.WriteLine($"{read.Count} of {spoilt.Length} still read; the slowest took {slowest.TotalMilliseconds:N1} ms.");
        Assert.That(read, Is.Not.Empty.And.Count.LessThan(spoilt.Length / 2));

        await _host.LoadAsync(cases[0].Shop);
        var naive = new NaiveEvaluator(cases[0].Shop);
        var (right, refused) = (0, 0);
        foreach (var json in read.Distinct().Take(Evaluations))
            if (await EvaluateAsync(json) is not { } found)
                refused++;
            else if (Judge(naive, json) is { } expected)
            {
                Assert.That(found, Is.EqualTo(expected), json);
                right++;
            }

        TestContext.Out.WriteLine($"Of {Math.Min(Evaluations, read.Count)} that read, {refused} name what is not there; {right} of the others mean what plain loops say.");
        Assert.That(right, Is.GreaterThan(Evaluations / 4));
    }

    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "last": NUMBER, "unit": "day" } }""")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "last": NUMBER, "unit": "hour" } }""")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "olderThan": NUMBER, "unit": "day" } }""")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "between": [0, NUMBER], "unit": "hour" } }""")]
    [TestCase("""{ "activity": "orders", "measure": "daysSinceLast", "operator": "greaterThan", "value": NUMBER }""")]
    [TestCase("""{ "activity": "orders", "measure": "daysSinceLast", "operator": "lessThan", "value": -NUMBER }""")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "atMost", "value": NUMBER }""")]
    [TestCase("""{ "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 0.NUMBER }""")]
    [TestCase("""{ "activity": "orders", "measure": "daysSinceLast", "operator": "equals", "value": 0.NUMBER }""")]
    [TestCase("""{ "activity": "orders", "measure": "total", "operator": "atMost", "value": NUMBER }""")]
    [TestCase("""{ "activity": "orders", "measure": "average", "operator": "atMost", "value": -NUMBER }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inLast", "value": NUMBER }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "notInLast", "value": NUMBER }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "inNextAnniversary", "value": NUMBER }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "after", "value": "0001-01-01" }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "before", "value": "0001-01-01" }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "after", "value": "9999-12-31" }""")]
    [TestCase("""{ "field": "customer.registeredOn", "operator": "on", "value": "9999-12-31" }""")]
    [TestCase("""{ "every": "order", "within": { "from": "0001-01-01", "to": "9999-12-31" } }""")]
    public async Task Extreme_numbers_are_refused_or_evaluated(string rule)
    {
        await _host.LoadAsync(RandomCase.Usual(_host.Basics).First().Shop);
        foreach (var number in new[] { "1000", "36500", "100000", "800000", "10000000", "2147483647", "922337203685477", "79228162514264337593543950335" })
            await EvaluateAsync(Definition(rule.Replace("NUMBER", number)));
    }

    /// <summary>What plain loops find; null for a text that they cannot walk, such as one that names what it means by its name.</summary>
    private static List<int>? Judge(NaiveEvaluator naive, string json)
    {
        try
        {
            return naive.FindMatches(json, true);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads, and if that goes, evaluates: everything but a definition's exception goes through and fails the test. Null when it is refused.
    /// </summary>
    private Task<List<int>?> EvaluateAsync(string json) => _host.AskAsync<List<int>?>(async evaluator =>
    {
        if (!TryRead(evaluator, json, out var definition))
            return null;

        try
        {
            definition = await evaluator.ResolveNamesAsync(definition!);
        }
        catch (DefinitionException)
        {
            return null;
        }

        if ((await evaluator.FindMissingAsync(definition)).Count > 0)
            return null;
        try
        {
            await evaluator.RenewRanksAsync(definition, true);
            return await evaluator.FindMatchesAsync(definition, true, CustomerScope.Range(1, 1_000));
        }
        catch (Exception exception)
        {
            throw new AssertionException($"Evaluating {json} threw {exception}", exception);
        }
    });

    private static bool TryRead(ISegmentEvaluator evaluator, string json, out SegmentDefinition? definition)
    {
        definition = null;
        try
        {
            definition = evaluator.ReadAsync(json).GetAwaiter().GetResult();
            return true;
        }
        catch (DefinitionException exception)
        {
            Assert.That(exception.Errors, Is.Not.Empty, json);
            var named = exception.Errors.All(error => exception.Message.Contains(error.Path) && error.Message.Length > 0);
            Assert.That(named, Is.True, $"{json}: {exception.Message}");
            return false;
        }
        catch (Exception exception)
        {
            throw new AssertionException($"Reading {json} threw {exception}", exception);
        }
    }

    private DefinitionException Refusal(string json)
    {
        DefinitionException? refusal = null;
        _host.AskAsync(evaluator =>
        {
            refusal = Assert.ThrowsAsync<DefinitionException>(() => evaluator.ReadAsync(json));
            return Task.FromResult(0);
        }).GetAwaiter().GetResult();

        TestContext.Out.WriteLine(refusal!.Message.Length > 500 ? refusal.Message[..500] : refusal.Message);
        return refusal;
    }

    private void AssertAllowed(string json, bool allowed)
    {
        if (!allowed)
            Refusal(json);
        else
            _host.AskAsync(evaluator => evaluator.ReadAsync(json)).GetAwaiter().GetResult();
    }

    private static string Definition(params string[] rules) =>
        $$"""{ "version": 1, "rules": { "match": "all", "rules": [{{string.Join(", ", rules)}}] } }""";

    /// <summary>A text with something cut out, put in, doubled, turned round or exchanged.</summary>
    private static Gen<string> Spoil(string json)
    {
        var odd = Gen.Elements(
            "null", "true", "{}", new string('[', 200) + new string(']', 200), "\"' OR 1=1; DROP TABLE \\\"Customer\\\"; --\"", "2147483647", "[]", "\"\"", "-1", "0", "1.5", "1e99", "1e999", "99999999999999999999", "\"\\ud800\"", "\"day\"", "\"2024-02-30\"",
            "\"'; --\"", "\"\\u0000\"", "[[[[[[[[", "}", "]", ",", ":", "\"", "\\", "\ud800", "é", "/* */", "NaN",
            "\"value\": 3,", "\"where\": [],", "\"match\": \"all\",");
        var place = Gen.Choose(0, json.Length - 1);
        var span = from start in place from length in Gen.Choose(1, 12) select (start, Math.Min(length, json.Length - start));
        var tokens = TokensOf(json);

        return Gen.Frequency(
            (2, from at in span select json.Remove(at.start, at.Item2)),
            (2, from at in place from text in odd select json.Insert(at, text)),
            (1, from at in place select json[..at]),
            (1, from at in span select json.Insert(at.start, json.Substring(at.start, at.Item2))),
            (1, from at in place from letter in Gen.Elements("a", "0", " ", "\"", "-", "ß") select json.Remove(at, 1).Insert(at, letter)),
            (5, from token in Gen.Elements(tokens) from text in odd select json.Remove(token.Start, token.Length).Insert(token.Start, text)),
            (3, from one in Gen.Elements(tokens)
                from other in Gen.Elements(tokens)
                select json.Remove(one.Start, one.Length).Insert(one.Start, json.Substring(other.Start, other.Length))));
    }

    /// <summary>Where the strings, numbers and words of a JSON text stand.</summary>
    private static (int Start, int Length)[] TokensOf(string json) => System.Text.RegularExpressions.Regex
        .Matches(json, "\"[^\"]*\"|-?[0-9.]+|true|false")
        .Select(match => (match.Index, match.Length))
        .ToArray();
}
