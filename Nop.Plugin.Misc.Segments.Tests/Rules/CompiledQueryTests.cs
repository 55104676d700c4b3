using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>The compiled queries mean what the naive evaluator says, for random definitions over random shops, on each database.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class CompiledQueryTests(string kind)
{
    /// <summary>So many differences are shown; more would say no more.</summary>
    private const int ShownDifferences = 10;

    private EvaluatorHost _host = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(kind);

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task Compiled_queries_match_what_plain_loops_match()
    {
        var differences = new List<string>();
        var cases = 0;
        foreach (var one in RandomCase.Chosen(_host.Basics))
        {
            await _host.LoadAsync(one.Shop);
            var naive = new NaiveEvaluator(one.Shop);

            foreach (var (index, json) in one.Definitions.Index())
            {
                var includeGuests = (one.Seed + (ulong)index) % 2 == 0;
                cases++;
                if (await FindDifferenceAsync(naive, one.Shop, json, includeGuests, (Question)(index % 3)) is { } difference)
                    differences.Add(await DescribeAsync(naive, one, index, includeGuests, difference));
            }

            foreach (var includeGuests in new[] { false, true })
            {
                var population = await _host.AskAsync(evaluator => evaluator.CountPopulationAsync(includeGuests));
                var expected = naive.FindPopulation(includeGuests).Count;
                if (population != expected)
                    differences.Add($"Seed {one.Seed}: a population of {population}, guests {includeGuests}, not of {expected}.");
            }

            if (differences.Count >= ShownDifferences)
                break;
        }

        TestContext.Out.WriteLine($"{cases} definitions, {differences.Count} differences, on {kind}.");
        Assert.That(differences, Is.Empty, string.Join("\n\n", differences));
    }

    [Test]
    public async Task A_wrong_expectation_shows()
    {
        foreach (var one in RandomCase.Chosen(_host.Basics).Take(3))
        {
            await _host.LoadAsync(one.Shop);
            var wrong = Slips.All["any is all"](one.Shop);
            foreach (var json in one.Definitions)
            {
                if (await FindDifferenceAsync(wrong, one.Shop, json, includeGuests: true, Question.Count) is not null)
                    return;
            }
        }

        Assert.Fail("No answer of the compiled queries differed from those of a wrong evaluator.");
    }

    /// <summary>What is asked besides who matches; not all of it each time, so that there is time for more definitions.</summary>
    private enum Question
    {
        Among,
        Count,
        Sample
    }

    /// <summary>What is wrong with the answers to a definition, or null.</summary>
    private async Task<string?> FindDifferenceAsync(NaiveEvaluator naive, NaiveShop shop, string json, bool includeGuests, Question question)
    {
        var expected = naive.FindMatches(json, includeGuests);
        try
        {
            return await _host.AskAsync(async evaluator =>
            {
                var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(json));

                var (from, to) = await evaluator.GetIdRangeAsync();
                var inRange = await evaluator.FindMatchesAsync(definition, includeGuests, CustomerScope.Range(from, to));
                if (!inRange.SequenceEqual(expected))
                    return $"found {Show(inRange)} in the whole range";

                switch (question)
                {
                    case Question.Among:
                        // Every other customer, and some there are not.
                        var ids = shop.Customers.Where((_, index) => index % 2 == 0).Select(customer => customer.Id).Append(from - 1).Append(to + 1).ToList();
                        var among = await evaluator.FindMatchesAsync(definition, includeGuests, CustomerScope.Of(ids));
                        if (!among.SequenceEqual(expected.Where(ids.Contains)))
                            return $"found {Show(among)} among {Show(ids)}";
                        break;
                    case Question.Count:
                        var count = await evaluator.CountAsync(definition, includeGuests);
                        if (count != expected.Count)
                            return $"counted {count}";
                        break;
                    default:
                        var sample = await evaluator.SampleAsync(definition, includeGuests, 3);
                        if (sample.Count != Math.Min(3, expected.Count) || sample.Except(expected).Any())
                            return $"showed {Show(sample)}";
                        break;
                }

                var missing = await evaluator.FindMissingAsync(definition);
                return missing.Count == 0 ? null : $"missed {string.Join(" ", missing)}";
            });
        }
        catch (Exception exception)
        {
            return $"threw {exception}";
        }
    }

    private async Task<string> DescribeAsync(NaiveEvaluator naive, RandomCase one, int index, bool includeGuests, string difference)
    {
        var json = await ShrinkAsync(naive, one.Shop, one.Definitions[index], includeGuests, (Question)(index % 3));
        var expected = naive.FindMatches(json, includeGuests);
        // An answer that is wrong only now and then may be right by now.
        difference = await FindDifferenceAsync(naive, one.Shop, json, includeGuests, (Question)(index % 3)) ?? $"the first time {difference}";

        var text = new StringBuilder();
        text.AppendLine($"Again with SEGMENTS_TEST_SEED={one.Seed} SEGMENTS_TEST_CASES=1, definition {index}, on {kind}; guests {includeGuests}.");
        text.AppendLine($"Expected {Show(expected)}, but {difference}.");
        text.AppendLine($"Definition, cut down: {json}");
        text.AppendLine($"Now {one.Shop.Now:O} in {one.Shop.TimeZone.Id}, which is {TimeZoneInfo.ConvertTimeFromUtc(one.Shop.Now, one.Shop.TimeZone):O}.");
        text.AppendLine($"Statuses of orders {Show(one.Shop.OrderStatusIds)}, of payments {Show(one.Shop.PaymentStatusIds)}.");
        foreach (var category in one.Shop.Categories)
            text.AppendLine($"Category {category.Id} below {category.ParentCategoryId}{(category.Deleted ? ", deleted" : "")}");
        foreach (var product in one.Shop.Products)
        {
            var categories = one.Shop.ProductCategories.Where(mapping => mapping.ProductId == product.Id).Select(mapping => mapping.CategoryId);
            text.AppendLine($"Product {product.Id} in {Show(categories)}{(product.Deleted ? ", deleted" : "")}");
        }

        foreach (var subscription in one.Shop.Subscriptions)
            text.AppendLine($"Subscription {subscription.Email}{(subscription.Active ? "" : ", inactive")}");
        foreach (var customer in one.Shop.Customers)
            text.AppendLine(Show(one.Shop, customer));
        return text.ToString();
    }

    /// <summary>Goes down to the smallest part of a definition that still differs.</summary>
    private async Task<string> ShrinkAsync(NaiveEvaluator naive, NaiveShop shop, string json, bool includeGuests, Question question)
    {
        foreach (var smaller in Smaller(JsonNode.Parse(json)!.AsObject()))
        {
            if (await FindDifferenceAsync(naive, shop, smaller, includeGuests, question) is not null)
                return await ShrinkAsync(naive, shop, smaller, includeGuests, question);
        }

        return json;
    }

    private static IEnumerable<string> Smaller(JsonObject definition)
    {
        // One of the outermost rules by itself, one left out, one of its filters or its window left out.
        var rules = definition["rules"]!["rules"]!.AsArray();
        for (var index = 0; index < rules.Count; index++)
        {
            if (rules[index]!["match"] is not null)
                yield return With(definition, copy => copy["rules"] = copy["rules"]!["rules"]![index]!.DeepClone());
            if (rules.Count > 1)
                yield return With(definition, copy => copy["rules"]!["rules"]!.AsArray().RemoveAt(index));
            if (rules[index]!["within"] is not null)
                yield return With(definition, copy => copy["rules"]!["rules"]![index]!.AsObject().Remove("within"));
            for (var filter = 0; filter < (rules[index]!["where"]?.AsArray().Count ?? 0); filter++)
                yield return With(definition, copy => copy["rules"]!["rules"]![index]!["where"]!.AsArray().RemoveAt(filter));
        }

        if (rules.Count == 1 && definition["rules"]!["match"]!.GetValue<string>() == "none")
            yield return With(definition, copy => copy["rules"]!["match"] = "all");
    }

    private static string With(JsonObject definition, Action<JsonObject> change)
    {
        var copy = definition.DeepClone().AsObject();
        change(copy);
        return copy.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    private static string Show(NaiveShop shop, Customer customer)
    {
        var roles = shop.CustomerRoles.Where(mapping => mapping.CustomerId == customer.Id).Select(mapping => mapping.CustomerRoleId);
        var text = new StringBuilder($"Customer {customer.Id} {customer.Email} from {customer.CountryId}, roles {Show(roles)}");
        text.Append($", registered {Show(shop, customer.CreatedOnUtc)}");
        text.Append(customer.Deleted ? ", deleted" : "").Append(customer.Active ? "" : ", inactive").Append(customer.IsSystemAccount ? ", system" : "");
        foreach (var order in shop.Orders.Where(order => order.CustomerId == customer.Id))
        {
            var products = shop.OrderItems.Where(line => line.OrderId == order.Id).Select(line => line.ProductId);
            text.Append($"\n    Order {order.Id} of {Show(shop, order.CreatedOnUtc)}, {order.OrderTotal} - {order.RefundedAmount}, store {order.StoreId},");
            text.Append($" {order.OrderStatus}, {order.PaymentStatus}{(order.Deleted ? ", deleted" : "")}, products {Show(products)}");
        }

        return text.ToString();
    }

    private static string Show(NaiveShop shop, DateTime utc) =>
        $"{utc:yyyy-MM-dd HH:mm:ss.FFFFFF} UTC ({TimeZoneInfo.ConvertTimeFromUtc(utc, shop.TimeZone):yyyy-MM-dd HH:mm:ss.FFFFFF} local)";

    private static string Show(IEnumerable<int> ids) => $"[{string.Join(", ", ids)}]";
}
