using System.Text.Json.Nodes;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Tax;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <content>What a customer is.</content>
internal sealed partial class NaiveEvaluatorTests
{
    [TestCase("is", "\"ANN\"", "Ann", true)]
    [TestCase("is", "\"An\"", "Ann", false)]
    [TestCase("is", "\"x\"", null, false)]
    [TestCase("isNot", "\"ann\"", "Ann", false)]
    [TestCase("isNot", "\"x\"", null, true)]
    [TestCase("isNot", "\"x\"", "", true)]
    [TestCase("contains", "\"N\"", "Ann", true)]
    [TestCase("contains", "\"A%n\"", "Ann", false)]
    [TestCase("contains", "\"_\"", "Ann", false)]
    [TestCase("contains", "\"%\"", "100%", true)]
    [TestCase("contains", "\"n\"", null, false)]
    [TestCase("doesNotContain", "\"n\"", "Ann", false)]
    [TestCase("doesNotContain", "\"n\"", null, true)]
    [TestCase("startsWith", "\"an\"", "Ann", true)]
    [TestCase("startsWith", "\"n\"", "Ann", false)]
    [TestCase("endsWith", "\"NN\"", "Ann", true)]
    [TestCase("endsWith", "\"a\"", "Ann", false)]
    [TestCase("isAnyOf", "[\"x\", \"ann\"]", "Ann", true)]
    [TestCase("isAnyOf", "[\"x\"]", "", false)]
    [TestCase("isNoneOf", "[\"x\", \"ann\"]", "Ann", false)]
    [TestCase("isNoneOf", "[\"x\"]", "", true)]
    [TestCase("isEmpty", null, "", true)]
    [TestCase("isEmpty", null, null, true)]
    [TestCase("isEmpty", null, "0", false)]
    [TestCase("isNotEmpty", null, "", false)]
    [TestCase("isNotEmpty", null, "0", true)]
    public void Text_is_compared_without_case_and_empty_text_is_nothing(string op, string? value, string? city, bool holds) =>
        Assert.That(Matches(Field("city", op, value), customer => customer.City = city), Is.EqualTo(holds));

    [TestCase("ann@Example.com", "example.com", true)]
    [TestCase("\"a@b\"@example.com", "example.com", false)]
    [TestCase("\"a@b\"@example.com", "b\\\"@example.com", true)]
    [TestCase("example.com", "example.com", false)]
    public void The_domain_follows_the_first_at_sign(string email, string domain, bool holds) =>
        Assert.That(Matches(Field("emailDomain", "is", $"\"{domain}\""), customer => customer.Email = email), Is.EqualTo(holds));

    [TestCase("nowhere")]
    [TestCase("ann@")]
    [TestCase(null)]
    public void Without_an_at_sign_there_is_no_domain(string? email) =>
        Assert.That(Matches(Field("emailDomain", "isEmpty"), customer => customer.Email = email), Is.True);

    [TestCase("isAnyOf", "[\"f\"]", "F", true)]
    [TestCase("isAnyOf", "[\"F\"]", null, false)]
    [TestCase("isNoneOf", "[\"F\"]", null, true)]
    [TestCase("isNoneOf", "[\"F\", \"M\"]", "M", false)]
    public void Codes_are_compared_without_case(string op, string value, string? gender, bool holds) =>
        Assert.That(Matches(Field("gender", op, value), customer => customer.Gender = gender), Is.EqualTo(holds));

    // Today is the 31st of March 2024.
    [TestCase("2006-03-31T23:00:00", "equals", "18", true)]
    [TestCase("2006-04-01", "equals", "17", true)]
    [TestCase("2004-02-29", "equals", "20", true)]
    [TestCase("2024-03-31", "equals", "0", true)]
    [TestCase("2024-04-01", "lessThan", "1", false)]
    [TestCase("2024-04-01", "notEquals", "1", true)]
    [TestCase(null, "lessThan", "1", false)]
    [TestCase(null, "between", "[0, 100]", false)]
    [TestCase(null, "notEquals", "1", true)]
    public void Age_grows_on_the_birthday(string? birth, string op, string value, bool holds) =>
        Assert.That(Matches(Field("age", op, value), customer => customer.DateOfBirth = birth is null ? null : DateTime.Parse(birth)), Is.EqualTo(holds));

    [TestCase("2001-02-28", 22)]
    [TestCase("2001-03-01", 21)]
    [TestCase("2000-02-29", 23)]
    public void Who_is_born_on_a_leap_day_grows_older_on_the_28th_of_February(string birth, int age)
    {
        _shop = At(new DateTime(2023, 2, 28, 12, 0, 0, DateTimeKind.Utc));
        Assert.That(Matches(Field("age", "equals", age.ToString()), customer => customer.DateOfBirth = DateTime.Parse(birth)), Is.True);
    }

