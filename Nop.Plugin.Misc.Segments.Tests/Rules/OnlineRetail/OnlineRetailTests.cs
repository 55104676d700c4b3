using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.CommandLine;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Configuration;
using Nop.Services.Helpers;
using Shop.CommandLine.OnlineRetail;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.OnlineRetail;

/// <summary>Definitions over the UCI Online Retail data set: each must match exactly the customers that a plain loop over the file finds.</summary>
[TestFixture]
internal sealed class OnlineRetailTests
{
    private const string Night = "2011-12-10T00:00:00Z";
    private const string Summer = "2011-06-15T13:00:00Z";

    private readonly SettableClock _clock = new();
    private List<RetailBuyer> _buyers = null!;
    private TestDatabase? _database;

    private sealed record Question(string Name, string Now, string Rules, Func<RetailBuyer, bool> Holds, int? Known = null);

    private static readonly Question[] _questions =
    [
        new("More than 10 orders and at least 1,000 in total", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 },
            { "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1000 }
            """,
            buyer => buyer.Orders.Count > 10 && buyer.Total >= 1000, 337),
        new("Exactly one order", Night, """{ "activity": "orders", "measure": "count", "operator": "equals", "value": 1 }""",
            buyer => buyer.Orders.Count == 1, 1_494),
        new("At least two orders", Night, """{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2 }""",
            buyer => buyer.Orders.Count >= 2, 2_845),
        new("Two to four orders", Night, """{ "activity": "orders", "measure": "count", "operator": "between", "value": [2, 4] }""",
            buyer => buyer.Orders.Count is >= 2 and <= 4),
        new("Every order has a line of category 22", Night,
            """{ "every": "order", "where": [{ "field": "item.category", "operator": "isAnyOf", "value": ["22"] }] }""",
            buyer => buyer.Orders.Values.All(order => order.Codes.Any(code => Category(code) == "22"))),
        new("Every order of the last 90 days is at least 300", Night,
            """
            { "every": "order", "where": [{ "field": "order.total", "operator": "atLeast", "value": 300 }], "within": { "last": 90, "unit": "day" } }
            """,
            buyer => buyer.CountSince(Day(Night, -90)) > 0
                && buyer.Orders.Values.Where(order => order.Time >= Day(Night, -90)).All(order => order.Total >= 300)),
        new("In total between 100 and 250.50", Night, """{ "activity": "orders", "measure": "total", "operator": "between", "value": [100, 250.50] }""",
            buyer => buyer.Total is >= 100 and <= 250.50m),
        new("On average at least 500", Night, """{ "activity": "orders", "measure": "average", "operator": "atLeast", "value": 500 }""",
            buyer => buyer.Total / buyer.Orders.Count >= 500),
        new("No order for more than 90 days", Night, """{ "activity": "orders", "measure": "daysSinceLast", "operator": "greaterThan", "value": 90 }""",
            buyer => buyer.Orders.Values.Max(order => order.Time) < Day(Night, -90)),
        new("Last order 30 days ago", Night, """{ "activity": "orders", "measure": "daysSinceLast", "operator": "equals", "value": 30 }""",
            buyer => buyer.Orders.Values.Max(order => order.Time).Date == Day(Night, -30)),
        new("Neither from the United Kingdom nor often here of late", Night,
            """
            { "match": "none", "rules": [
                { "field": "customer.country", "operator": "isAnyOf", "value": ["United Kingdom"] },
                { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 5, "within": { "last": 180, "unit": "day" } }
            ] }
            """,
            buyer => buyer.Country != "United Kingdom" && buyer.CountSince(Day(Night, -180)) < 5),
        new("From neither of two countries", Night, """{ "field": "customer.country", "operator": "isNoneOf", "value": ["United Kingdom", "EIRE"] }""",
            buyer => buyer.Country is not ("United Kingdom" or "EIRE")),
        new("The cakestand before, but not in the last 60 days", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1,
              "where": [{ "field": "item.product", "operator": "isAnyOf", "value": ["22423"] }] },
            { "activity": "orders", "measure": "count", "operator": "equals", "value": 0,
              "where": [{ "field": "item.product", "operator": "isAnyOf", "value": ["22423"] }], "within": { "last": 60, "unit": "day" } }
            """,
            buyer => buyer.Orders.Values.Any(order => order.Codes.Contains("22423"))
                && !buyer.Orders.Values.Any(order => order.Codes.Contains("22423") && order.Time >= Day(Night, -60))),
        new("At least twice a category 22 that is not the cakestand", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2, "where": [
                { "field": "item.category", "operator": "isAnyOf", "value": ["22"] },
                { "field": "item.product", "operator": "isNoneOf", "value": ["22423"] } ] }
            """,
            buyer => buyer.Orders.Values.Count(order => order.Codes.Any(code => Category(code) == "22" && code != "22423")) >= 2),
        new("No line outside the categories 22 and 23", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "lessThan", "value": 1,
              "where": [{ "field": "item.category", "operator": "isNoneOf", "value": ["22", "23"], "includeSubcategories": true }] }
            """,
            buyer => buyer.Orders.Values.All(order => order.Codes.All(code => Category(code) is "22" or "23"))),
        new("Two orders of at least 1,000", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2,
              "where": [{ "field": "order.total", "operator": "atLeast", "value": 1000 }] }
            """,
            buyer => buyer.Orders.Values.Count(order => order.Total >= 1000) >= 2),
        new("Nothing of value", Night, """{ "activity": "orders", "measure": "total", "operator": "equals", "value": 0 }""", buyer => buyer.Total == 0),
        new("In March", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "from": "2011-03-01", "to": "2011-03-31" } }
            """,
            buyer => buyer.Orders.Values.Any(order => order.Time is { Year: 2011, Month: 3 })),
        new("Between 30 and 60 days ago, spent more than 500", Night,
            """
            { "activity": "orders", "measure": "total", "operator": "greaterThan", "value": 500, "within": { "between": [30, 60], "unit": "day" } }
            """,
            buyer => buyer.Orders.Values.Where(order => order.Time >= Day(Night, -60) && order.Time < Day(Night, -29)).Sum(order => order.Total) > 500),
        new("Never more than 300 days ago", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "atMost", "value": 0, "within": { "olderThan": 300, "unit": "day" } }
            """,
            buyer => buyer.Orders.Values.All(order => order.Time >= Day(Night, -300))),
        new("In the last 48 hours", Night,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "last": 48, "unit": "hour" } }
            """,
            buyer => buyer.CountSince(Moment(Night).AddHours(-48)) > 0),
        new("Registered in the last 30 days", Night, """{ "field": "customer.registeredOn", "operator": "inLast", "value": 30 }""",
            buyer => buyer.First >= Day(Night, -30)),
        new("Registered a year ago next week", Night, """{ "field": "customer.registeredOn", "operator": "inNextAnniversary", "value": 7 }""",
            buyer => buyer.First.Date.AddYears(1) >= Day(Night, 0) && buyer.First.Date.AddYears(1) <= Day(Night, 7)),
        new("Often or much", Night,
            """
            { "match": "any", "rules": [
                { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 20 },
                { "activity": "orders", "measure": "total", "operator": "atLeast", "value": 5000.01 },
                { "activity": "orders", "measure": "average", "operator": "greaterThan", "value": 1500 } ] }
            """,
            buyer => buyer.Orders.Count >= 20 || buyer.Total >= 5000.01m || buyer.Total / buyer.Orders.Count > 1500),
        new("In summer: the last 30 days, and nothing of what is to come", Summer,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2, "within": { "last": 30, "unit": "day" } }
            """,
            buyer => buyer.Orders.Values.Count(order => order.Time >= Day(Summer, -30) && order.Time <= Moment(Summer)) >= 2),
        new("In summer: the last 24 hours", Summer,
            """
            { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1, "within": { "last": 24, "unit": "hour" } }
            """,
            buyer => buyer.Orders.Values.Any(order => order.Time >= Moment(Summer).AddHours(-24) && order.Time <= Moment(Summer))),
        new("In summer: since May", Summer,
            """{ "activity": "orders", "measure": "count", "operator": "equals", "value": 0, "within": { "from": "2011-05-01" } }""",
            buyer => !buyer.Orders.Values.Any(order => order.Time >= new DateTime(2011, 5, 1) && order.Time <= Moment(Summer))),
        new("In summer: registered later", Summer, """{ "field": "customer.registeredOn", "operator": "notInLast", "value": 400 }""",
            buyer => buyer.First > Moment(Summer)),
    ];

    private static IEnumerable<TestCaseData> Questions => _questions.Select(question => new TestCaseData(question).SetArgDisplayNames(question.Name));

    [OneTimeSetUp]
    public async Task OneTimeSetUp()
    {
        var file = OnlineRetailFile.Find();
        _buyers = RetailBuyers.Read(file);

        var settings = new Mock<ISettingService>();
        settings.Setup(service => service.LoadSettingAsync<CurrencySettings>(0)).ReturnsAsync(new CurrencySettings());
        settings.Setup(service => service.LoadSettingAsync<EmailAccountSettings>(0)).ReturnsAsync(new EmailAccountSettings());
        var dateTimes = new Mock<IDateTimeHelper>();
        dateTimes.SetupGet(helper => helper.DefaultStoreTimeZone).Returns(TimeZoneInfo.Utc);
        _clock.Now = Moment(Night);

        _database = await TestDatabase.CreateAsync(clock: _clock, configure: services => services
            .AddDemoData()
            .AddSegmentRules()
            .AddSingleton(settings.Object)
            .AddSingleton(dateTimes.Object)
            .AddSingleton(new SegmentsSettings
            {
                OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
                PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
            }));
        await using var scope = _database.Shop.CreateScope();
        await scope.ServiceProvider.GetRequiredService<BasicData>().EnsureAsync();
        await scope.ServiceProvider.GetRequiredService<RetailImporter>().ImportAsync(RetailFile.Read(file));
    }

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [TestCaseSource(nameof(Questions))]
    public async Task Matches_what_a_loop_over_the_file_finds(object asked)
    {
        var question = (Question)asked;
        var expected = _buyers.Where(question.Holds).Select(buyer => $"{buyer.Number}@example.com").Order().ToList();
        _clock.Now = Moment(question.Now);

        await using var scope = _database!.Shop.CreateScope();
        var evaluator = scope.ServiceProvider.GetRequiredService<ISegmentEvaluator>();
        var definition = await evaluator.ResolveNamesAsync(
            await evaluator.ReadAsync($$"""{ "version": 1, "rules": { "match": "all", "rules": [{{question.Rules}}] } }"""));
        var emails = await ImportedEmailsAsync(scope.ServiceProvider);

        var (from, to) = await evaluator.GetIdRangeAsync();
        var ids = await evaluator.FindMatchesAsync(definition, false, CustomerScope.Range(from, to));
        var found = ids.Select(id => emails.GetValueOrDefault(id, $"customer {id}")).Order().ToList();

        TestContext.Out.WriteLine($"{question.Name}: {found.Count:N0} of {_buyers.Count:N0}.");
        Assert.That(found, Is.EqualTo(expected));
        Assert.That(found, Has.Count.EqualTo(question.Known ?? expected.Count));
        Assert.That(await evaluator.CountAsync(definition, false), Is.EqualTo(ids.Count));
    }

    [Test]
    public async Task The_population_is_the_customers_of_the_file()
    {
        await using var scope = _database!.Shop.CreateScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<ISegmentEvaluator>().CountPopulationAsync(false), Is.EqualTo(_buyers.Count));
    }

    [Test]
    public void The_file_has_the_customers_orders_and_sales_that_are_known_of_it()
    {
        Assert.That(_buyers, Has.Count.EqualTo(4_339));
        Assert.That(_buyers.Sum(buyer => buyer.Orders.Count), Is.EqualTo(18_536));
        Assert.That(_buyers.Sum(buyer => buyer.Total), Is.EqualTo(8_911_407.90m));
    }

    private static async Task<Dictionary<int, string>> ImportedEmailsAsync(IServiceProvider services)
    {
        var customers = services.GetRequiredService<IRepository<Customer>>().Table;
        var orders = services.GetRequiredService<IRepository<Order>>().Table;
        var rows = await customers.Where(customer => customer.Email != null && orders.Any(order => order.CustomerId == customer.Id)).ToListAsync();
        return rows.ToDictionary(customer => customer.Id, customer => customer.Email);
    }

    private static string Category(string code) => code[..Math.Min(2, code.Length)].ToUpperInvariant();

    private static DateTime Moment(string now) => DateTime.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    /// <summary>The day so many days away from today, in UTC.</summary>
    private static DateTime Day(string now, int days) => Moment(now).Date.AddDays(days);
}
