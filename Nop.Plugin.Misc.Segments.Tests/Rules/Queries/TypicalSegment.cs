namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>A segment as merchants make them.</summary>
/// <param name="Name">What a merchant would call it.</param>
/// <param name="Rules">The JSON of its outermost rules, all of which have to hold; each on a line.</param>
internal sealed record TypicalSegment(string Name, params string[] Rules)
{
    /// <summary>Ten, of which no two make a query of the same shape.</summary>
    public static IReadOnlyList<TypicalSegment> All { get; } =
    [
        new("VIP",
            """{ "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 }""",
            """{ "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1000 }"""),
        new("Bought once",
            """{ "activity": "orders", "measure": "count", "operator": "equals", "value": 1 }"""),
        new("Big spender who has not bought for 90 days",
            """{ "activity": "orders", "measure": "total", "operator": "atLeast", "value": 500 }""",
            """{ "activity": "orders", "measure": "daysSinceLast", "operator": "greaterThan", "value": 90 }"""),
        new("Every order contained something for bikes",
            """{ "every": "order", "where": [{ "field": "item.category", "operator": "isAnyOf", "value": ["Bikes"], "includeSubcategories": true }] }"""),
        new("Came for camping",
            """{ "first": "order", "where": [{ "field": "item.category", "operator": "isAnyOf", "value": ["Camping"], "includeSubcategories": true }] }"""),
        new("Latest order with a coupon",
            """{ "latest": "order", "where": [{ "field": "order.usedCoupon", "operator": "is", "value": true }] }"""),
        new("Unhappy reviewers",
            """{ "activity": "reviews", "measure": "averageRating", "operator": "atMost", "value": 2 }"""),
        new("Cart left behind for a day",
            """{ "activity": "cart", "measure": "hoursSinceChange", "operator": "atLeast", "value": 24 }"""),
        new("Top 10 % by what they spent",
            """{ "activity": "orders", "measure": "total", "operator": "inTop", "value": 10 }"""),
        new("Newsletter, but never bought",
            """{ "field": "customer.newsletter", "operator": "is", "value": true }""",
            """{ "activity": "orders", "measure": "count", "operator": "equals", "value": 0 }""")
    ];

    /// <summary>The whole definition.</summary>
    public string Json => $$"""
        { "version": 1, "rules": { "match": "all", "rules": [
          {{string.Join(",\n  ", Rules)}}
        ] } }
        """;

    public override string ToString() => Name;
}