    [TestCase("on", "\"1990-06-15\"", "1990-06-15T23:30:00", true)]
    [TestCase("on", "\"1990-06-16\"", "1990-06-15T23:30:00", false)]
    [TestCase("between", "[\"1990-06-14\", \"1990-06-15\"]", "1990-06-15T23:30:00", true)]
    [TestCase("after", "\"1990-06-15\"", "1990-06-15T23:30:00", false)]
    [TestCase("before", "\"1990-06-15\"", null, false)]
    [TestCase("inLast", "0", "2024-03-31T23:00:00", true)]
    [TestCase("inLast", "1", "2024-03-29", false)]
    [TestCase("inLast", "5", "2024-04-01", false)]
    [TestCase("notInLast", "5", "2024-04-01", true)]
    [TestCase("notInLast", "5", null, true)]
    [TestCase("inNextAnniversary", "0", "1990-03-31T23:30:00", true)]
    [TestCase("inNextAnniversary", "0", "2024-03-31", false)]
    [TestCase("inNextAnniversary", "7", "1990-04-08", false)]
    [TestCase("inNextAnniversary", "7", null, false)]
    [TestCase("isEmpty", null, null, true)]
    public void A_birthday_is_a_date_without_a_zone(string op, string? value, string? birth, bool holds) =>
        Assert.That(Matches(Field("birthday", op, value), customer => customer.DateOfBirth = birth is null ? null : DateTime.Parse(birth)),
            Is.EqualTo(holds));

    [TestCase("on", "\"2024-03-31\"", "2024-03-30T23:00:00", true)]
    [TestCase("on", "\"2024-03-30\"", "2024-03-30T22:59:59", true)]
    [TestCase("inLast", "0", "2024-03-30T22:59:59", false)]
    [TestCase("notInLast", "0", null, true)]
    [TestCase("before", "\"2024-03-30\"", null, false)]
    [TestCase("isEmpty", null, null, true)]
    [TestCase("isNotEmpty", null, null, false)]
    public void The_last_login_is_a_local_day_or_none(string op, string? value, string? login, bool holds) =>
        Assert.That(Matches(Field("lastLogin", op, value), customer => customer.LastLoginDateUtc = login is null ? null : DateTime.Parse(login)),
            Is.EqualTo(holds));

    [Test]
    public void Who_has_none_of_the_choices_is_none_of_them()
    {
        Assert.That(Matches(Field("language", "isNoneOf", "[1]"), _ => { }), Is.True);
        Assert.That(Matches(Field("language", "isAnyOf", "[1]"), _ => { }), Is.False);
        Assert.That(Matches(Field("state", "isNoneOf", "[1]"), _ => { }), Is.True);
        Assert.That(Matches(Field("vatNumberStatus", "isAnyOf", "[0]"), _ => { }), Is.True);
        Assert.That(Matches(Field("vatNumberStatus", "isAnyOf", "[20]"), customer => customer.VatNumberStatus = VatNumberStatus.Valid), Is.True);
        Assert.That(Matches(Field("country", "isAnyOf", "[\"belgium\"]"), customer => customer.CountryId = 2), Is.True);
        Assert.That(Matches(Field("taxExempt", "is", "false"), _ => { }), Is.True);
        Assert.That(Matches(Field("store", "isAnyOf", "[3]"), customer => customer.RegisteredInStoreId = 3), Is.True);
    }

    [Test]
    public void Type_and_store_of_the_newsletter_are_asked_of_one_subscription()
    {
        var customer = Registered(email: "ann@example.com");
        _shop.Subscriptions.Add(new NewsLetterSubscription { Email = "ann@example.com", Active = true, TypeId = 1, StoreId = 1 });
        _shop.Subscriptions.Add(new NewsLetterSubscription { Email = "ann@example.com", Active = true, TypeId = 2, StoreId = 2 });

        Assert.That(Matches(Subscribed("true", 1, 1)), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Subscribed("true", 1, 2)), Is.Empty);
        Assert.That(Matches(Subscribed("false", 1, 2)), Is.EqualTo(new[] { customer }));

