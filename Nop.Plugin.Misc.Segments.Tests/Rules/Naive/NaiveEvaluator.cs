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
internal class NaiveEvaluator(NaiveShop shop)
{
    protected NaiveShop Shop { get; } = shop;

    protected DateOnly Today => LocalDay(Shop.Now);

    public List<int> FindMatches(string json, bool includeGuests)
    {
        var rules = JsonNode.Parse(json)!["rules"]!.AsObject();

        var ids = new List<int>();
        foreach (var customer in Shop.Customers.OrderBy(customer => customer.Id))
        {
            if (IsMeant(customer, includeGuests) && Holds(rules, customer))
                ids.Add(customer.Id);
        }

        return ids;
    }

    public List<int> FindPopulation(bool includeGuests) =>
        Shop.Customers.Where(customer => IsMeant(customer, includeGuests)).Select(customer => customer.Id).Order().ToList();

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
        foreach (var role in Shop.Roles)
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

        return HoldsField(node, customer);
    }

    protected virtual bool HoldsGroup(string match, List<bool> rules) => match switch
    {
        "all" => rules.All(rule => rule),
        "any" => rules.Any(rule => rule),
        "none" => !rules.Any(rule => rule),
        _ => throw Unknown(match)
    };

    private bool HoldsField(JsonObject condition, Customer customer)
    {
        var op = Text(condition["operator"]);
        var value = condition["value"];

        return Text(condition["field"]) switch
        {
            "customer.country" => HoldsChoice(op, Ids(value), [customer.CountryId]),
            "customer.role" => HoldsChoice(op, Ids(value), RolesOf(customer)),
            "customer.newsletter" => IsSubscribed(customer) == value!.GetValue<bool>(),
            "customer.registeredOn" => HoldsDate(op, value, customer.CreatedOnUtc),
            var field => throw Unknown(field)
        };
    }

    protected virtual bool HoldsChoice(string op, List<int> chosen, List<int> actual) => op switch
    {
        "isAnyOf" => actual.Any(chosen.Contains),
        "isNoneOf" => !actual.Any(chosen.Contains),
        "isAllOf" => chosen.All(actual.Contains),
        _ => throw Unknown(op)
    };

    protected virtual bool IsSubscribed(Customer customer)
    {
        foreach (var subscription in Shop.Subscriptions)
        {
            if (subscription.Active && customer.Email != null && string.Equals(subscription.Email, customer.Email, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Dates of a customer.

    protected virtual bool HoldsDate(string op, JsonNode? value, DateTime moment)
    {
        var day = LocalDay(moment);
        switch (op)
        {
            case "before":
                return day < Day(value);
            case "after":
                return day > Day(value);
            case "on":
                return day == Day(value);
            case "between":
                return day >= Day(value![0]) && day <= Day(value[1]);
            case "inLast":
                return IsInLast(moment, Whole(value));
            case "notInLast":
                return !IsInLast(moment, Whole(value));
            case "inNextAnniversary":
                return HasAnniversary(day, Whole(value));
            case "isEmpty":
                return false;
            case "isNotEmpty":
                return true;
            default:
                throw Unknown(op);
        }
    }

    protected virtual bool IsInLast(DateTime moment, int days) => moment <= Shop.Now && Age(moment) <= days;

    protected virtual bool HasAnniversary(DateOnly day, int withinDays)
    {
        var lastDay = Today.AddDays(withinDays);
        for (var years = 1; day.AddYears(years) <= lastDay; years++)
        {
            if (day.AddYears(years) >= Today)
                return true;
        }

        return false;
    }

    // Time.

    protected virtual DateOnly LocalDay(DateTime utc) => Shop.LocalDay(utc);

    /// <summary>Whole local days; today is 0.</summary>
    protected virtual int Age(DateTime utc) => Today.DayNumber - LocalDay(utc).DayNumber;

    protected virtual bool IsInWindow(DateTime utc, JsonObject? window)
    {
        if (window is null)
            return true;

        if (IsBeyondNow(utc))
            return false;

        var hours = window["unit"] is not null && Text(window["unit"]) == "hour";

        if (window["last"] is { } last)
            return hours ? IsNotOlderThanHours(utc, Whole(last)) : Age(utc) <= Whole(last);

        if (window["olderThan"] is { } olderThan)
            return IsOlderThan(utc, Whole(olderThan), hours);

        if (window["between"] is { } between)
        {
            var (from, to) = (Whole(between[0]), Whole(between[1]));
            return hours
                ? utc >= Shop.Now.AddHours(-to) && utc <= Shop.Now.AddHours(-from)
                : Age(utc) >= from && Age(utc) <= to;
        }

        return IsBetweenDays(utc, window["from"], window["to"]);
    }

    protected virtual bool IsBeyondNow(DateTime utc) => utc > Shop.Now;

    protected virtual bool IsNotOlderThanHours(DateTime utc, int hours) => utc >= Shop.Now.AddHours(-hours);

    protected virtual bool IsOlderThan(DateTime utc, int count, bool hours) => hours ? utc < Shop.Now.AddHours(-count) : Age(utc) > count;

    protected virtual bool IsBetweenDays(DateTime utc, JsonNode? from, JsonNode? to) =>
        (from is null || LocalDay(utc) >= Day(from)) && (to is null || LocalDay(utc) <= Day(to));

    // Orders.

    private bool HoldsActivity(JsonObject condition, Customer customer)
    {
        if (Text(condition["activity"]) != "orders")
            throw Unknown(Text(condition["activity"]));

        var orders = new List<Order>();
        foreach (var order in OrdersOf(customer))
        {
            if (IsInWindow(order.CreatedOnUtc, condition["within"]?.AsObject()) && Passes(order, condition["where"]?.AsArray()))
                orders.Add(order);
        }

        var measured = Measure(Text(condition["measure"]), orders);
        return HoldsMeasure(Text(condition["operator"]), measured, condition["value"]!);
    }

    protected virtual bool HoldsEvery(JsonObject condition, Customer customer)
    {
        if (Text(condition["every"]) != "order")
            throw Unknown(Text(condition["every"]));

        var orders = OrdersOf(customer).Where(order => IsInWindow(order.CreatedOnUtc, condition["within"]?.AsObject())).ToList();
        return orders.Count > 0 && orders.All(order => Passes(order, condition["where"]?.AsArray()));
    }

    /// <summary>The customer's orders that count.</summary>
    protected List<Order> OrdersOf(Customer customer) => Shop.Orders.Where(order => order.CustomerId == customer.Id && Counts(order)).ToList();

    protected virtual bool Counts(Order order) =>
        !order.Deleted && Shop.OrderStatusIds.Contains(order.OrderStatusId) && Shop.PaymentStatusIds.Contains(order.PaymentStatusId);

    protected virtual decimal Money(Order order) => order.OrderTotal - order.RefundedAmount;

    /// <summary>What is measured, or null where it is unknown.</summary>
    protected virtual decimal? Measure(string measure, List<Order> orders)
    {
        var total = 0m;
        foreach (var order in orders)
            total += Money(order);

        return measure switch
        {
            "count" => orders.Count,
            "total" => total,
            "average" => orders.Count == 0 ? null : total / orders.Count,
            "largest" => orders.Count == 0 ? null : orders.Max(Money),
            "smallest" => orders.Count == 0 ? null : orders.Min(Money),
            "daysSinceFirst" => orders.Count == 0 ? null : Age(orders.Min(order => order.CreatedOnUtc)),
            "daysSinceLast" => orders.Count == 0 ? null : Age(orders.Max(order => order.CreatedOnUtc)),
            _ => throw Unknown(measure)
        };
    }

    protected virtual bool HoldsMeasure(string op, decimal? measured, JsonNode value) => measured is { } number && HoldsNumber(op, number, value);

    protected virtual bool HoldsNumber(string op, decimal number, JsonNode value) => op switch
    {
        "equals" => number == Number(value),
        "notEquals" => number != Number(value),
        "greaterThan" => number > Number(value),
        "atLeast" => number >= Number(value),
        "lessThan" => number < Number(value),
        "atMost" => number <= Number(value),
        "between" => number >= Number(value[0]) && number <= Number(value[1]),
        _ => throw Unknown(op)
    };

    // Filters.

    protected virtual bool Passes(Order order, JsonArray? where)
    {
        var itemFilters = new List<JsonObject>();
        foreach (var filter in where ?? [])
        {
            if (Text(filter!["field"]).StartsWith("item.", StringComparison.Ordinal))
                itemFilters.Add(filter.AsObject());
            else if (!OrderPasses(order, filter.AsObject()))
                return false;
        }

        return itemFilters.Count == 0 || PassesItemFilters(LinesOf(order), itemFilters);
    }

    protected List<OrderItem> LinesOf(Order order) => Shop.OrderItems.Where(line => line.OrderId == order.Id).ToList();

    protected bool OrderPasses(Order order, JsonObject filter)
    {
        var op = Text(filter["operator"]);
        return Text(filter["field"]) switch
        {
            "order.total" => HoldsNumber(op, FilteredMoney(order), filter["value"]!),
            "order.store" => HoldsChoice(op, Ids(filter["value"]), [order.StoreId]),
            var field => throw Unknown(field)
        };
    }

    protected virtual decimal FilteredMoney(Order order) => Money(order);

    /// <summary>All on one and the same line.</summary>
    protected virtual bool PassesItemFilters(List<OrderItem> lines, List<JsonObject> filters) =>
        lines.Any(line => filters.All(filter => LinePasses(line, filter)));

    protected virtual bool LinePasses(OrderItem line, JsonObject filter)
    {
        var op = Text(filter["operator"]);
        switch (Text(filter["field"]))
        {
            case "item.product":
                return HoldsChoice(op, Ids(filter["value"]), [line.ProductId]);
            case "item.category":
                var chosen = Ids(filter["value"]);
                if (filter["includeSubcategories"]?.GetValue<bool>() == true)
                    chosen = WithSubcategories(chosen);
                return HoldsChoice(op, chosen, CategoriesOf(line.ProductId));
            case "item.quantity":
                return HoldsNumber(op, line.Quantity, filter["value"]!);
            case "item.unitPrice":
                return HoldsNumber(op, line.UnitPriceInclTax, filter["value"]!);
            case "item.total":
                return HoldsNumber(op, line.PriceInclTax, filter["value"]!);
            case var field:
                throw Unknown(field);
        }
    }

    protected List<int> CategoriesOf(int productId) =>
        Shop.ProductCategories.Where(mapping => mapping.ProductId == productId).Select(mapping => mapping.CategoryId).ToList();

    protected virtual List<int> WithSubcategories(List<int> chosen)
    {
        var all = new List<int>(chosen);
        bool grown;
        do
        {
            grown = false;
            foreach (var category in Shop.Categories)
            {
                if (!category.Deleted && all.Contains(category.ParentCategoryId) && !all.Contains(category.Id))
                {
                    all.Add(category.Id);
                    grown = true;
                }
            }
        }
        while (grown);

        return all;
    }

    // JSON.

    protected static string Text(JsonNode? node) => node!.GetValue<string>();

    protected static decimal Number(JsonNode? node) => node!.GetValue<decimal>();

    protected static int Whole(JsonNode? node) => node!.GetValue<int>();

    protected static DateOnly Day(JsonNode? node) => DateOnly.ParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static List<int> Ids(JsonNode? node) => node!.AsArray().Select(id => id!.GetValue<int>()).ToList();

    private static InvalidOperationException Unknown(string name) => new($"The naive evaluator does not know \"{name}\".");
}
