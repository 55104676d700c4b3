using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// A refresh that goes on is followed and stopped on the segment's page, and the health page says what is to be done. The refresh is one of another
/// node: its row is written into the database, and moved on there.
/// </summary>
public class HealthJourneyTests : JourneyTests
{
    private const int Waiting = 0;
    private const int Running = 10;

    [Test]
    public async Task A_merchant_follows_a_refresh_stops_it_and_makes_all_well_again()
    {
        await SignInAsync(Admin);
        await Admin.GotoAsync($"{Address}/Admin/SegmentHealth/Index");
        await Expect(Admin.GetByRole(AriaRole.Heading, new() { Name = "Everything is fine" })).ToBeVisibleAsync();
        await Expect(Admin.GetByText("No refresh yet")).ToBeVisibleAsync();

        var details = await MakeSegmentAsync("VIP customers", exactly: false);
        await Expect(Admin.Locator("#segment-progress")).ToBeHiddenAsync();
        await Expect(Admin.Locator("#history-grid tbody tr").First).ToContainTextAsync("The segment was changed or refreshed");
        await AssertAccessibleAsync(Admin, "#segment-trend");

        await SettleAsync();
        await ExecuteAsync(
            """
            INSERT INTO CustomerSegmentRefresh (SegmentId, RulesKey, StateId, ReasonId, RequestedByCustomerId, RequestedOnUtc, StartedOnUtc, SeenOnUtc,
              FirstCustomerId, LastCustomerId, NextCustomerId, CustomerCount, Entered, Left, WorkMilliseconds)
            VALUES ($segment, 'another node', $state, 10, 0, $now, $now, $now, 1, 100, 26, 2000, 3, 4, 5000)
            """, details, Running);
        await Admin.GotoAsync(details);
        await Expect(Admin.Locator("#segment-progress-text")).ToHaveTextAsync("About 500 of 2,000 customers looked at");
        await Expect(Admin.Locator("#segment-progress-bar")).ToHaveAttributeAsync("aria-valuenow", "25");
        await Expect(Admin.Locator("#segment-progress-by")).ToHaveTextAsync("Started by: the shop by itself, because time went by");
        await Expect(Admin.GetByRole(AriaRole.Button, new() { Name = "Refresh now" })).ToBeDisabledAsync();
        await AssertAccessibleAsync(Admin, "#segment-progress .progress");

        await ExecuteAsync("UPDATE CustomerSegmentRefresh SET NextCustomerId = 76, SeenOnUtc = $now WHERE SegmentId = $segment AND StateId = $state", details, Running);
        await Expect(Admin.Locator("#segment-progress-percent")).ToHaveTextAsync("75%");
        await Expect(Admin.Locator("#segment-progress-live")).ToHaveTextAsync("75% About 1,500 of 2,000 customers looked at");
        await Expect(Admin.Locator("#segment-progress-live")).ToHaveAttributeAsync("aria-live", "polite");

        await Admin.GotoAsync($"{Address}/Admin/SegmentHealth/Index");
        await Expect(Admin.Locator("#refreshes-grid tbody tr").First).ToContainTextAsync(new Regex("VIP customers\\s*Going on\\s*75%"));

        await Admin.GotoAsync(details);
        await Admin.ClickAsync("#segment-stop");
        await Admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Expect(Admin.GetByText("The refresh has been stopped.")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#segment-state")).ToHaveTextAsync("Stopped");
        await Expect(Admin.Locator("#segment-progress")).ToBeHiddenAsync();

        await SetAsideAsync(details);
        await Admin.GotoAsync($"{Address}/Admin/Segment/List");
        await Admin.GetByRole(AriaRole.Link, new() { Name = "Health" }).ClickAsync();
        await Expect(Admin.GetByRole(AriaRole.Heading, new() { Name = "Something needs a look" })).ToBeVisibleAsync();
        await Expect(Admin.Locator(".health-finding")).ToHaveCountAsync(2);
        await AssertAccessibleAsync(Admin, ".health-summary");
        await AssertAccessibleAsync(Admin, ".health-findings");
        await AssertAccessibleAsync(Admin, ".health-facts");

        await Expect(Admin.Locator("#set-aside-grid tbody tr")).ToContainTextAsync("Overflow <b>of</b> money");
        await Admin.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Try again now") }).ClickAsync();
        await Expect(Admin.GetByText("The customer could be looked at now and is up to date.")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#set-aside-grid")).ToHaveCountAsync(0);

        await Admin.Locator(".health-finding").GetByRole(AriaRole.Link, new() { Name = "VIP customers" }).ClickAsync();
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Refresh now" }).ClickAsync();
        await Expect(Admin.Locator("#segment-state")).ToHaveTextAsync("Up to date", new() { Timeout = 60_000 });
        await Expect(Admin.Locator("#segment-progress")).ToBeHiddenAsync();
        await Admin.GotoAsync($"{Address}/Admin/SegmentHealth/Index");
        await Expect(Admin.GetByRole(AriaRole.Heading, new() { Name = "Everything is fine" })).ToBeVisibleAsync();

        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private Task SetAsideAsync(string details) => ExecuteAsync(
        """
        INSERT INTO CustomerSegmentSetAside (SegmentId, CustomerId, Error, Attempts, FailedOnUtc)
        SELECT $segment, MAX(CustomerId), 'Overflow <b>of</b> money', 1, $now FROM CustomerSegmentMember WHERE SegmentId = $segment AND $state = 0
        """, details, Waiting);

    /// <summary>Waits for the second refresh, which the shop makes some seconds after a segment was saved: it would take up whatever is open.</summary>
    private async Task SettleAsync()
    {
        await Admin.GotoAsync($"{Address}/Admin/SegmentHealth/Index");
        var rows = Admin.Locator("#refreshes-grid tbody tr", new() { HasText = "Done" });
        for (var attempt = 0; attempt < 60 && await rows.CountAsync() < 2; attempt++)
        {
            await Admin.WaitForTimeoutAsync(500);
            await Admin.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
        }

        await Expect(rows).ToHaveCountAsync(2);
    }

    /// <summary>Writes to the shop's database, as another node would.</summary>
    private async Task ExecuteAsync(string sql, string details, int state)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$segment", int.Parse(details.Split('/')[^1], CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$state", state);
        command.Parameters.AddWithValue("$now", DateTime.UtcNow);
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
    }
}
