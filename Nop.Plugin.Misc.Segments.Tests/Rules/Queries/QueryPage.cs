using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>Makes the page that shows the queries of typical segments and what databases do for them.</summary>
internal static class QueryPage
{
    /// <summary>The whole page; fills a shop in each kind of database.</summary>
    public static async Task<string> MakeAsync(DemoOptions size)
    {
        var parts = TypicalSegment.All.ToDictionary(segment => segment, _ => new StringBuilder());
        foreach (var kind in TestDatabase.Kinds)
        {
            await using var shop = await QueryShop.CreateAsync(kind, size);
            foreach (var (segment, part) in parts)
            {
                if (part.Length == 0)
                    part.Append(Introduction(segment, await DescribeAsync(shop, segment)));
                part.Append(await QueryAsync(shop, kind, segment));
            }
        }

        var page = new StringBuilder(Top(size));
        foreach (var part in parts.Values)
            page.Append(part);
        return page.ToString().TrimEnd() + "\n";
    }

    /// <summary>How a segment stands on the page, whatever the database.</summary>
    public static string JsonBlock(TypicalSegment segment) => $"```json\n{segment.Json}\n```\n";

    private static string Top(DemoOptions size) => string.Create(CultureInfo.InvariantCulture, $"""
        # Queries

        What ten typical segments become in SQL, and what SQLite and PostgreSQL do with it. This page is made by a test that runs the segments over a shop of
        {size.Customers:N0} customers and {size.Orders:N0} orders, with PostgreSQL after ANALYZE:

            SEGMENTS_WRITE_QUERIES=$PWD/docs/developers/queries.md SEGMENTS_TEST_POSTGRES=... dotnet test --filter QueryPageTests

        Each query is that of a full refresh: a range of customers, here all there are. For a list of customers, as after an order, the range's two comparisons
        become one with the list of ids, inside and out; `TypicalQueryTests` sees to it that for one customer no plan of the ten reads orders, their lines, reviews,
        carts, uses of discounts, subscriptions, roles of customers, members or customers from one end to the other. Where a plan says SCAN or Seq Scan below, it
        does so because most of the rows are asked for.

        Besides the query a segment asks for the ids of the role of registered customers, for the tree of categories where subcategories are meant, and for the
        stored threshold where it ranks.


        """);

    private static string Introduction(TypicalSegment segment, string words) => $"## {segment.Name}\n\n{words}\n\n{JsonBlock(segment)}\n";

    private static Task<string> DescribeAsync(QueryShop shop, TypicalSegment segment) => shop.AskAsync<ISegmentEvaluator, string>(async evaluator =>
    {
        var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(segment.Json));
        return await shop.AskAsync<IDefinitionDescriber, string>(describer => describer.DescribeAsync(definition, shop.EnglishId));
    });

    private static async Task<string> QueryAsync(QueryShop shop, string kind, TypicalSegment segment)
    {
        var commands = await shop.RecordAsync(() => shop.FindAsync(segment));
        var query = commands[^1];
        var plan = await shop.ExplainAsync(query);
        var parameters = string.Concat(query.Parameters.Select(parameter => $"-- {parameter.ParameterName.TrimStart('@').Insert(0, "@")} = {Show(parameter)}\n"));
        return $"{kind}:\n\n```sql\n{parameters}{query.Sql.ReplaceLineEndings("\n")}\n```\n\n```text\n{plan.Text}\n```\n\n";
    }

    private static string Show(DbParameter parameter) => parameter.Value switch
    {
        string text => $"'{text}'",
        DateTime time => $"'{time:yyyy-MM-dd HH:mm:ss}'",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))}]",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!
    };
}
