using System.Globalization;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>
/// Processes are killed, many shoppers buy at once, and two shops share a database: in the end who is in a segment is who plain C# says. How often and how
/// long is said by SEGMENTS_TEST_KILLS and SEGMENTS_TEST_SECONDS.
/// </summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[NonParallelizable]
public class EnduranceTests(string kind)
{
    private static readonly int Kills = Number("SEGMENTS_TEST_KILLS", 6);
    private static readonly int Seconds = Number("SEGMENTS_TEST_SECONDS", 6);

    private EmptyDatabase _database = null!;
    private EnduranceShop _shop = null!;

    [SetUp]
    public async Task Open()
    {
        _database = EmptyDatabase.Of(kind);
        _shop = await EnduranceShop.OpenAsync(_database.ConnectionString);
        await _shop.FillAsync();
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Test]
    public async Task Whatever_moment_a_process_is_killed_at_members_are_those_of_the_rules()
    {
        var random = new Random(20261125);
        Assert.That(await _shop.FindFaultsAsync(), Is.Empty, "before anything is killed");
        for (var kill = 1; kill <= Kills; kill++)
        {
            using (var process = await TestProcess.StartAsync("keep", _database.ConnectionString, random.Next().ToString(CultureInfo.InvariantCulture)))
            {
                var until = DateTime.UtcNow.AddMilliseconds(random.Next(100, 1_500));
                while (DateTime.UtcNow < until)
                    await _shop.TradeAsync(random);
                await process.KillAsync();
            }

            Assert.That(await _shop.FindFaultsAsync(), Is.Empty, $"after kill {kill}");
        }

        await TestContext.Out.WriteLineAsync($"{Kills} kills on {kind}; {(await _shop.RowsAsync<Nop.Core.Domain.Orders.Order>()).Count} orders, " +
            $"{(await _shop.RowsAsync<Nop.Plugin.Misc.Segments.Domain.SegmentMembershipChange>()).Count} entries and exits.");
    }

    [Test]
    public Task Many_shoppers_at_once_end_where_plain_lists_do() => SellAsync(processes: 1, shoppers: 17);

    [Test]
    public Task Two_shops_on_one_database_end_where_plain_lists_do()
    {
        if (kind == TestDatabase.Sqlite)
            Assert.Ignore("Two shops share a server, not a file.");
        return SellAsync(processes: 2, shoppers: 9);
    }

    private async Task SellAsync(int processes, int shoppers)
    {
        var shops = new List<TestProcess>();
        try
        {
            for (var i = 0; i < processes; i++)
                shops.Add(await TestProcess.StartAsync(
                    "sell", _database.ConnectionString, $"{1_000 * (i + 1)}", $"{shoppers}", Seconds.ToString(CultureInfo.InvariantCulture)));
            foreach (var shop in shops)
                Assert.That(await shop.WaitAsync(), Is.Zero, () => shop.Output);

            Assert.That(await _shop.FindFaultsAsync(), Is.Empty);
            foreach (var shop in shops)
                await TestContext.Out.WriteLineAsync($"{kind}: {shop.Output}");
        }
        finally
        {
            shops.ForEach(shop => shop.Dispose());
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
