using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>
/// What another plugin brings is asked like what is there already: it registers a class, as its start-up would, and that is all. These two are
/// the samples that the developers' page speaks of.
/// </summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class ForeignCriteriaTests(string kind)
{
    private EvaluatorHost _host = null!;
    private RandomCase _case = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp()
    {
        _host = await EvaluatorHost.CreateAsync(kind, services => services.AddCriterion<FaxField>().AddOrderMeasure<OrderTaxMeasure>());
        _case = RandomCase.Usual(_host.Basics).First();
        foreach (var (index, order) in _case.Shop.Orders.Index())
            order.OrderTax = index % 7;
        foreach (var (index, customer) in _case.Shop.Customers.Index())
            customer.Fax = index % 3 == 0 ? null : index % 3 == 1 ? string.Empty : $"0{index}";
        await _host.LoadAsync(_case.Shop);
    }

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task A_field_of_another_plugin_is_asked()
    {
        var having = await MatchesAsync("""{ "field": "sample.fax", "operator": "isNotEmpty" }""");
        var population = await MatchesAsync("""{ "match": "any", "rules": [{ "field": "sample.fax", "operator": "isNotEmpty" }, { "field": "sample.fax", "operator": "isEmpty" }] }""");

        Assert.That(having, Is.EqualTo(population.Where(id => _case.Shop.Customers.Single(customer => customer.Id == id).Fax is { Length: > 0 })));
        Assert.That(having, Is.Not.Empty.And.Count.LessThan(population.Count));
    }

    [Test]
    public async Task A_measure_of_another_plugin_is_asked_in_every_way()
    {
        var taxed = await MatchesAsync("""{ "activity": "orders", "measure": "sampleTax", "operator": "greaterThan", "value": 5 }""");
        var untaxed = await MatchesAsync("""{ "activity": "orders", "measure": "sampleTax", "operator": "atMost", "value": 5 }""");
        var top = await MatchesAsync("""{ "activity": "orders", "measure": "sampleTax", "operator": "inTop", "value": 100 }""");

        Assert.That(taxed, Is.EquivalentTo(_case.Shop.Customers.Where(customer => TaxOf(customer) > 5).Select(customer => customer.Id).Intersect([.. taxed, .. untaxed])));
        Assert.That(taxed, Is.Not.Empty);
        Assert.That(untaxed, Is.Not.Empty.And.No.Member(taxed[0]));
        Assert.That(top, Is.SupersetOf(taxed));
    }

    [Test]
    public async Task They_are_offered_and_a_mistake_in_them_is_told()
    {
        await _host.AskAsync<CriteriaCatalogue, int>(catalogue =>
        {
            Assert.That(catalogue.Fields.Select(field => field.Name), Has.Member("sample.fax"));
            Assert.That(catalogue.Activities.Single(activity => activity.Name == "orders").Measures.Select(measure => measure.Name), Has.Member("sampleTax"));
            return Task.FromResult(0);
        });

        var refusal = Assert.ThrowsAsync<DefinitionException>(() => MatchesAsync("""{ "field": "sample.fax", "operator": "atLeast", "value": 1 }"""));
        Assert.That(refusal!.Errors[0].Path, Is.EqualTo("rules[0].operator"));
    }

    private decimal TaxOf(Customer customer) => _case.Shop.Orders
        .Where(order => order.CustomerId == customer.Id && !order.Deleted && _case.Shop.OrderStatusIds.Contains(order.OrderStatusId)
            && _case.Shop.PaymentStatusIds.Contains(order.PaymentStatusId))
        .Sum(order => order.OrderTax);

    private Task<List<int>> MatchesAsync(string rule) => _host.AskAsync(async evaluator =>
    {
        var definition = await evaluator.ReadAsync($$"""{ "version": 1, "rules": { "match": "all", "rules": [{{rule}}] } }""");
        var (from, to) = await evaluator.GetIdRangeAsync();
        return await evaluator.FindMatchesAsync(definition, false, CustomerScope.Range(from, to));
    });

    /// <summary>The fax number of the customer's account.</summary>
    private sealed class FaxField : CustomerField
    {
        public override string Name => "sample.fax";

        public override ValueKind Kind => ValueKind.Text;

        public override IReadOnlyList<RuleOperator> Operators => [RuleOperator.IsNotEmpty, RuleOperator.IsEmpty];

        public override RuleSources Sources => RuleSources.Profile;

        public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
        {
            Expression<Func<Customer, bool>> hasFax = c => c.Fax != null && c.Fax != string.Empty;
            return condition.Operator == RuleOperator.IsEmpty ? hasFax.Not() : hasFax;
        }

        public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
            await customer.Select(c => c.Fax).FirstOrDefaultAsync() is { Length: > 0 } fax ? new TextValue(fax) : null;
    }

    /// <summary>How much tax the orders contain.</summary>
    private sealed class OrderTaxMeasure : OrderMeasure
    {
        public override string Name => "sampleTax";

        public override ValueKind Kind => ValueKind.Money;

        public override bool IsZeroForNothing => true;

        public override CustomerNumbers Of(IQueryable<Order> rows, EvaluationContext context) =>
            new DecimalNumbers<Order>(rows.GroupBy(order => order.CustomerId), g => g.Sum(order => order.OrderTax));
    }
}
