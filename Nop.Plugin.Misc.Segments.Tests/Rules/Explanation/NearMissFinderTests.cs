using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>Who nearly matches, and what is missing.</summary>
[TestFixture]
internal sealed class NearMissFinderTests
{
    private const string InAustria = """{ "field": "customer.country", "operator": "isAnyOf", "value": [1] }""";
    private const string InBelgium = """{ "field": "customer.country", "operator": "isAnyOf", "value": [2] }""";
    private const string Subscribed = """{ "field": "customer.newsletter", "operator": "is", "value": true }""";

    private EvaluatorHost _host = null!;
    private ExplainedShop _shop = null!;
    private Customer _customer = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(TestDatabase.Sqlite);

    [OneTimeTearDown]
    public async Task OneTimeTearDown() => await _host.DisposeAsync();

    /// <summary>A customer in Austria who placed nine orders at 100 each, the latest ten days ago.</summary>
    [SetUp]
    public async Task SetUp()
    {
        _shop = new ExplainedShop(_host);
        _customer = _shop.AddCustomer(change: c => c.CountryId = 1);
        for (var i = 0; i < 9; i++)
            _shop.AddOrder(_customer, 100, daysAgo: 10 + i);
        await _shop.StoreAsync();
    }

    [TestCase("count", "greaterThan", "10", 2)]
    [TestCase("count", "atLeast", "10", 1)]
    [TestCase("count", "atLeast", "9.5", 1)]
    [TestCase("count", "equals", "12", 3)]
    [TestCase("count", "between", "[11, 20]", 2)]
    [TestCase("total", "atLeast", "1000", 100)]
    [TestCase("total", "greaterThan", "950.50", 50.5)]
    [TestCase("daysSinceLast", "atLeast", "14", 4)]
    public async Task More_of_a_number_is_missing(string measure, string comparison, string value, decimal shortfall)
    {
        var near = await _shop.FindNearMissAsync(_customer, Measured(measure, comparison, value));

        Assert.That(near!.Missing, Has.Count.EqualTo(1));
        Assert.That(near.Missing[0].Shortfall, Is.EqualTo(shortfall));
        Assert.That(near.Missing[0].IsWanted, Is.True);
        Assert.That(near.Closeness, Is.GreaterThanOrEqualTo(0.5m).And.LessThan(1));
    }

    [TestCase("count", "atLeast", "5", TestName = "Who matches does not nearly match")]
    [TestCase("count", "greaterThan", "30", TestName = "A third of the number is not nearly all")]
    [TestCase("count", "atMost", "8", TestName = "Too many cannot become fewer")]
    [TestCase("average", "atLeast", "120", TestName = "An average is no matter of more")]
    public async Task Not_nearly(string measure, string comparison, string value) =>
        Assert.That(await _shop.FindNearMissAsync(_customer, Measured(measure, comparison, value)), Is.Null);

    [Test]
    public async Task One_condition_among_several_is_missing_whatever_it_is()
    {
        var near = await _shop.FindNearMissAsync(_customer, $"{InAustria}, {Subscribed}, {Measured("count", "atLeast", "5")}");

        Assert.That(near!.Missing, Has.Count.EqualTo(1));
        Assert.That(near.Missing[0].Condition.Actual, Is.InstanceOf<ActualField>());
        Assert.That(near.Missing[0].Shortfall, Is.Null);
        Assert.That(near.Closeness, Is.Zero);
    }

    [Test]
    public async Task Two_are_missing_where_they_make_up_one_of_the_outermost_rules()
    {
        var both = $$"""{ "match": "all", "rules": [{{Subscribed}}, {{Measured("count", "atLeast", "10")}}] }""";

        var near = await _shop.FindNearMissAsync(_customer, $"{InAustria}, {both}");
        var far = await _shop.FindNearMissAsync(_customer, $"{InAustria}, {Subscribed}, {Measured("count", "atLeast", "10")}");

        Assert.That(near!.Missing, Has.Count.EqualTo(2));
        Assert.That(far, Is.Null);
    }

    [Test]
    public async Task Of_any_the_shortest_way_is_shown()
    {
        var near = await _shop.FindNearMissAsync(_customer, $$"""
            { "match": "any", "rules": [
                { "match": "all", "rules": [{{InBelgium}}, {{Subscribed}}] },
                { "match": "all", "rules": [{{InAustria}}, {{Measured("count", "atLeast", "10")}}] } ] }
            """);

        Assert.That(near!.Missing, Has.Count.EqualTo(1));
        Assert.That(near.Missing[0].Shortfall, Is.EqualTo(1));
    }

    [Test]
    public async Task What_holds_and_may_not_is_missing_the_other_way_round()
    {
        var near = await _shop.FindNearMissAsync(_customer, $$"""{ "match": "none", "rules": [{{InAustria}}, {{Subscribed}}] }""");

        Assert.That(near!.Missing, Has.Count.EqualTo(1));
        Assert.That(near.Missing[0].IsWanted, Is.False);
        Assert.That(near.Missing[0].Condition.IsMet, Is.True);
    }

    [Test]
    public async Task Somebody_whom_the_segment_could_not_mean_is_not_near()
    {
        var guest = _shop.AddCustomer(registered: false);
        for (var i = 0; i < 9; i++)
            _shop.AddOrder(guest, 10);
        await _shop.StoreAsync();

        Assert.That(await _shop.FindNearMissAsync(guest, Measured("count", "atLeast", "10")), Is.Null);
        Assert.That(await _shop.FindNearMissAsync(guest, Measured("count", "atLeast", "10"), includeGuests: true), Is.Not.Null);
    }

    private static string Measured(string measure, string comparison, string value) =>
        $$"""{ "activity": "orders", "measure": "{{measure}}", "operator": "{{comparison}}", "value": {{value}} }""";
}
