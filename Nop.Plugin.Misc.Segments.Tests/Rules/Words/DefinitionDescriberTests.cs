using System.Text.RegularExpressions;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Words;

/// <summary>Rules in plain words, in every language.</summary>
[TestFixture]
public sealed partial class DefinitionDescriberTests
{
    private static readonly TimeWindow Window = new LastWindow(90, TimeUnit.Day);

    private DescriberHost _host = null!;

    [OneTimeSetUp]
    public async Task SetUp() => _host = await DescriberHost.CreateAsync();

    [OneTimeTearDown]
    public async Task TearDown() => await _host.DisposeAsync();

    [TestCaseSource(typeof(Sentences), nameof(Sentences.All))]
    public async Task A_rule_reads_as_it_is_meant(string condition, string english, string german, string dutch)
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await SayAsync("en-US"), Is.EqualTo(english));
            Assert.That(await SayAsync("de-DE"), Is.EqualTo(german));
            Assert.That(await SayAsync("nl-NL"), Is.EqualTo(dutch));
        });

        async Task<string> SayAsync(string culture) => (await _host.DescribeAsync(condition, culture)).Replace('\u00a0', ' ');
    }

    [TestCaseSource(typeof(Sentences), nameof(Sentences.Windows))]
    public Task A_window_reads_as_it_is_meant(string window, string english, string german, string dutch) => A_rule_reads_as_it_is_meant(
        $$"""{ "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2, "within": {{window}} }""",
        $"Customers who placed at least 2 orders {english}.",
        $"Kunden, die mindestens 2 Bestellungen {german} aufgegeben haben.",
        $"Klanten die minstens 2 bestellingen hebben geplaatst {dutch}.");

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task Every_field_has_a_sentence_for_every_operator(string culture)
    {
        var fields = _host.Catalogue.Fields.ToList();
        foreach (var family in _host.Catalogue.Families)
            fields.AddRange(await family.ListAsync());
        foreach (var field in fields)
            foreach (var ruleOperator in field.Operators)
                foreach (var value in ValuesOf(field, ruleOperator))
                {
                    await CheckAsync(new FieldCondition(field, ruleOperator, value, []), culture);
                    foreach (var filter in FiltersOf(field.Filters))
                        await CheckAsync(new FieldCondition(field, ruleOperator, value, [filter]), culture);
                }
    }

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task Every_measure_has_a_sentence_for_every_operator_window_and_filter(string culture)
    {
        foreach (var activity in _host.Catalogue.Activities)
        {
            foreach (var measure in activity.Measures)
                foreach (var ruleOperator in measure.Operators)
                    foreach (var value in ValuesOf(measure, ruleOperator))
                        await CheckAsync(new ActivityCondition(activity, measure, ruleOperator, value!, activity.TakesWindow ? Window : null, []), culture);

            foreach (var measure in activity.Measures.Where(_ => activity.Filters.Count > 0))
                foreach (var ruleOperator in measure.Operators)
                    await CheckAsync(new ActivityCondition(activity, measure, ruleOperator, ValuesOf(measure, ruleOperator).First()!, null, OneOfEach(activity.Filters)), culture);

            foreach (var filter in FiltersOf(activity.Filters))
                await CheckAsync(new ActivityCondition(activity, activity.Measures[0], RuleOperator.AtLeast, new NumberValue(2), null, [filter]), culture);
        }
    }

    [TestCaseSource(typeof(DescriberHost), nameof(DescriberHost.Cultures))]
    public async Task A_criterion_without_sentences_is_said_in_the_editors_words(string culture)
    {
        var said = await _host.DescribeAsync(new FieldCondition(new ForeignField(), RuleOperator.StartsWith, new TextValue("ab"), []), culture);

        Assert.That(said, Does.Contain("Favourite colour").And.Contain(DescriberHost.TextsOf(culture)["Plugins.Misc.Segments.Editor.Operator.startsWith"]));
        Assert.That(said, Does.Match("[“„‘]ab[”“’]"));
    }

    private async Task CheckAsync(RuleNode condition, string culture)
    {
        var said = await _host.DescribeAsync(condition, culture);
        var otherwise = DescriberHost.TextsOf(culture).Where(text => text.Key.Contains(".Words.Else")).Select(text => text.Value[..text.Value.IndexOf('{')]);

        Assert.That(said, Does.Not.Match(@"[{}]|\s\s|,[,.)]| [.,)]"), culture);
        Assert.That(RawName().Matches(said), Is.Empty, said);
        foreach (var text in otherwise)
            Assert.That(said, Does.Not.Contain(text), $"The language has no sentence of its own: {condition}");
    }

    private static List<FilterCondition> OneOfEach(IEnumerable<Filter> filters) => FiltersOf(filters).DistinctBy(filter => filter.Field).ToList();

    /// <summary>A filter with each of its operators.</summary>
    private static IEnumerable<FilterCondition> FiltersOf(IEnumerable<Filter> filters) =>
        from filter in filters
        from ruleOperator in filter.Operators
        from value in ValuesOf(filter, ruleOperator)
        select new FilterCondition(filter, ruleOperator, value);

    private static IEnumerable<RuleValue?> ValuesOf(Criterion criterion, RuleOperator ruleOperator) => (criterion.Kind, ruleOperator) switch
    {
        (_, RuleOperator.IsEmpty or RuleOperator.IsNotEmpty) => [null],
        (_, RuleOperator.InTop or RuleOperator.InBottom) => [new NumberValue(10)],
        (ValueKind.Date, RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary) => [new NumberValue(30), new NumberValue(1), new NumberValue(0)],
        (ValueKind.Date, RuleOperator.Between) => [new DateRangeValue(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1))],
        (ValueKind.Date, _) => [new DateValue(new DateOnly(2026, 1, 1))],
        (ValueKind.Text, RuleOperator.IsAnyOf or RuleOperator.IsNoneOf) => [new TextsValue(["ab", "cd"])],
        (ValueKind.Text, _) => [new TextValue("ab")],
        (ValueKind.Code, _) => [new TextsValue(["F"])],
        (ValueKind.Choice, _) => [new ChoiceValue([new Choice(1, null), new Choice(2, null)], criterion.TakesSubcategories), new ChoiceValue([new Choice(1, null)])],
        (ValueKind.YesNo, _) => [new YesNoValue(true), new YesNoValue(false)],
        (_, RuleOperator.Between) => [new NumberRangeValue(3, 5)],
        _ => [new NumberValue(3), new NumberValue(1), new NumberValue(0)]
    };

    /// <summary>Names as definitions have them.</summary>
    [GeneratedRegex(@"\b(customer|orders?|items?|reviews?|newsletter|cart|wishlist|returns|rewardPoints|discounts|backInStock)\.[a-zA-Z]")]
    private static partial Regex RawName();

    /// <summary>A field that another plugin brings.</summary>
    private sealed class ForeignField : CustomerField
    {
        public override string Name => "customer.colour";

        public override string ResourceKey => DescriberHost.ForeignKey;

        public override ValueKind Kind => ValueKind.Text;

        public override RuleSources Sources => RuleSources.None;

        public override System.Linq.Expressions.Expression<Func<Nop.Core.Domain.Customers.Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
            throw new NotSupportedException();

        public override Task<RuleValue?> FindAsync(IQueryable<Nop.Core.Domain.Customers.Customer> customer, FieldCondition condition, EvaluationContext context) =>
            throw new NotSupportedException();
    }
}
