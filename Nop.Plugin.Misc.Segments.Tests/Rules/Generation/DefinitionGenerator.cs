using FsCheck;
using FsCheck.Fluent;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;
using static Nop.Plugin.Misc.Segments.Tests.Rules.Generation.ConditionParts;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>
/// Definitions, as JSON text, of the whole grammar; their numbers, dates and texts are those at which a shop's customers stand, or just beside them.
/// </summary>
internal sealed class DefinitionGenerator
{
    private readonly NaiveShop _shop;
    private readonly Landmarks _landmarks;
    private readonly FilterGenerator _filters;
    private readonly Gen<string> _window;
    private readonly Gen<string> _condition;

    public DefinitionGenerator(NaiveShop shop)
    {
        _shop = shop;
        _landmarks = new Landmarks(shop);
        _filters = new FilterGenerator(shop, _landmarks);
        _window = Windows();
        _condition = Gen.Frequency(
            (28, new FieldGenerator(shop).Conditions),
            (12, Orders()),
            (6, Placed()),
            (6, Ranked()),
            (6, Items()),
            (7, Every()),
            (6, FirstOrLatest()),
            (14, OtherActivities()),
            (2, Segment()));
    }

    /// <summary>A whole definition.</summary>
    public Gen<string> Definitions =>
        from rules in Group(4)
        from text in Json.Object(("version", "1"), ("rules", rules))
        select text;

