using Segments.Benchmarks.Scale.Data;

namespace Segments.Benchmarks.Scale.Segments;

/// <summary>Ten of them, over what a scale run's shop sells and to whom.</summary>
internal sealed class TypicalSegments(SqlDialect sql, int registeredRole, int firstCountry, int secondCountry)
{
    private const int Brand = 3;
    private const int Category = 4;

    private const string Counting =
        """NOT o."Deleted" AND o."OrderStatusId" IN (10, 20, 30) AND o."PaymentStatusId" IN (30, 35)""";

    private static readonly string Categories = string.Join(
        ", ", Enumerable.Range(1, ScaleShop.Categories).Where(id => id == Category || (id > ScaleShop.ParentCategories && (id - 1) % ScaleShop.ParentCategories == Category - 1)));

    private string Eligible =>
        $"""NOT c."Deleted" AND c."Active" AND NOT c."IsSystemAccount" AND EXISTS (SELECT 1 FROM "Customer_CustomerRole_Mapping" r WHERE r."Customer_Id" = c."Id" AND r."CustomerRole_Id" = {registeredRole})""";

    /// <summary>All ten.</summary>
    public IReadOnlyList<TypicalSegment> All =>
    [
        BigSpenders(), WonBack(), OneBrandOnly(), BoughtCategory(), Newcomers(), NeverBought(), LargeOrdersAbroad(), ForgottenCarts(), TopTenth(), DiscountHunters()
    ];

    private TypicalSegment BigSpenders() => new(
        "More than 10 orders, at least 1,000 spent",
        """
        { "match": "all", "rules": [
          { "activity": "orders", "measure": "count", "operator": "greaterThan", "value": 10 },
          { "activity": "orders", "measure": "total", "operator": "atLeast", "value": 1000 } ] }
        """,
        OfGroups($"""SELECT o."CustomerId" FROM "Order" o WHERE {Counting} GROUP BY o."CustomerId" HAVING count(*) > 10 AND sum({sql.OrderMoney}) >= {1000 * sql.Unit}"""));

    private TypicalSegment WonBack() => new(
        "3 orders or more, none for 90 days",
        """
        { "match": "all", "rules": [
          { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 3 },
          { "activity": "orders", "measure": "daysSinceLast", "operator": "greaterThan", "value": 90 } ] }
        """,
        OfGroups($"""SELECT o."CustomerId" FROM "Order" o WHERE {Counting} GROUP BY o."CustomerId" HAVING count(*) >= 3 AND max(o."CreatedOnUtc") < @days90"""));

    private TypicalSegment OneBrandOnly()
    {
        var ofBrand = $"""SELECT i."OrderId" FROM "OrderItem" i WHERE i."ProductId" IN (SELECT "ProductId" FROM "Product_Manufacturer_Mapping" WHERE "ManufacturerId" = {Brand})""";
        return new(
            "Every order contained one brand",
            $$"""{ "match": "all", "rules": [ { "every": "order", "where": [ { "field": "item.manufacturer", "operator": "isAnyOf", "value": [{{Brand}}] } ] } ] }""",
            [
                .. OfGroups($"""SELECT o."CustomerId" FROM "Order" o LEFT JOIN (SELECT DISTINCT b."OrderId" FROM ({ofBrand}) b) b ON b."OrderId" = o."Id" WHERE {Counting} GROUP BY o."CustomerId" HAVING count(*) = count(b."OrderId")"""),
                $"""
                 SELECT c."Id" FROM "Customer" c WHERE {Eligible}
                 AND EXISTS (SELECT 1 FROM "Order" o WHERE o."CustomerId" = c."Id" AND {Counting})
                 AND NOT EXISTS (SELECT 1 FROM "Order" o WHERE o."CustomerId" = c."Id" AND {Counting} AND NOT EXISTS (
                   SELECT 1 FROM "OrderItem" i JOIN "Product_Manufacturer_Mapping" m ON m."ProductId" = i."ProductId" WHERE i."OrderId" = o."Id" AND m."ManufacturerId" = {Brand}))
                 """
            ]);
    }

