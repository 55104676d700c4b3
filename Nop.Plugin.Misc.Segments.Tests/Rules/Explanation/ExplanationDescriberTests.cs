using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Words;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>Explanations in plain words, in every language.</summary>
[TestFixture]
public sealed class ExplanationDescriberTests
{
    private static readonly DateOnly Day = new(2024, 3, 30);

    private DescriberHost _host = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _host = await DescriberHost.CreateAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _host.DisposeAsync();

    private static IEnumerable<TestCaseData> Comparisons =>
    [
        Case("""{ "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 }""", new ActualNumber(7),
            "Number of orders: 7 / more than 10", "Anzahl Bestellungen: 7 / mehr als 10", "Aantal bestellingen: 7 / meer dan 10"),
        Case("""{ "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1000 }""", new ActualNumber(999.95m),
            "Total spent: €999.95 / at least €1,000.00", "Gesamtumsatz: 999,95 € / mindestens 1.000,00 €", "Totaal besteed: € 999,95 / minstens € 1.000,00"),
        Case("""{ "activity": "orders", "measure": "average", "operator": "atLeast", "value": 50 }""", new ActualNumber(null),
            "Average order value: none yet / at least €50.00", "Durchschnittlicher Bestellwert: noch keine Angabe / mindestens 50,00 €",
            "Gemiddelde bestelwaarde: nog niets / minstens € 50,00"),
        Case("""{ "activity": "orders", "measure": "total", "operator": "inTop", "value": 10 }""", new ActualRank(120, 300),
            "Total spent: €120.00 / among the highest 10%, which begin at €300.00", "Gesamtumsatz: 120,00 € / unter den höchsten 10 %, das heißt ab 300,00 €",
            "Totaal besteed: € 120,00 / bij de hoogste 10%, dat wil zeggen vanaf € 300,00"),
        Case("""{ "activity": "orders", "measure": "count", "operator": "inBottom", "value": 10 }""", new ActualRank(null, null),
            "Number of orders: none yet / among the lowest 10%, where there is nobody yet",
            "Anzahl Bestellungen: noch keine Angabe / unter den niedrigsten 10 %, wo es noch niemanden gibt",
            "Aantal bestellingen: nog niets / bij de laagste 10%, waar nog niemand is"),
        Case("""{ "field": "customer.country", "operator": "isNoneOf", "value": [1, 2] }""", new ActualField(new ChoiceValue([new Choice(2, null)])),
            "Country: France / anything but Germany or France", "Land: France / alles außer Germany oder France", "Land: France / alles behalve Germany of France"),
        Case("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1] }""", new ActualField(null),
            "Country: nothing / Germany", "Land: nichts / Germany", "Land: niets / Germany"),
        Case("""{ "field": "customer.role", "operator": "isAllOf", "value": [1, 2] }""", new ActualField(new ChoiceValue([new Choice(1, null), new Choice(2, null)])),
            "Customer role: Trade and Press / Trade and Press", "Kundenrolle: Trade und Press / Trade und Press", "Klantrol: Trade en Press / Trade en Press"),
        Case("""{ "field": "customer.registeredOn", "operator": "notInLast", "value": 30 }""", new ActualField(new DateValue(Day)),
            "Registration date: 3/30/2024 / not in the last 30 days", "Registrierungsdatum: 30.03.2024 / nicht in den letzten 30 Tagen",
            "Registratiedatum: 30-03-2024 / niet in de afgelopen 30 dagen"),
        Case("""{ "field": "customer.registeredOn", "operator": "inNextAnniversary", "value": 7 }""", new ActualField(new DateValue(Day)),
            "Registration date: 3/30/2024 / anniversary in the next 7 days", "Registrierungsdatum: 30.03.2024 / Jahrestag in den nächsten 7 Tagen",
            "Registratiedatum: 30-03-2024 / verjaardag in de komende 7 dagen"),
        Case("""{ "field": "customer.registeredOn", "operator": "before", "value": "2024-01-01" }""", new ActualField(new DateValue(Day)),
            "Registration date: 3/30/2024 / before 1/1/2024", "Registrierungsdatum: 30.03.2024 / vor dem 01.01.2024", "Registratiedatum: 30-03-2024 / vóór 01-01-2024"),
        Case("""{ "field": "customer.registeredOn", "operator": "isNotEmpty" }""", new ActualField(null),
            "Registration date: nothing / anything", "Registrierungsdatum: nichts / irgendetwas", "Registratiedatum: niets / iets"),
        Case("""{ "field": "customer.newsletter", "operator": "is", "value": true }""", new ActualField(new YesNoValue(false)),
            "Newsletter: no / yes", "Newsletter: nein / ja", "Nieuwsbrief: nee / ja"),
        Case("""{ "every": "order", "where": [{ "field": "order.store", "operator": "isAnyOf", "value": [1] }] }""",
            new ActualOrders(new OrdersLookedAt(5, 4, null)),
            "Orders: 4 of 5 match / every one matches", "Bestellungen: 4 von 5 passen / jede passt", "Bestellingen: 4 van 5 passen / elke past"),
        Case("""{ "first": "order", "where": [{ "field": "order.store", "operator": "isAnyOf", "value": [1] }] }""",
            new ActualOrders(new OrdersLookedAt(5, 4, new OrderMeant(Day, false))),
            "First order: placed on 3/30/2024, does not match (of all orders 4 of 5 do) / matches",
            "Erste Bestellung: vom 30.03.2024, passt nicht (von allen Bestellungen passen 4 von 5) / passt",
            "Eerste bestelling: van 30-03-2024, past niet (van alle bestellingen passen er 4 van 5) / past"),
        Case("""{ "latest": "order" }""", new ActualOrders(new OrdersLookedAt(0, 0, null)),
            "Latest order: no order yet / at least 1", "Letzte Bestellung: noch keine Bestellung / mindestens 1", "Laatste bestelling: nog geen bestelling / minstens 1"),
        Case("""{ "segment": 1, "operator": "is" }""", new ActualMembership(Day),
            "Segment “VIP”: member since 3/30/2024 / member", "Segment „VIP“: Mitglied seit 30.03.2024 / Mitglied", "Segment ‘VIP’: lid sinds 30-03-2024 / lid"),
        Case("""{ "segment": 999, "operator": "isNot" }""", new ActualMembership(null),
            "A segment that is no longer there: not a member / not a member", "Ein Segment, das es nicht mehr gibt: kein Mitglied / kein Mitglied",
            "Een segment dat er niet meer is: geen lid / geen lid")
    ];

