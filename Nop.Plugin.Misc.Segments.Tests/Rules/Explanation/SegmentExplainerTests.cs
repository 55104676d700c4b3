using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>What an explanation says of one customer, in cases worked out by hand, on each database.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class SegmentExplainerTests(string kind)
{
    private const string MoreThanTenOrders = """{ "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 }""";

    private EvaluatorHost _host = null!;
    private ExplainedShop _shop = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(kind);

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [SetUp]
    public void SetUp() => _shop = new ExplainedShop(_host);

    [Test]
    public async Task The_tree_mirrors_the_rules_and_says_what_there_is()
    {
        var customer = _shop.AddCustomer(change: c => c.CountryId = 2);
        for (var i = 0; i < 7; i++)
            _shop.AddOrder(customer, 100, daysAgo: i + 3);
        _shop.AddOrder(customer, 100, status: OrderStatus.Cancelled);
        await _shop.StoreAsync();

        var explanation = await _shop.ExplainAsync(customer, $$"""
            {{MoreThanTenOrders}},
            { "match": "any", "rules": [
                { "activity": "orders", "measure": "total", "operator": "atLeast", "value": 700 },
                { "match": "none", "rules": [{ "field": "customer.country", "operator": "isAnyOf", "value": [2, 3] }] } ] },
            { "activity": "orders", "measure": "daysSinceLast", "operator": "atMost", "value": 2 }
            """);

        Assert.That(explanation.Standing, Is.EqualTo(CustomerStanding.Registered));
        Assert.That(explanation.IsMet, Is.False);
        Assert.That(explanation.Rules.Parts.Select(part => part.IsMet), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Actual(explanation.Rules.Parts[0]), Is.EqualTo(new ActualNumber(7)));
        Assert.That(Actual(explanation.Rules.Parts[2]), Is.EqualTo(new ActualNumber(3)));

        var any = (GroupExplanation)explanation.Rules.Parts[1];
        Assert.That(any.Group.Match, Is.EqualTo(GroupMatch.Any));
        Assert.That(Actual(any.Parts[0]), Is.EqualTo(new ActualNumber(700)));
        var none = (GroupExplanation)any.Parts[1];
        Assert.That(none.IsMet, Is.False);
        Assert.That(none.Parts[0].IsMet, Is.True);
        Assert.That(((ChoiceValue)((ActualField)Actual(none.Parts[0])).Value!).Ids, Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task Nothing_there_is_0_or_unknown_as_the_measure_has_it()
    {
        var customer = _shop.AddCustomer();
        await _shop.StoreAsync();

        var explanation = await _shop.ExplainAsync(customer, $$"""
            {{MoreThanTenOrders}},
            { "activity": "orders", "measure": "average", "operator": "atLeast", "value": 10 },
            { "field": "customer.country", "operator": "isAnyOf", "value": [2] },
            { "every": "order" },
            { "latest": "order", "where": [{ "field": "order.store", "operator": "isAnyOf", "value": [2] }] }
            """);

        Assert.That(explanation.Rules.Parts.Select(Actual), Is.EqualTo(new ActualValue[]
        {
            new ActualNumber(0), new ActualNumber(null), new ActualField(null),
            new ActualOrders(new OrdersLookedAt(0, 0, null)), new ActualOrders(new OrdersLookedAt(0, 0, null))
        }));
        Assert.That(explanation.Rules.Parts.Select(part => part.IsMet), Has.All.False);
    }

    [Test]
    public async Task Of_every_first_and_latest_order_it_says_which_were_looked_at_and_how_many_pass()
    {
        var customer = _shop.AddCustomer();
        _shop.AddOrder(customer, 10, daysAgo: 50, storeId: 2);
        _shop.AddOrder(customer, 10, daysAgo: 40, storeId: 1);
        _shop.AddOrder(customer, 10, daysAgo: 1, storeId: 1);
        _shop.AddOrder(customer, 10, daysAgo: 1, storeId: 2);
        await _shop.StoreAsync();

        const string where = """ "where": [{ "field": "order.store", "operator": "isAnyOf", "value": [2] }] """;
        var explanation = await _shop.ExplainAsync(customer, $$"""
            { "every": "order", {{where}} },
            { "first": "order", {{where}} },
            { "latest": "order", {{where}} },
            { "latest": "order", {{where}}, "within": { "olderThan": 30, "unit": "day" } },
            { "every": "order", {{where}}, "within": { "olderThan": 45, "unit": "day" } },
            { "every": "order" }
            """);

        Assert.That(explanation.Rules.Parts.Select(part => part.IsMet), Is.EqualTo(new[] { false, true, true, false, true, true }));
        Assert.That(explanation.Rules.Parts.Select(Actual), Is.EqualTo(new ActualValue[]
        {
            new ActualOrders(new OrdersLookedAt(4, 2, null)),
            new ActualOrders(new OrdersLookedAt(4, 2, new OrderMeant(new DateOnly(2024, 2, 10), true))),
            // Of two orders of one moment the later one is the one with the larger number.
            new ActualOrders(new OrdersLookedAt(4, 2, new OrderMeant(new DateOnly(2024, 3, 30), true))),
            new ActualOrders(new OrdersLookedAt(2, 1, new OrderMeant(new DateOnly(2024, 2, 20), false))),
            new ActualOrders(new OrdersLookedAt(1, 1, null)),
            new ActualOrders(new OrdersLookedAt(4, 4, null))
        }));
    }

    [Test]
    public async Task Of_a_rank_it_says_from_where_on_one_is_in()
    {
        var customers = Enumerable.Range(1, 4).Select(i =>
        {
            var customer = _shop.AddCustomer();
            _shop.AddOrder(customer, i * 100);
            return customer;
        }).ToList();
        var never = _shop.AddCustomer();
        await _shop.StoreAsync();

        const string top = """{ "activity": "orders", "measure": "total", "operator": "inTop", "value": 50 }""";
        const string bottom = """{ "activity": "orders", "measure": "total", "operator": "inBottom", "value": 25 }""";
        var explanations = await ExplainAllAsync(customers.Append(never), $"{top}, {bottom}");

        Assert.That(explanations.Select(e => Actual(e.Rules.Parts[0])), Is.EqualTo(new ActualValue[]
        {
            new ActualRank(100, 300), new ActualRank(200, 300), new ActualRank(300, 300), new ActualRank(400, 300), new ActualRank(null, 300)
        }));
        Assert.That(explanations.Select(e => e.Rules.Parts[0].IsMet), Is.EqualTo(new[] { false, false, true, true, false }));
        Assert.That(explanations.Select(e => e.Rules.Parts[1].IsMet), Is.EqualTo(new[] { true, false, false, false, false }));
    }

    [Test]
    public async Task It_says_why_somebody_is_none_whom_the_segment_could_mean()
    {
        var registered = _shop.AddCustomer();
        var deleted = _shop.AddCustomer(change: c => c.Deleted = true);
        var inactive = _shop.AddCustomer(change: c => c.Active = false);
        var system = _shop.AddCustomer(change: c => (c.IsSystemAccount, c.SystemName) = (true, "BackgroundTask"));
        var guest = _shop.AddCustomer(registered: false);
        var buyer = _shop.AddCustomer(registered: false);
        _shop.AddOrder(buyer, 5);
        await _shop.StoreAsync();

        const string anybody = """{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 0 }""";
        var all = new[] { registered, deleted, inactive, system, guest, buyer };
        var without = await ExplainAllAsync(all, anybody);
        var with = await ExplainAllAsync(all, anybody, includeGuests: true);

        CustomerStanding[] common = [CustomerStanding.Registered, CustomerStanding.Deleted, CustomerStanding.Inactive, CustomerStanding.SystemAccount];
        Assert.That(without.Select(e => e.Standing), Is.EqualTo(common.Concat([CustomerStanding.Guest, CustomerStanding.Guest])));
        Assert.That(with.Select(e => e.Standing), Is.EqualTo(common.Concat([CustomerStanding.GuestWithoutOrders, CustomerStanding.GuestWithOrders])));
        Assert.That(with.Select(e => e.IsMet), Is.EqualTo(new[] { true, false, false, false, false, true }));
        Assert.That(with.Select(e => e.Rules.IsMet), Has.All.True, "the rules are answered all the same");
    }

    [Test]
    public async Task Somebody_who_does_not_exist_meets_nothing()
    {
        var customer = _shop.AddCustomer();
        await _shop.StoreAsync();
        customer.Id = 4_711;

        var explanation = await _shop.ExplainAsync(customer, MoreThanTenOrders);

        Assert.That(explanation.Standing, Is.EqualTo(CustomerStanding.NotFound));
        Assert.That(explanation.IsMet, Is.False);
        Assert.That(explanation.Rules.Parts.Select(part => part.IsMet), Has.All.False);
    }

    private async Task<List<SegmentExplanation>> ExplainAllAsync(IEnumerable<Customer> customers, string rules, bool includeGuests = false)
    {
        var explanations = new List<SegmentExplanation>();
        foreach (var customer in customers)
            explanations.Add(await _shop.ExplainAsync(customer, rules, includeGuests));
        return explanations;
    }

    private static ActualValue Actual(NodeExplanation node) => ((ConditionExplanation)node).Actual!;
}
