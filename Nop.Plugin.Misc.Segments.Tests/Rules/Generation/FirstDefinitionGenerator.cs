using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>
/// Definitions, as JSON text, of the grammar as it was at first; their numbers and dates are those at which a shop's customers stand, or just beside them.
/// </summary>
internal sealed class FirstDefinitionGenerator
{
    private readonly NaiveShop _shop;
    private readonly Gen<int> _ages;
    private readonly Gen<int> _hours;
    private readonly Gen<decimal> _money;
    private readonly Gen<decimal> _sums;
    private readonly Gen<DateOnly> _orderDays;
    private readonly Gen<DateOnly> _registrationDays;
    private readonly Gen<string> _window;
    private readonly Gen<string> _where;

    public FirstDefinitionGenerator(NaiveShop shop)
    {
        _shop = shop;
        var today = shop.LocalDay(shop.Now);
        var orders = shop.Orders.Where(order => !order.Deleted).ToList();
        var moments = orders.Select(order => order.CreatedOnUtc).Append(shop.Now).ToList();

        _ages = Near(moments.Select(moment => today.DayNumber - shop.LocalDay(moment).DayNumber), 0, 1, 30, 90);
        _hours = Near(moments.Select(moment => (int)(shop.Now - moment).TotalHours).Where(hours => hours <= 100), 0, 1, 24);
        _orderDays = Gen.Elements(Around(moments.Select(shop.LocalDay)));
        _registrationDays = Gen.Elements(Around(shop.Customers.Select(customer => shop.LocalDay(customer.CreatedOnUtc)).Append(today)));

        var amounts = orders.Select(order => order.OrderTotal - order.RefundedAmount).Concat(orders.Select(order => order.OrderTotal)).ToList();
        var sums = orders.GroupBy(order => order.CustomerId).Select(group => group.ToList()).ToList();
        var totals = sums.Select(group => group.Sum(order => order.OrderTotal - order.RefundedAmount)).ToList();
        var averages = sums.Select(group => Math.Round(group.Average(order => order.OrderTotal - order.RefundedAmount), 4)).ToList();
        _money = Amounts(amounts);
        _sums = Amounts([.. amounts, .. totals, .. averages]);

        _window = Windows();
        _where = Filters();
    }

    /// <summary>A whole definition.</summary>
    public Gen<string> Definitions =>
        from rules in Group(4)
        from text in Object(("version", Gen.Constant("1")), ("rules", Gen.Constant(rules)))
        select text;

    private Gen<string> Group(int depth) =>
        from match in Gen.Elements("\"all\"", "\"any\"", "\"none\"")
        from count in Gen.Frequency((5, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Constant(3)))
        from rules in Gen.ArrayOf(depth > 1 ? Gen.Frequency((5, Condition()), (1, Group(depth - 1))) : Condition(), count)
        from text in Object(("match", Gen.Constant(match)), ("rules", Gen.Constant(Array(rules))))
        select text;

    private Gen<string> Condition() => Gen.Frequency(
        (8, Activity()), (6, Placed()), (5, Every()), (6, RegisteredOn()), (1, Country()), (2, Role()), (1, Newsletter()));

    // What a customer is.

    private Gen<string> Country() => Choice("customer.country", Gen.Elements("isAnyOf", "isNoneOf"), _shop.Basics.Countries.Select(country => country.Id));

    private Gen<string> Role() => Choice("customer.role", Gen.Elements("isAnyOf", "isNoneOf", "isAllOf"), _shop.Basics.Roles.Select(role => role.Id));

    private static Gen<string> Newsletter() =>
        Object(("field", Gen.Constant("\"customer.newsletter\"")), ("operator", Gen.Constant("\"is\"")), ("value", Gen.Elements("true", "false")));

    private Gen<string> RegisteredOn()
    {
        var dates = _registrationDays.Select(Quote);
        var ranges = from pair in Gen.Two(_registrationDays) select Array([Quote(Min(pair.Item1, pair.Item2)), Quote(Max(pair.Item1, pair.Item2))]);
        var ages = Near(_shop.Customers.Select(customer => _shop.LocalDay(_shop.Now).DayNumber - _shop.LocalDay(customer.CreatedOnUtc).DayNumber), 0, 30, 365);
        var days = Gen.Elements(0, 0, 1, 1, 2, 3, 7, 30, 31, 363, 364, 365, 366, 400, 500);

        return Gen.Frequency(
            (4, Date(Gen.Elements("before", "after", "on", "on"), dates)),
            (2, Date(Gen.Constant("between"), ranges)),
            (3, Date(Gen.Elements("inLast", "notInLast"), ages.Select(Number))),
            (4, Date(Gen.Constant("inNextAnniversary"), days.Select(Number))),
            (1, Object(("field", Gen.Constant("\"customer.registeredOn\"")), ("operator", Gen.Elements("\"isEmpty\"", "\"isNotEmpty\"")))));
    }

