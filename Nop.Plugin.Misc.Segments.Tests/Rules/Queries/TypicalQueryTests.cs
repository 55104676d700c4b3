using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>What databases do for segments as merchants make them: for one customer, no table that grows with the shop is read as a whole.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class TypicalQueryTests(string kind)
{
    /// <summary>The tables that grow with customers and what they do.</summary>
    private static readonly string[] GrowingTables =
    [
        nameof(Customer), "Customer_CustomerRole_Mapping", nameof(Order), nameof(OrderItem), nameof(DiscountUsageHistory), nameof(ProductReview),
        nameof(ShoppingCartItem), nameof(NewsLetterSubscription), "CustomerSegmentMember"
    ];

    private QueryShop _shop = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _shop = await QueryShop.CreateAsync(kind, new DemoOptions(3_000, 12_000, 490));

    [OneTimeTearDown]
    public async Task OneTimeTearDown()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TestCaseSource(typeof(TypicalSegment), nameof(TypicalSegment.All))]
    public async Task One_customer_is_found_without_reading_a_whole_table(TypicalSegment segment)
    {
        var members = await _shop.FindAsync(segment);
        Assert.That(members, Is.Not.Empty, "A segment without members says nothing.");
        var one = CustomerScope.Of([members[0]]);
        Assert.That(await _shop.FindAsync(segment, one), Is.EqualTo(new[] { members[0] }));

        var commands = await _shop.RecordAsync(() => _shop.FindAsync(segment, one));
        Assert.That(commands, Is.Not.Empty);
        foreach (var command in commands)
        {
            var plan = await _shop.ExplainAsync(command);
            Assert.That(plan.Text, Is.Not.Empty);
            Assert.That(plan.ScannedTables.Intersect(GrowingTables), Is.Empty, $"{command.Sql}\n\n{plan.Text}");
        }
    }

    [Test]
    public async Task A_table_that_is_read_as_a_whole_is_noticed()
    {
        // Without an index on it, the only way.
        var commands = await _shop.RecordAsync(() => _shop.AskAsync<IRepository<Order>, int>(orders => orders.Table.CountAsync(order => order.OrderTotal > 500)));
        var grouped = await _shop.RecordAsync(() => _shop.AskAsync<IRepository<Order>, List<int>>(orders =>
            orders.Table.GroupBy(order => order.CustomerId).Where(g => g.Count() > 10).Select(g => g.Key).ToListAsync()));
        foreach (var command in commands.Concat(grouped))
            Assert.That((await _shop.ExplainAsync(command)).ScannedTables, Does.Contain(nameof(Order)), command.Sql);
    }
}