    private TypicalSegment BoughtCategory()
    {
        var products = $"""SELECT p."ProductId" FROM "Product_Category_Mapping" p WHERE p."CategoryId" IN ({Categories})""";
        return new(
            "Bought of a category in the last 365 days",
            $$"""
              { "match": "all", "rules": [ { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 1,
                "within": { "last": 365, "unit": "day" },
                "where": [ { "field": "item.category", "operator": "isAnyOf", "value": [{{Category}}], "includeSubcategories": true } ] } ] }
              """,
            OfGroups(
                $"""SELECT o."CustomerId" FROM "Order" o WHERE {Counting} AND o."CreatedOnUtc" >= @days365 AND EXISTS (SELECT 1 FROM "OrderItem" i WHERE i."OrderId" = o."Id" AND i."ProductId" IN ({products}))""",
                $"""SELECT o."CustomerId" FROM "Order" o JOIN "OrderItem" i ON i."OrderId" = o."Id" WHERE {Counting} AND o."CreatedOnUtc" >= @days365 AND i."ProductId" IN ({products})"""));
    }

    private TypicalSegment Newcomers() => new(
        "Registered in the last 30 days",
        """{ "match": "all", "rules": [ { "field": "customer.registeredOn", "operator": "inLast", "value": 30 } ] }""",
        [$"""SELECT c."Id" FROM "Customer" c WHERE {Eligible} AND c."CreatedOnUtc" >= @days30 AND c."CreatedOnUtc" <= @now"""]);

    private TypicalSegment NeverBought() => new(
        "Subscribed, never bought",
        """
        { "match": "all", "rules": [
          { "field": "customer.newsletter", "operator": "is", "value": true },
          { "activity": "orders", "measure": "count", "operator": "equals", "value": 0 } ] }
        """,
        [
            $"""
             SELECT c."Id" FROM "Customer" c WHERE {Eligible}
             AND EXISTS (SELECT 1 FROM "NewsLetterSubscription" n WHERE n."Email" = c."Email" AND n."Active")
             AND NOT EXISTS (SELECT 1 FROM "Order" o WHERE o."CustomerId" = c."Id" AND {Counting})
             """,
            $"""
             SELECT c."Id" FROM "Customer" c WHERE {Eligible}
             AND c."Email" IN (SELECT n."Email" FROM "NewsLetterSubscription" n WHERE n."Active")
             AND NOT EXISTS (SELECT 1 FROM "Order" o WHERE o."CustomerId" = c."Id" AND {Counting})
             """
        ]);

    private TypicalSegment LargeOrdersAbroad()
    {
        string Having(string from) => $"""SELECT o."CustomerId" FROM "Order" o {from} GROUP BY o."CustomerId" HAVING sum({sql.OrderMoney}) >= {100 * sql.Unit} * count(*)""";
        return new(
            "Orders from two countries of 100 on average",
            $$"""
              { "match": "all", "rules": [ { "activity": "orders", "measure": "average", "operator": "atLeast", "value": 100,
                "where": [ { "field": "order.country", "operator": "isAnyOf", "value": [{{firstCountry}}, {{secondCountry}}] } ] } ] }
              """,
            OfGroups(
                Having($"""JOIN "Address" a ON a."Id" = o."BillingAddressId" WHERE {Counting} AND a."CountryId" IN ({firstCountry}, {secondCountry})"""),
                Having($"""WHERE {Counting} AND EXISTS (SELECT 1 FROM "Address" a WHERE a."Id" = o."BillingAddressId" AND a."CountryId" IN ({firstCountry}, {secondCountry}))""")));
    }