    [TestCaseSource(nameof(Comparisons))]
    public async Task What_there_is_stands_beside_what_is_asked_for(string json, ActualValue actual, string english, string german, string dutch)
    {
        var condition = await _host.ReadAsync(json);
        var rules = new GroupExplanation(new RuleGroup(GroupMatch.All, [condition]), false, [new ConditionExplanation(condition, false, actual)]);

        Assert.Multiple(async () =>
        {
            Assert.That(await SayAsync("en-US"), Is.EqualTo(english));
            Assert.That(await SayAsync("de-DE"), Is.EqualTo(german));
            Assert.That(await SayAsync("nl-NL"), Is.EqualTo(dutch));
        });

        async Task<string> SayAsync(string culture)
        {
            var comparison = (await _host.DescribeAsync(rules, culture)).Parts.Single().Comparison!;
            return $"{comparison.Name}: {comparison.Actual} / {comparison.Asked}".Replace('\u00a0', ' ');
        }
    }

    [Test]
    public async Task The_tree_says_how_rules_go_together_and_what_may_not_hold()
    {
        var count = await _host.ReadAsync("""{ "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 }""");
        var country = await _host.ReadAsync("""{ "field": "customer.country", "operator": "isAnyOf", "value": [1] }""");
        var none = new RuleGroup(GroupMatch.None, [country]);
        var rules = new GroupExplanation(new RuleGroup(GroupMatch.All, [count, none]), false,
        [
            new ConditionExplanation(count, false, new ActualNumber(7)),
            new GroupExplanation(none, true, [new ConditionExplanation(country, false, new ActualField(null))])
        ]);

        var text = await _host.DescribeAsync(rules, "en-US");

        Assert.That(text.Rule, Is.EqualTo("All of these hold"));
        Assert.That(text.Comparison, Is.Null);
        Assert.That((text.Parts[0].Rule, text.Parts[0].IsMet, text.Parts[0].IsWanted), Is.EqualTo(("placed more than 10 orders", false, true)));
        Assert.That((text.Parts[1].Rule, text.Parts[1].IsMet, text.Parts[1].IsWanted), Is.EqualTo(("None of these holds", true, true)));
        Assert.That((text.Parts[1].Parts[0].IsMet, text.Parts[1].Parts[0].IsWanted), Is.EqualTo((false, false)));
    }

    [TestCase("count", "2", "2 more / noch 2 / nog 2")]
    [TestCase("total", "50.5", "€50.50 more / noch 50,50 € / nog € 50,50")]
    [TestCase("daysSinceLast", "12", "12 more days / noch 12 Tage / nog 12 dagen")]
    [TestCase("daysSinceLast", "1", "1 more day / noch 1 Tag / nog 1 dag")]
    [TestCase("count", null, " /  / ")]
    public async Task How_much_is_missing_is_said_where_it_is_a_matter_of_more(string measure, string? shortfall, string expected)
    {
        var condition = await _host.ReadAsync($$"""{ "activity": "orders", "measure": "{{measure}}", "operator": "atLeast", "value": 100 }""");
        decimal? number = shortfall is null ? null : decimal.Parse(shortfall, System.Globalization.CultureInfo.InvariantCulture);
        var near = new NearMiss([new MissingCondition(new ConditionExplanation(condition, false, new ActualNumber(1)), true, number)]);

        var said = new List<string>();
        foreach (var culture in DescriberHost.Cultures)
            said.Add((await _host.DescribeAsync(near, culture)).Single().More ?? string.Empty);

        Assert.That(string.Join(" / ", said).Replace('\u00a0', ' '), Is.EqualTo(expected));
    }

    [TestCase("averageDaysBetween", 12.3456, "12.3", TestName = "Fractions are cut short")]
    [TestCase("averageDaysBetween", 9.96, "9.96", TestName = "But not so that a number that is too small seems to pass")]
    [TestCase("averageDaysBetween", 9.99999, "10", TestName = "Beyond four decimals there is nothing to tell")]
    public async Task Numbers_are_short(string measure, decimal number, string expected)
    {
        var condition = await _host.ReadAsync($$"""{ "activity": "orders", "measure": "{{measure}}", "operator": "atLeast", "value": 10 }""");
        var rules = new GroupExplanation(new RuleGroup(GroupMatch.All, [condition]), false, [new ConditionExplanation(condition, false, new ActualNumber(number))]);

        Assert.That((await _host.DescribeAsync(rules, "en-US")).Parts.Single().Comparison!.Actual, Is.EqualTo(expected));
    }

    private static TestCaseData Case(string json, ActualValue actual, string english, string german, string dutch) =>
        new TestCaseData(json, actual, english, german, dutch).SetArgDisplayNames(english);
}
