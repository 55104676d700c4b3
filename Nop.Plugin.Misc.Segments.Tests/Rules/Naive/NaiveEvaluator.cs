using System.Globalization;
using System.Text.Json.Nodes;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

/// <summary>
/// What a definition means, by the plainest loops over plain lists. It shares nothing with the plugin: it walks the JSON itself,
/// so that it can tell whether the compiled queries mean what the language's description says. Its steps can be overridden,
/// to make evaluators that are wrong in one point each (<see cref="Slips"/>).
/// </summary>
internal partial class NaiveEvaluator(NaiveShop shop)
{
    // Only to look rows up faster; the shop is not to change while an evaluator lives.
    private readonly Lazy<ILookup<int, Order>> _orders = new(() => shop.Orders.ToLookup(order => order.CustomerId));
    private readonly Lazy<ILookup<int, OrderItem>> _lines = new(() => shop.OrderItems.ToLookup(line => line.OrderId));
    private readonly Dictionary<(JsonObject, bool), List<decimal>> _ranked = [];
    private bool _includeGuests;

    protected NaiveShop Shop { get; } = shop;

    protected DateOnly Today => LocalDay(Shop.Now);

    public List<int> FindMatches(string json, bool includeGuests)
    {
        var rules = JsonNode.Parse(json)!["rules"]!.AsObject();

        var ids = new List<int>();
        foreach (var customer in Shop.Customers.OrderBy(customer => customer.Id))
        {
            if (IsMeant(customer, includeGuests) && Holds(rules, customer, includeGuests))
                ids.Add(customer.Id);
        }

        return ids;
    }

    public List<int> FindPopulation(bool includeGuests) =>
        Shop.Customers.Where(customer => IsMeant(customer, includeGuests)).Select(customer => customer.Id).Order().ToList();

    /// <summary>Whether a group or a condition holds for a customer; guests matter where customers are ranked.</summary>
    public bool Holds(JsonObject node, Customer customer, bool includeGuests)
    {
        _includeGuests = includeGuests;
        return Holds(node, customer);
    }

    // Who.

    protected virtual bool IsMeant(Customer customer, bool includeGuests)
    {
        if (customer.Deleted || !customer.Active || customer.IsSystemAccount)
            return false;

        if (IsRegistered(customer))
            return true;

        return includeGuests && IsGuestWhoOrdered(customer);
    }

    protected virtual bool IsRegistered(Customer customer)
    {
        foreach (var role in Shop.Basics.Roles)
        {
            if (role.SystemName == "Registered" && RolesOf(customer).Contains(role.Id))
                return true;
        }

        return false;
    }

    protected virtual bool IsGuestWhoOrdered(Customer customer) => OrdersOf(customer).Count > 0;

    protected List<int> RolesOf(Customer customer) =>
        Shop.CustomerRoles.Where(mapping => mapping.CustomerId == customer.Id).Select(mapping => mapping.CustomerRoleId).ToList();

    // Groups and conditions.

    protected bool Holds(JsonObject node, Customer customer)
    {
        if (node.ContainsKey("match"))
            return HoldsGroup(Text(node["match"]), node["rules"]!.AsArray().Select(rule => Holds(rule!.AsObject(), customer)).ToList());

        if (node.ContainsKey("activity"))
            return HoldsActivity(node, customer);

        if (node.ContainsKey("every"))
            return HoldsEvery(node, customer);

        if (node.ContainsKey("first"))
            return HoldsFirst(node, customer);

        if (node.ContainsKey("latest"))
            return HoldsLatest(node, customer);

        if (node.ContainsKey("segment"))
            return HoldsSegment(Text(node["operator"]), IdOf("segment", node["segment"]), customer);

        return HoldsField(node, customer);
    }

    protected virtual bool HoldsGroup(string match, List<bool> rules) => match switch
    {
        "all" => rules.All(rule => rule),
        "any" => rules.Any(rule => rule),
        "none" => !rules.Any(rule => rule),
        _ => throw Unknown(match)
    };

    protected virtual bool HoldsSegment(string op, int segmentId, Customer customer)
    {
        var isMember = Shop.SegmentMembers.Any(member => member.SegmentId == segmentId && member.CustomerId == customer.Id);
        return op switch
        {
            "is" => isMember,
            "isNot" => !isMember,
            _ => throw Unknown(op)
        };
    }

    // JSON.

    protected static string Text(JsonNode? node) => node!.GetValue<string>();

    protected static decimal Number(JsonNode? node) => node!.GetValue<decimal>();

    protected static int Whole(JsonNode? node) => node!.GetValue<int>();

    protected static bool Flag(JsonNode? node) => node!.GetValue<bool>();

    protected static DateOnly Day(JsonNode? node) => DateOnly.ParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static List<string> Texts(JsonNode? node) => node!.AsArray().Select(Text).ToList();

    /// <summary>What is chosen, by number or by name.</summary>
    protected List<int> Ids(JsonNode condition) =>
        condition["value"]!.AsArray().Select(id => IdOf(Text(condition["field"]), id)).ToList();

    private int IdOf(string field, JsonNode? node)
    {
        if (node!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
            return node.GetValue<int>();

        var name = Text(node);
        return field switch
        {
            "segment" => Named(Shop.Basics.Segments, segment => segment.Name, name),
            "customer.country" or "order.country" or "order.shippingCountry" => Named(Shop.Basics.Countries, country => country.Name, name),
            "customer.role" => Named(Shop.Basics.Roles, role => role.Name, name),
            "customer.store" or "order.store" or "newsletter.store" => Named(Shop.Basics.Stores, store => store.Name, name),
            "item.manufacturer" => Named(Shop.Basics.Manufacturers, manufacturer => manufacturer.Name, name),
            "item.vendor" or "customer.vendor" => Named(Shop.Basics.Vendors, vendor => vendor.Name, name),
            "item.tag" => Named(Shop.Basics.Tags, tag => tag.Name, name),
            "customer.list" => Named(Shop.Basics.Lists, list => list.Name, name),
            "order.discount" => Named(Shop.Basics.Discounts, discount => discount.Name, name),
            _ => throw Unknown($"{field} named {name}")
        };
    }

    private static int Named<T>(List<T> rows, Func<T, string> nameOf, string name) where T : Nop.Core.BaseEntity =>
        rows.Single(row => string.Equals(nameOf(row), name, StringComparison.OrdinalIgnoreCase)).Id;

    private static InvalidOperationException Unknown(string name) => new($"The naive evaluator does not know \"{name}\".");
}