        static string Subscribed(string value, int type, int store) => Field("newsletter", "is", value,
            $"\"where\": [{Filter("newsletter.type", "isAnyOf", $"[{type}]")}, {Filter("newsletter.store", "isAnyOf", $"[{store}]")}]");
    }

    [Test]
    public void A_list_holds_addresses_however_they_are_written()
    {
        var (first, second, nameless) = (Registered(email: "Ann@Example.com"), Registered(email: "ben@example.com"), Registered(email: null));
        _shop.ListEntries.Add(new CustomerListEntry { ListId = 1, Email = "ann@example.com" });
        _shop.ListEntries.Add(new CustomerListEntry { ListId = 2, Email = "ben@example.com" });

        Assert.That(Matches(Field("list", "isAnyOf", "[1]")), Is.EqualTo(new[] { first }));
        Assert.That(Matches(Field("list", "isAnyOf", "[1, \"press\"]")), Is.EqualTo(new[] { first, second }));
        Assert.That(Matches(Field("list", "isNoneOf", "[1]")), Is.EqualTo(new[] { second, nameless }));
        Assert.That(Matches(Field("list", "isNoneOf", "[3]")), Is.EqualTo(new[] { first, second, nameless }));
    }

    [Test]
    public void A_wishlist_is_no_cart()
    {
        var (buyer, dreamer) = (Registered(), Registered());
        _shop.CartItems.Add(new ShoppingCartItem { CustomerId = buyer, ShoppingCartType = ShoppingCartType.ShoppingCart });
        _shop.CartItems.Add(new ShoppingCartItem { CustomerId = dreamer, ShoppingCartType = ShoppingCartType.Wishlist });

        Assert.That(Matches(Field("hasCart", "is", "true")), Is.EqualTo(new[] { buyer }));
        Assert.That(Matches(Field("hasCart", "is", "false")), Is.EqualTo(new[] { dreamer }));
    }

    [Test]
    public void The_latest_password_counts()
    {
        var customer = Registered();
        var without = Registered();
        _shop.Passwords.Add(new CustomerPassword { CustomerId = customer, CreatedOnUtc = _now.AddDays(-1) });
        _shop.Passwords.Add(new CustomerPassword { CustomerId = customer, CreatedOnUtc = _now.AddDays(-9) });

        Assert.That(Matches(Field("passwordChange", "inLast", "1")), Is.EqualTo(new[] { customer }));
        Assert.That(Matches(Field("passwordChange", "isEmpty")), Is.EqualTo(new[] { without }));
    }

    [TestCase("attribute:2", "isAnyOf", "[3]", true)]
    [TestCase("attribute:Interests", "isAllOf", "[3, 12]", true)]
    [TestCase("attribute:2", "isAllOf", "[3, 31]", false)]
    [TestCase("attribute:interests", "isAnyOf", "[\"BOOKS\"]", true)]
    [TestCase("attribute:2", "isNoneOf", "[31]", true)]
    [TestCase("attribute:1", "isAnyOf", "[1, 2, 11]", false)]
    [TestCase("attribute:1", "isNoneOf", "[1]", true)]
    [TestCase("attribute:3", "is", "\"a & b <c>\"", true)]
    [TestCase("attribute:3", "contains", "\"amp\"", false)]
    [TestCase("attribute:32", "isEmpty", null, true)]
    [TestCase("attribute:32", "doesNotContain", "\"a\"", true)]
    public void Attributes_are_read_from_their_XML(string field, string op, string? value, bool holds)
    {
        var xml = $"""
            <Attributes><CustomerAttribute ID="2">{Value("3")}{Value("12")}</CustomerAttribute><CustomerAttribute ID="3">{Value("a &amp; b &lt;c&gt;")}</CustomerAttribute></Attributes>
            """;
        Assert.That(Matches(Field(field, op, value), customer => customer.CustomCustomerAttributesXML = xml), Is.EqualTo(holds));

        static string Value(string value) => $"<CustomerAttributeValue><Value>{value}</Value></CustomerAttributeValue>";
    }

    [TestCase("is", "\"gold\"", true)]
    [TestCase("isNot", "\"gold\"", false)]
    [TestCase("isNot", "\"tin\"", true)]
    [TestCase("isAnyOf", "[\"tin\", \"silver\"]", true)]
    [TestCase("is", "\"tin\"", false)]
    [TestCase("isEmpty", null, false)]
    [TestCase("isNotEmpty", null, true)]
    public void One_generic_attribute_is_enough_and_one_forbids(string op, string? value, bool holds)
    {
        var customer = Registered();
        Add(customer, "Customer", "Level", "Gold", 0);
        Add(customer, "Customer", "level", "silver", 2);
        Add(customer, "Customer", "LEVEL", "", 1);
        Add(customer, "Order", "Level", "tin", 0);

        Assert.That(Matches(Field("genericAttribute:level", op, value)), holds ? Is.EqualTo(new[] { customer }) : Is.Empty);

        void Add(int id, string group, string key, string text, int storeId) => _shop.GenericAttributes.Add(
            new GenericAttribute { EntityId = id, KeyGroup = group, Key = key, Value = text, StoreId = storeId });
    }

    [Test]
    public void Members_of_a_segment_are_those_stored()
    {
        var (member, other) = (Registered(), Registered());
        _shop.SegmentMembers.Add(new SegmentMember { SegmentId = 2, CustomerId = member });

        Assert.That(Matches("""{ "segment": 2, "operator": "is" }"""), Is.EqualTo(new[] { member }));
        Assert.That(Matches("""{ "segment": "bad ones", "operator": "isNot" }"""), Is.EqualTo(new[] { other }));
        Assert.That(Matches("""{ "segment": 1, "operator": "is" }"""), Is.Empty);
    }

    [Test]
    public void Each_part_of_a_definition_can_be_asked_about_by_itself()
    {
        var id = Registered(change: customer => customer.City = "Ghent");
        var customer = _shop.Customers.Single(one => one.Id == id);
        var evaluator = new NaiveEvaluator(_shop);

        var inGhent = Field("city", "is", "\"Ghent\"");
        Assert.That(evaluator.Holds(JsonNode.Parse(inGhent)!.AsObject(), customer, false), Is.True);
        Assert.That(evaluator.Holds(JsonNode.Parse($$"""{ "match": "none", "rules": [{{inGhent}}] }""")!.AsObject(), customer, false), Is.False);
    }
}