    private Gen<string> Group(int depth) =>
        from match in Gen.Elements("all", "any", "none")
        from count in Gen.Frequency((6, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from rules in Gen.ArrayOf(depth > 1 ? Gen.Frequency((8, _condition), (1, Group(depth - 1))) : _condition, count)
        from text in Json.Object(("match", Json.Quote(match)), ("rules", Json.Array(rules)))
        select text;

    // What a customer did.

    private Gen<string> Orders() => Gen.Frequency(
        (3, Measured("orders", "count", Comparisons(Counts(5)), _filters.OfOrders)),
        (3, Measured("orders", "total", Comparisons(_landmarks.Sums), _filters.OfOrders)),
        (3, Measured("orders", "average", Comparisons(_landmarks.Sums), _filters.OfOrders)),
        (1, Measured("orders", "largest", Comparisons(_landmarks.Amounts), _filters.OfOrders)),
        (1, Measured("orders", "smallest", Comparisons(_landmarks.Amounts), _filters.OfOrders)),
        (2, Measured("orders", "units", Comparisons(Counts(12)), _filters.OfOrders)),
        (2, Measured("orders", "distinctProducts", Comparisons(Counts(5)), _filters.OfOrders)),
        (2, Measured("orders", "daysSinceFirst", Comparisons(Whole(_landmarks.Ages)), _filters.OfOrders)),
        (3, Measured("orders", "daysSinceLast", Comparisons(Whole(_landmarks.Ages)), _filters.OfOrders)),
        (5, Measured("orders", "averageDaysBetween", Ranges(_landmarks.DaysBetween), _filters.OfOrders)),
        (3, Measured("orders", "discountedShare", Comparisons(Gen.Frequency((4, Landmarks.Shares), (1, Gen.Constant(0m)))), _filters.OfOrders)));

    private Gen<string> Items() => Gen.Frequency(
        (2, Measured("items", "quantity", Comparisons(Counts(9)), _filters.OfItems)),
        (2, Measured("items", "total", Comparisons(_landmarks.LineSums), _filters.OfItems)),
        (2, Measured("items", "distinctProducts", Comparisons(Counts(4)), _filters.OfItems)));

    private Gen<string> Ranked()
    {
        var comparison = from op in Gen.Elements("inTop", "inBottom") from share in Landmarks.Shares select (op, Json.Number(share));
        var orders = Gen.Elements("count", "total", "average", "largest", "smallest", "units", "distinctProducts", "daysSinceLast", "daysSinceFirst");
        var items = Gen.Elements("quantity", "total", "distinctProducts");

        return Gen.Frequency(
            (3, from measure in orders from text in Measured("orders", measure, comparison, _filters.OfOrders) select text),
            (1, from measure in items from text in Measured("items", measure, comparison, _filters.OfItems) select text));
    }

    private Gen<string> OtherActivities() => Gen.Frequency(
        (2, Measured("reviews", "count", Comparisons(Counts(3)), _filters.OfReviews)),
        (3, Measured("reviews", "averageRating", Comparisons(_landmarks.Ratings), _filters.OfReviews)),
        (1, Measured("reviews", "daysSinceLast", Comparisons(Whole(_landmarks.Ages)), _filters.OfReviews)),
        (2, Measured("returns", "count", Comparisons(Counts(2)), None)),
        (1, Measured("backInStock", "count", Comparisons(Counts(2)), None)),
        (4, from activity in Gen.Elements("cart", "cart", "wishlist")
            from text in Gen.Frequency(
                (1, Measured(activity, "items", Comparisons(Counts(3)), None)),
                (1, Measured(activity, "units", Comparisons(Counts(6)), None)),
                (2, Measured(activity, "total", Comparisons(_landmarks.CartSums), None)),
                (3, Measured(activity, "hoursSinceChange", Ranges(_landmarks.HoursSince), None)))
            select text),
        (4, Balance()),
        (5, Measured("discounts", "timesUsed", Comparisons(Counts(4)), _filters.OfDiscounts)));

    private static Gen<string> None => Gen.Constant("");

    private Gen<string> Balance() =>
        from comparison in Comparisons(Gen.Elements<decimal>(-30, -1, 0, 0, 1, 10, 20, 50, 51, 60, 100, 110))
        from text in Json.Object(
            ("activity", "\"rewardPoints\""), ("measure", "\"balance\""), ("operator", Json.Quote(comparison.Operator)), ("value", comparison.Value))
        select text;

    /// <summary>Whether there is anything at all: what shows best where a window or a filter is cut.</summary>
    private Gen<string> Placed() =>
        from comparison in Gen.Elements(("\"atLeast\"", "1"), ("\"equals\"", "0"), ("\"greaterThan\"", "1"))
        from narrowed in Gen.Frequency(
            (4, _window.Select(within => (Within: within, Filters: ""))),
            (5, _filters.OfOrders.Select(filters => (Within: "", Filters: filters))))
        from text in Json.Object(
            ("activity", "\"orders\""), ("measure", "\"count\""), ("operator", comparison.Item1), ("value", comparison.Item2),
            ("within", narrowed.Within), ("where", narrowed.Filters))
        select text;

    private Gen<string> Measured(string activity, string measure, Gen<(string Operator, string Value)> comparisons, Gen<string> filters) =>
        from comparison in comparisons
        // Often of all there is: what is measured shows best by itself.
        from within in Gen.Frequency((1, None), (1, _window))
        from narrowed in Gen.Frequency((1, None), (2, filters))
        from text in Json.Object(
            ("activity", Json.Quote(activity)), ("measure", Json.Quote(measure)),
            ("operator", Json.Quote(comparison.Operator)), ("value", comparison.Value), ("within", within), ("where", narrowed))
        select text;

    private Gen<string> Every() =>
        from within in _window
        from filters in _filters.OfOrders
        from text in Json.Object(("every", "\"order\""), ("within", within), ("where", filters))
        select text;

    private Gen<string> FirstOrLatest() => Gen.OneOf(
        from filters in _filters.OfOrders from text in Json.Object(("first", "\"order\""), ("where", filters)) select text,
        from within in _window
        from filters in _filters.OfOrders
        from text in Json.Object(("latest", "\"order\""), ("within", within), ("where", filters))
        select text);

    private Gen<string> Segment() =>
        from segment in Gen.Elements(_shop.Basics.Segments.ToArray())
        from named in Gen.Elements(true, false, false, false)
        from op in Gen.Elements("\"is\"", "\"isNot\"")
        from text in Json.Object(("segment", named ? Json.Quote(segment.Name) : Json.Number(segment.Id)), ("operator", op))
        select text;

    private Gen<string> Windows()
    {
        var days = from age in _landmarks.Ages select (Json.Number(age), "\"day\"");
        var hours = from hour in _landmarks.Hours select (Json.Number(hour), "\"hour\"");
        var lengths = Gen.Frequency((4, days), (3, hours));
        var ranges = Gen.Frequency(
            (3, from pair in Gen.Two(_landmarks.Ages) select (Json.Range(pair.Item1, pair.Item2), "\"day\"")),
            (2, from pair in Gen.Two(_landmarks.Hours) select (Json.Range(pair.Item1, pair.Item2), "\"hour\"")));

        return Gen.Frequency(
            (4, Gen.Constant("")),
            (3, from length in lengths from text in Json.Object(("last", length.Item1), ("unit", length.Item2)) select text),
            (3, from length in lengths from text in Json.Object(("olderThan", length.Item1), ("unit", length.Item2)) select text),
            (2, from range in ranges from text in Json.Object(("between", range.Item1), ("unit", range.Item2)) select text),
            (1, from day in _landmarks.Days from text in Json.Object(("from", Json.Quote(day))) select text),
            (1, from day in _landmarks.Days from text in Json.Object(("to", Json.Quote(day))) select text),
            (2, from pair in Gen.Two(_landmarks.Days)
                let early = pair.Item1 < pair.Item2 ? pair.Item1 : pair.Item2
                let late = pair.Item1 < pair.Item2 ? pair.Item2 : pair.Item1
                from text in Json.Object(("from", Json.Quote(early)), ("to", Json.Quote(late)))
                select text));
    }

    private static Gen<decimal> Counts(int upTo) => Whole(Gen.Choose(0, upTo));

    private static Gen<decimal> Whole(Gen<int> numbers) => numbers.Select(number => (decimal)number);
}