    private TypicalSegment ForgottenCarts() => new(
        "Cart older than 24 hours",
        """{ "match": "all", "rules": [ { "activity": "cart", "measure": "hoursSinceChange", "operator": "greaterThan", "value": 24 } ] }""",
        OfGroups("""
                 SELECT s."CustomerId" FROM "ShoppingCartItem" s WHERE s."ShoppingCartTypeId" = 1 AND s."UpdatedOnUtc" <= @now
                 GROUP BY s."CustomerId" HAVING max(s."UpdatedOnUtc") < @hours24
                 """));

    private TypicalSegment TopTenth()
    {
        var totals = $"""SELECT o."CustomerId", sum({sql.OrderMoney}) AS total FROM "Order" o WHERE {Counting} GROUP BY o."CustomerId" """;
        return new(
            "The top 10 % by total",
            """{ "match": "all", "rules": [ { "activity": "orders", "measure": "total", "operator": "inTop", "value": 10 } ] }""",
            [
                $"""
                 SELECT t."Id" FROM (
                   SELECT c."Id", rank() OVER (ORDER BY t.total DESC) AS place, count(*) OVER () AS everybody
                   FROM "Customer" c JOIN ({totals}) t ON t."CustomerId" = c."Id" WHERE {Eligible}) t
                 WHERE t.place <= (CASE WHEN t.everybody < 10 THEN 1 ELSE (t.everybody + 9) / 10 END)
                 """,
                $"""
                 WITH totals AS MATERIALIZED (SELECT c."Id", t.total FROM "Customer" c JOIN ({totals}) t ON t."CustomerId" = c."Id" WHERE {Eligible})
                 SELECT t."Id" FROM totals t WHERE t.total >= (
                   SELECT u.total FROM totals u ORDER BY u.total DESC LIMIT 1 OFFSET (SELECT CASE WHEN count(*) < 10 THEN 0 ELSE (count(*) + 9) / 10 - 1 END FROM totals))
                 """
            ]);
    }

    private TypicalSegment DiscountHunters()
    {
        var uses = $"""SELECT o."CustomerId" FROM "Order" o JOIN "DiscountUsageHistory" u ON u."OrderId" = o."Id" WHERE {Counting} GROUP BY o."CustomerId" HAVING count(*) >= 3""";
        string Share(string join, string onLine) =>
            $"""SELECT o."CustomerId" FROM "Order" o {join} WHERE {Counting} GROUP BY o."CustomerId" HAVING count(*) >= 2 AND sum(CASE WHEN {sql.IsPositive("""o."OrderDiscount" """)} OR {sql.IsPositive("""o."OrderSubTotalDiscountInclTax" """)} OR {onLine} THEN 1 ELSE 0 END) * 100 >= 50 * count(*)""";
        var positive = sql.IsPositive("""i."DiscountAmountInclTax" """);
        var joined = Share($"""LEFT JOIN (SELECT DISTINCT i."OrderId" FROM "OrderItem" i WHERE {positive}) d ON d."OrderId" = o."Id" """, """d."OrderId" IS NOT NULL""");
        var asked = Share(string.Empty, $"""EXISTS (SELECT 1 FROM "OrderItem" i WHERE i."OrderId" = o."Id" AND {positive})""");
        return new(
            "Discount hunters, by share or by uses",
            """
            { "match": "any", "rules": [
              { "match": "all", "rules": [
                { "activity": "orders", "measure": "discountedShare", "operator": "atLeast", "value": 50 },
                { "activity": "orders", "measure": "count", "operator": "atLeast", "value": 2 } ] },
              { "activity": "discounts", "measure": "timesUsed", "operator": "atLeast", "value": 3 } ] }
            """,
            OfGroups($"SELECT * FROM ({joined}) x UNION ALL SELECT * FROM ({uses}) y", $"SELECT * FROM ({asked}) x UNION ALL SELECT * FROM ({uses}) y"));
    }

    /// <summary>Those of the customers whose ids these queries give.</summary>
    private string[] OfGroups(params string[] customerIds) =>
        [.. customerIds.Select(ids => $"""SELECT c."Id" FROM "Customer" c WHERE {Eligible} AND c."Id" IN ({ids})""")];
}