    private static Gen<string> Date(Gen<string> op, Gen<string> value) =>
        Object(("field", Gen.Constant("\"customer.registeredOn\"")), ("operator", op.Select(Quote)), ("value", value));

    private static Gen<string> Choice(string field, Gen<string> op, IEnumerable<int> ids, params (string, Gen<string>)[] more) =>
        Object([("field", Gen.Constant(Quote(field))), ("operator", op.Select(Quote)), ("value", Ids(ids)), .. more]);

    // What a customer did.

    private Gen<string> Activity()
    {
        var counts = Gen.Choose(0, 5).Select(count => (decimal)count);
        return Gen.Frequency(
            (4, Measured("count", counts)),
            (3, Measured("total", _sums)),
            (3, Measured("average", _sums)),
            (1, Measured("largest", _sums)),
            (1, Measured("smallest", _sums)),
            (1, Measured("daysSinceFirst", _ages.Select(age => (decimal)age))),
            (3, Measured("daysSinceLast", _ages.Select(age => (decimal)age))));
    }

    /// <summary>Whether there is an order at all: what shows best where a window or a filter is cut.</summary>
    private Gen<string> Placed() =>
        from comparison in Gen.Elements(("\"atLeast\"", "1"), ("\"equals\"", "0"), ("\"greaterThan\"", "1"))
        from narrowed in Gen.Frequency(
            (4, _window.Select(within => (Within: within, Filters: ""))),
            (3, _where.Select(filters => (Within: "", Filters: filters))))
        from text in Object(Given(
            ("activity", "\"orders\""), ("measure", "\"count\""), ("operator", comparison.Item1), ("value", comparison.Item2),
            ("within", narrowed.Within), ("where", narrowed.Filters)))
        select text;

    private Gen<string> Measured(string measure, Gen<decimal> values) =>
        from comparison in Comparisons(values)
        from within in _window
        from filters in _where
        from text in Object(Given(
            ("activity", "\"orders\""), ("measure", Quote(measure)), ("operator", comparison.Operator), ("value", comparison.Value),
            ("within", within), ("where", filters)))
        select text;

    private Gen<string> Every() =>
        from within in _window
        from filters in _where
        from text in Object(Given(("every", "\"order\""), ("within", within), ("where", filters)))
        select text;

    private Gen<string> Windows()
    {
        var days = from age in _ages select (age, "\"day\"");
        var hours = from hour in _hours select (hour, "\"hour\"");
        var lengths = Gen.Frequency((4, days), (3, hours));
        var ranges = Gen.Frequency(
            (3, from pair in Gen.Two(_ages) select (Array([Number(Math.Min(pair.Item1, pair.Item2)), Number(Math.Max(pair.Item1, pair.Item2))]), "\"day\"")),
            (2, from pair in Gen.Two(_hours) select (Array([Number(Math.Min(pair.Item1, pair.Item2)), Number(Math.Max(pair.Item1, pair.Item2))]), "\"hour\"")));

        return Gen.Frequency(
            (3, Gen.Constant("")),
            (3, from length in lengths from text in Object(Given(("last", Number(length.Item1)), ("unit", length.Item2))) select text),
            (3, from length in lengths from text in Object(Given(("olderThan", Number(length.Item1)), ("unit", length.Item2))) select text),
            (2, from range in ranges from text in Object(Given(("between", range.Item1), ("unit", range.Item2))) select text),
            (1, from day in _orderDays from text in Object(Given(("from", Quote(day)))) select text),
            (1, from day in _orderDays from text in Object(Given(("to", Quote(day)))) select text),
            (2, from pair in Gen.Two(_orderDays)
                from text in Object(Given(("from", Quote(Min(pair.Item1, pair.Item2))), ("to", Quote(Max(pair.Item1, pair.Item2)))))
                select text));
    }

