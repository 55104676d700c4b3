using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>Criteria whose queries are easily wrong, by hand-made cases: what is computed, what is missing, what merely looks alike.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class AwkwardCriteriaTests(string kind)
{
    private const int CustomerId = 10;
    private static readonly DateTime _now = new(2023, 2, 28, 12, 0, 0, DateTimeKind.Utc);

    private EvaluatorHost _host = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _host = await EvaluatorHost.CreateAsync(kind);

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [TestCase("ann@Example.COM", "is", "\"example.com\"", true)]
    [TestCase("ann@b@example.com", "is", "\"example.com\"", false)]
    [TestCase("ann@b@example.com", "is", "\"B@example.com\"", true)]
    [TestCase("ann@BÜCHER.example", "endsWith", "\"bücher.EXAMPLE\"", true)]
    [TestCase("example.com", "is", "\"example.com\"", false)]
    [TestCase("example.com", "isEmpty", null, true)]
    [TestCase("ann@", "isEmpty", null, true)]
    [TestCase("ann@x.example", "isNoneOf", "[\"y.example\", \"X.example\"]", false)]
    [TestCase(null, "isNoneOf", "[\"example.com\"]", true)]
    [TestCase(null, "contains", "\"e\"", false)]
    [TestCase("ann@100%.example", "startsWith", "\"100_\"", false)]
    public async Task Domains_of_addresses(string? email, string ruleOperator, string? value, bool holds) =>
        await AssertHoldsAsync(Field("emailDomain", ruleOperator, value), holds, shop => shop.Customers[0].Email = email);

    // Today is the 28th of February of a common year.
    [TestCase("2004-02-29", "equals", "19", true)]
    [TestCase("2004-03-01", "equals", "18", true)]
    [TestCase("2005-02-28", "atLeast", "18", true)]
    [TestCase("2005-03-01", "atLeast", "18", false)]
    [TestCase("2005-03-01T23:59:59", "atMost", "17.5", true)]
    [TestCase("2023-02-28T23:00:00", "equals", "0", true)]
    [TestCase("2023-03-01", "atMost", "5", false)]
    [TestCase("2023-03-01", "atLeast", "-3", false)]
    [TestCase("2023-03-01", "notEquals", "5", true)]
    [TestCase(null, "notEquals", "5", true)]
    [TestCase(null, "lessThan", "200", false)]
    [TestCase("2000-01-01", "lessThan", "3000", true)]
    [TestCase("2000-01-01", "greaterThan", "3000", false)]
    [TestCase("2000-01-01", "between", "[23, 23]", true)]
    public async Task Ages(string? born, string ruleOperator, string value, bool holds) =>
        await AssertHoldsAsync(Field("age", ruleOperator, value), holds, shop => shop.Customers[0].DateOfBirth = born is null ? null : DateTime.Parse(born));

    [TestCase("2004-02-29", "inNextAnniversary", "0", true)]
    [TestCase("2004-03-01", "inNextAnniversary", "0", false)]
    [TestCase("2004-01-01", "inNextAnniversary", "306", false)]
    [TestCase("2004-01-01", "inNextAnniversary", "307", true)]
    [TestCase("2023-02-28", "inLast", "0", true)]
    [TestCase("2023-03-01", "inLast", "3", false)]
    [TestCase(null, "notInLast", "30", true)]
    [TestCase(null, "before", "\"2030-01-01\"", false)]
    public async Task Birthdays(string? born, string ruleOperator, string value, bool holds) =>
        await AssertHoldsAsync(Field("birthday", ruleOperator, value), holds, shop => shop.Customers[0].DateOfBirth = born is null ? null : DateTime.Parse(born));

    [TestCase("inLast", "1", true)]
    [TestCase("on", "\"2023-02-27\"", true)]
    [TestCase("on", "\"2022-06-01\"", false)]
    [TestCase("before", "\"2023-01-01\"", false)]
    [TestCase("notInLast", "1", false)]
    [TestCase("isNotEmpty", null, true)]
    public async Task Only_the_latest_change_of_a_password_counts(string ruleOperator, string? value, bool holds) =>
        await AssertHoldsAsync(Field("passwordChange", ruleOperator, value), holds, shop =>
        {
            shop.Passwords.Add(new CustomerPassword { Id = 2, CustomerId = CustomerId, CreatedOnUtc = new DateTime(2023, 2, 27, 1, 0, 0) });
            shop.Passwords.Add(new CustomerPassword { Id = 3, CustomerId = CustomerId, CreatedOnUtc = new DateTime(2022, 6, 1) });
        });

    [TestCase("isEmpty", null, true)]
    [TestCase("notInLast", "9999", true)]
    [TestCase("inLast", "9999", false)]
    public async Task Who_has_no_password_changed_none(string ruleOperator, string? value, bool holds) =>
        await AssertHoldsAsync(Field("passwordChange", ruleOperator, value), holds, _ => { });

    [TestCase("attribute:1", "isAnyOf", "[11, 2]", false, "a value of another attribute")]
    [TestCase("attribute:1", "isAnyOf", "[1]", true, "its own value")]
    [TestCase("attribute:11", "isAnyOf", "[4]", false, "an attribute that is not there")]
    [TestCase("attribute:2", "isAnyOf", "[31]", false, "a longer number")]
    [TestCase("attribute:2", "isAllOf", "[3, 12]", true, "several values")]
    [TestCase("attribute:Interests", "isAllOf", "[3, \"Boats\"]", false, "names")]
    [TestCase("attribute:2", "isNoneOf", "[31]", true, "none")]
    [TestCase("attribute:21", "isNoneOf", "[5]", true, "nothing at all")]
    [TestCase("attribute:3", "is", "\"A & ä <VALUE>31</Value> 😀\"", true, "what looks like XML, in any case")]
    [TestCase("attribute:3", "contains", "\"amp\"", false, "how it is escaped")]
    [TestCase("attribute:3", "endsWith", "\"> 😀\"", true, "a character of two units")]
    [TestCase("attribute:3", "isEmpty", null, false, "not empty")]
    [TestCase("attribute:32", "isEmpty", null, true, "empty")]
    [TestCase("attribute:32", "isNot", "\"x\"", true, "empty is not that")]
    public async Task Attributes_in_XML(string field, string ruleOperator, string? value, bool holds, string because) =>
        await AssertHoldsAsync(Field(field, ruleOperator, value), holds, shop => shop.Customers[0].CustomCustomerAttributesXML =
            "<Attributes><CustomerAttribute ID=\"3\"><CustomerAttributeValue><Value>a &amp; Ä &lt;Value&gt;31&lt;/Value&gt; 😀</Value></CustomerAttributeValue></CustomerAttribute>"
            + "<CustomerAttribute ID=\"2\"><CustomerAttributeValue><Value>3</Value></CustomerAttributeValue><CustomerAttributeValue><Value>12</Value></CustomerAttributeValue></CustomerAttribute>"
            + "<CustomerAttribute ID=\"1\"><CustomerAttributeValue><Value>1</Value></CustomerAttributeValue></CustomerAttribute>"
            + "<CustomerAttribute ID=\"32\"><CustomerAttributeValue><Value></Value></CustomerAttributeValue></CustomerAttribute></Attributes>", because);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("<Attributes></Attributes>")]
    public async Task Without_attributes_only_negations_hold(string? xml)
    {
        foreach (var (field, ruleOperator, value, holds) in new (string, string, string?, bool)[]
                 {
                     ("attribute:1", "isNoneOf", "[1]", true), ("attribute:1", "isAnyOf", "[1]", false), ("attribute:3", "isNot", "\"x\"", true),
                     ("attribute:3", "isEmpty", null, true), ("attribute:3", "startsWith", "\"x\"", false)
                 })
            await AssertHoldsAsync(Field(field, ruleOperator, value), holds, shop => shop.Customers[0].CustomCustomerAttributesXML = xml);
    }

    [TestCase("is", "\"GOLD\"", true)]
    [TestCase("isNot", "\"gold\"", false)]
    [TestCase("isNot", "\"bronze\"", true)]
    [TestCase("isNotEmpty", null, true)]
    public async Task Values_of_any_store_under_a_key(string ruleOperator, string? value, bool holds) =>
        await AssertHoldsAsync(Field("genericAttribute:LEVEL", ruleOperator, value), holds, shop =>
        {
            Add(1, "Customer", CustomerId, "level", "silver");
            Add(2, "Customer", CustomerId, "Level", "gold");
            Add(3, "Order", CustomerId, "level", "bronze");
            Add(4, "Customer", CustomerId, "levels", "bronze");

            void Add(int id, string group, int entity, string key, string text) => shop.GenericAttributes.Add(
                new GenericAttribute { Id = id, KeyGroup = group, EntityId = entity, Key = key, Value = text, StoreId = id });
        });

    /// <summary>Every field with every operator holds, or its negation does: nothing is ever unknown, however little is known of a customer.</summary>
    [Test]
    public async Task Nothing_is_unknown_of_a_customer_without_anything()
    {
        await LoadAsync(_ => { });
        var undecided = new List<string>();
        foreach (var condition in await _host.AskAsync<CriteriaCatalogue, List<string>>(async catalogue =>
                 {
                     var fields = catalogue.Fields.ToList();
                     foreach (var family in catalogue.Families)
                         fields.AddRange(await family.ListAsync());
                     fields.Add((await catalogue.FindOfFamiliesAsync(["customer.genericAttribute:none"])).Values.Single());
                     return fields.SelectMany(field => field.Operators.Select(ruleOperator => Condition(field, ruleOperator))).ToList();
                 }))
            if (await MatchesAsync(condition, "all") == await MatchesAsync(condition, "none"))
                undecided.Add(condition);
        Assert.That(undecided, Is.Empty);
    }

    /// <summary>An order about which the columns say nothing passes exactly the negative filters.</summary>
    [Test]
    public async Task Filters_hold_or_do_not_for_an_order_without_anything()
    {
        await LoadAsync(shop =>
        {
            shop.Products.Add(new Product { Id = 1, Name = "Plain", CreatedOnUtc = _now, UpdatedOnUtc = _now });
            shop.Orders.Add(new Order
            {
                Id = 1,
                OrderGuid = Guid.NewGuid(),
                CustomOrderNumber = "1",
                CustomerId = CustomerId,
                BillingAddressId = _host.Basics.Addresses[0].Id,
                CreatedOnUtc = _now.AddDays(-1),
                OrderStatus = OrderStatus.Complete,
                PaymentStatus = PaymentStatus.Paid
            });
            shop.OrderItems.Add(new OrderItem { Id = 1, OrderItemGuid = Guid.NewGuid(), OrderId = 1, ProductId = 1, Quantity = 1 });
        });
        foreach (var (filter, value) in new[]
                 {
                     ("order.paymentMethod", "[\"Payments.Manual\"]"), ("order.shippingMethod", "[\"Ground\"]"), ("order.currency", "[\"EUR\"]"),
                     ("order.shippingCountry", "[1]"), ("order.discount", "[1]"), ("order.affiliate", "[1]"), ("order.language", "[1]"),
                     ("item.manufacturer", "[1]"), ("item.vendor", "[1]"), ("item.tag", "[1]"), ("item.sku", "[\"x\"]")
                 })
        {
            Assert.That(await MatchesAsync(Every(filter, "isNoneOf", value), "all"), Is.True, $"{filter} is none");
            Assert.That(await MatchesAsync(Every(filter, "isAnyOf", value), "all"), Is.False, $"{filter} is any");
        }

        Assert.That(await MatchesAsync(Every("item.sku", "isEmpty", null), "all"), Is.True);
        Assert.That(await MatchesAsync(Every("order.usedCoupon", "is", "false"), "all"), Is.True);
    }

    private async Task AssertHoldsAsync(string condition, bool holds, Action<NaiveShop> change, string? because = null)
    {
        await LoadAsync(change);
        Assert.That(await MatchesAsync(condition, "all"), Is.EqualTo(holds), because ?? condition);
        Assert.That(await MatchesAsync(condition, "none"), Is.EqualTo(!holds), $"not {because ?? condition}");
    }

    private async Task LoadAsync(Action<NaiveShop> change)
    {
        var shop = new NaiveShop
        {
            Now = _now,
            TimeZone = TimeZoneInfo.Utc,
            OrderStatusIds = [(int)OrderStatus.Complete],
            PaymentStatusIds = [(int)PaymentStatus.Paid],
            Basics = _host.Basics
        };
        shop.Customers.Add(new Customer { Id = CustomerId, CustomerGuid = Guid.NewGuid(), Active = true, CreatedOnUtc = _now.AddYears(-1), LastActivityDateUtc = _now });
        shop.CustomerRoles.Add(new CustomerCustomerRoleMapping { CustomerId = CustomerId, CustomerRoleId = _host.Basics.Registered.Id });
        // Somebody else, whose rows are nobody else's.
        shop.Customers.Add(new Customer { Id = 99, CustomerGuid = Guid.NewGuid(), Active = true, CreatedOnUtc = _now, LastActivityDateUtc = _now });
        shop.Passwords.Add(new CustomerPassword { Id = 1, CustomerId = 99, CreatedOnUtc = _now });
        change(shop);
        await _host.LoadAsync(shop);
    }

    private Task<bool> MatchesAsync(string condition, string match) => _host.AskAsync(async evaluator =>
    {
        var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync($$$"""{"version":1,"rules":{"match":"{{{match}}}","rules":[{{{condition}}}]}}"""));
        return (await evaluator.FindMatchesAsync(definition, false, CustomerScope.Range(1, 1000))).Contains(CustomerId);
    });

    private static string Field(string name, string ruleOperator, string? value) => Comparison($"customer.{name}", ruleOperator, value);

    private static string Every(string filter, string ruleOperator, string? value) => $$"""{"every":"order","where":[{{Comparison(filter, ruleOperator, value)}}]}""";

    private static string Comparison(string field, string ruleOperator, string? value) =>
        $$"""{"field":"{{field}}","operator":"{{ruleOperator}}" """ + (value is null ? "}" : $",\"value\":{value}}}");

    private static string Condition(CustomerField field, RuleOperator ruleOperator) => Field(field.Name["customer.".Length..], Operator.NameOf(ruleOperator), (field.Kind, ruleOperator) switch
    {
        (_, RuleOperator.IsEmpty or RuleOperator.IsNotEmpty) => null,
        (ValueKind.Date, RuleOperator.Between) => "[\"2023-01-01\",\"2023-12-31\"]",
        (ValueKind.Date, RuleOperator.InLast or RuleOperator.NotInLast or RuleOperator.InNextAnniversary) => "30",
        (ValueKind.Date, _) => "\"2023-01-01\"",
        (_, RuleOperator.Between) => "[1,2]",
        (ValueKind.Text, RuleOperator.IsAnyOf or RuleOperator.IsNoneOf) or (ValueKind.Code, _) => "[\"a\"]",
        (ValueKind.Text, _) => "\"a\"",
        (ValueKind.Choice, _) => "[1]",
        (ValueKind.YesNo, _) => "true",
        _ => "1"
    });
}