    private Gen<string> Filters()
    {
        var anyOrNone = Gen.Elements("isAnyOf", "isNoneOf");
        var products = _shop.Products.Where(product => !product.Deleted).Select(product => product.Id).ToList();
        var categories = _shop.Categories.Where(category => !category.Deleted).Select(category => category.Id).ToList();

        var filters = new List<(int, Gen<string>)>
        {
            (2, Choice("order.store", anyOrNone, _shop.Basics.Stores.Select(store => store.Id))),
            (3, Compared("order.total", _money))
        };
        if (_shop.OrderItems.Count > 0)
        {
            filters.Add((1, Compared("item.quantity", Gen.Choose(0, 5).Select(quantity => (decimal)quantity))));
            filters.Add((1, Compared("item.unitPrice", Amounts([.. _shop.OrderItems.Select(line => line.UnitPriceInclTax)]))));
            filters.Add((1, Compared("item.total", Amounts([.. _shop.OrderItems.Select(line => line.PriceInclTax)]))));
        }

        if (products.Count > 0)
            filters.Add((3, Choice("item.product", anyOrNone, products)));
        if (categories.Count > 0)
        {
            filters.Add((2, Choice("item.category", anyOrNone, categories)));
            filters.Add((3, Choice("item.category", anyOrNone, categories, ("includeSubcategories", Gen.Elements("true", "true", "false")))));
        }

        return Gen.Frequency(
            (4, Gen.Constant("")),
            (1, Gen.Constant("[]")),
            (7, from count in Gen.Elements(1, 1, 2, 2, 3) from some in Gen.ArrayOf(Gen.Frequency(filters), count) select Array(some)));
    }

    private static Gen<string> Compared(string field, Gen<decimal> values) =>
        from comparison in Comparisons(values)
        from text in Object(Given(("field", Quote(field)), ("operator", comparison.Operator), ("value", comparison.Value)))
        select text;

    private static Gen<(string Operator, string Value)> Comparisons(Gen<decimal> values) => Gen.Frequency(
        (6, from op in Gen.Elements("equals", "notEquals", "greaterThan", "atLeast", "lessThan", "atMost")
            from value in values
            select (Quote(op), Number(value))),
        (1, from pair in Gen.Two(values)
            select (Quote("between"), Array([Number(Math.Min(pair.Item1, pair.Item2)), Number(Math.Max(pair.Item1, pair.Item2))]))));

    // Numbers to hit.

    private static Gen<int> Near(IEnumerable<int> landmarks, params int[] always) =>
        Gen.Elements(landmarks.Concat(always).SelectMany(number => new[] { number - 1, number, number, number + 1 }).Where(number => number >= 0).ToArray());

    private static Gen<decimal> Amounts(IReadOnlyCollection<decimal> landmarks) => Gen.Elements(landmarks
        .SelectMany(amount => new[] { amount, amount, amount, amount - 0.0001m, amount + 0.0001m, amount + 1 })
        .Concat([0, 0.3m, 10, 100]).Where(amount => amount >= 0).ToArray());

    private static DateOnly[] Around(IEnumerable<DateOnly> days) => days.SelectMany(day => new[] { day.AddDays(-1), day, day, day.AddDays(1) }).ToArray();

    private static Gen<string> Ids(IEnumerable<int> ids)
    {
        var all = ids.ToArray();
        return from shuffled in Gen.Shuffle(all)
               from count in Gen.Choose(1, Math.Min(3, all.Length))
               select Array(shuffled.Take(count).Select(Number));
    }

    // JSON.

    /// <summary>The properties in any order: none means anything.</summary>
    private static Gen<string> Object(params (string Name, Gen<string> Value)[] properties) =>
        from values in Gen.CollectToArray(properties, property => property.Value.Select(value => $"{Quote(property.Name)}: {value}"))
        from shuffled in Gen.Frequency((3, Gen.Constant(values)), (1, Gen.Shuffle(values)))
        select $"{{ {string.Join(", ", shuffled)} }}";

    private static (string, Gen<string>)[] Given(params (string Name, string Value)[] properties) =>
        properties.Where(property => property.Value.Length > 0).Select(property => (property.Name, Gen.Constant(property.Value))).ToArray();

    private static string Array(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private static string Quote(DateOnly day) => Quote(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
