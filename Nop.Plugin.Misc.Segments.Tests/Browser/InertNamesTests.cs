using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>Whatever segments, customers, products, discounts, campaigns and templates are called, on our pages it is text.</summary>
[Category("Audiences")]
public class InertNamesTests : JourneyTests
{
    private const string Name = "\"'><img src=x onerror=window.hacked=1><script>window.hacked=1</script>{{hacked}}";

    [Test]
    public async Task A_name_that_looks_like_a_script_is_shown_as_it_is()
    {
        await SignInAsync(Admin);
        var details = await MakeSegmentAsync(Name, exactly: false);
        var segmentId = int.Parse(Regex.Match(details, "[0-9]+$").Value, System.Globalization.CultureInfo.InvariantCulture);
        await RenameEverythingAsync(segmentId);
        var customerId = await ReadAsync("SELECT CustomerId FROM CustomerSegmentMember LIMIT 1");
        var discountId = await ReadAsync("SELECT Id FROM Discount LIMIT 1");

        await VisitAsync("/Admin/Segment/List", shows: true);
        await VisitAsync($"/Admin/Segment/Details/{segmentId}", shows: true);
        await Expect(Admin.Locator("#segment-role-name")).ToHaveTextAsync(Name);
        await Admin.Locator(".why-member").First.ClickAsync();
        await Expect(Admin.Locator("#why-answer")).Not.ToBeEmptyAsync();
        await ExpectInertAsync("why");
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Download members" }).ClickAsync();
        await ExpectInertAsync("download");
        await ImportListAsync(segmentId);
        await VisitAsync("/Admin/SegmentList/Index", shows: true);
        await VisitAsync($"/Admin/SegmentEditor/Edit/{segmentId}", shows: false);
        await VisitAsync("/Admin/SegmentEditor/Create", shows: false);
        await VisitAsync("/Admin/SegmentTemplate/Index", shows: false);
        await VisitAsync($"/Admin/Customer/Edit/{customerId}", shows: true);
        await VisitAsync($"/Admin/Discount/Edit/{discountId}", shows: true);
        await VisitAsync($"/Admin/SegmentRequirement/Configure?discountId={discountId}", shows: false);
        await VisitAsync("/Admin/Campaign/Edit/1", shows: false);
        await VisitAsync("/Admin/SegmentSettings/Configure", shows: false);
        await VisitAsync($"/Admin/SegmentTrigger/Create?segmentId={segmentId}", shows: false);
        await VisitAsync($"/Admin/SegmentTrigger/Edit/{await ReadAsync("SELECT Id FROM CustomerSegmentTrigger")}", shows: true);
    }

    /// <summary>A list of that name, from a file that holds such text too.</summary>
    private async Task ImportListAsync(int segmentId)
    {
        await Admin.GotoAsync($"{Address}/Admin/Segment/Details/{segmentId}");
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Always include …" }).ClickAsync();
        await Admin.SetInputFilesAsync("#list-import-file", new FilePayload
        {
            Name = "<img src=x onerror=window.hacked=1>.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"ann@example.com\n{Name}\n")
        });
        await Admin.GetByText("Show the first of these lines").ClickAsync();
        await Expect(Admin.GetByText("Line 2:")).ToBeVisibleAsync();
        await ExpectInertAsync("check of a list");
        await Admin.FillAsync("#list-import-name", Name);
        await Admin.Locator("#list-import-run").ClickAsync();
        await Expect(Admin.GetByText("now always included")).ToBeVisibleAsync();
        await ExpectInertAsync("imported list");
        await Expect(Admin.Locator("#segment-lists").GetByText("<img src=x onerror").First).ToBeVisibleAsync();
    }

    /// <summary>Names everything so, and lets a discount and a campaign use the segment.</summary>
    private async Task RenameEverythingAsync(int segmentId)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE Customer SET FirstName = $name, LastName = $name WHERE NOT IsSystemAccount AND Email NOT LIKE 'admin@%';
            UPDATE Product SET Name = $name;
            UPDATE Category SET Name = $name;
            UPDATE Discount SET Name = $name;
            UPDATE Campaign SET Name = $name;
            UPDATE MessageTemplate SET Name = 'Segments.' || $name, Subject = $name;
            INSERT INTO CustomerSegmentTrigger (SegmentId, Name, Active, OnLeaving, ActionId, RepeatId, RepeatDays, DelayHours, IncludesFill, SubscribersOnly,
                MessageTemplateId, Points, DiscountId, Amount, ValidDays, CustomerRoleId, Url, CreatedOnUtc, UpdatedOnUtc)
            SELECT $segment, $name, 1, 0, 0, 0, 0, 0, 0, 0, MIN(Id), 0, 0, 0, 0, 0, $name, '2026-01-01 00:00:00', '2026-01-01 00:00:00' FROM MessageTemplate;
            INSERT INTO CustomerSegmentFiring (TriggerId, CustomerId, OccurredOnUtc, DueOnUtc, StateId, Attempts, OutcomeId, Detail, MadeId)
            SELECT MAX(t.Id), MAX(m.CustomerId), '2026-01-01 00:00:00', '2026-01-01 00:00:00', 30, 6, 0, $name, 0
            FROM CustomerSegmentTrigger t JOIN CustomerSegmentMember m ON m.SegmentId = t.SegmentId;
            INSERT INTO CustomerRole (Name, Active, IsSystemRole, FreeShipping, TaxExempt, EnablePasswordLifetime, OverrideTaxDisplayType, DefaultTaxDisplayTypeId, PurchasedWithProductId)
                VALUES ($name, 1, 0, 0, 0, 0, 0, 0, 0);
            INSERT INTO CustomerSegmentRole (CustomerRoleId, SegmentId, Ended) SELECT MAX(Id), $segment, 0 FROM CustomerRole;
            INSERT INTO CustomerSegmentCampaign (CampaignId, SegmentId) SELECT 1, $segment;
            INSERT INTO DiscountRequirement (DiscountId, DiscountRequirementRuleSystemName, IsGroup) SELECT MIN(Id), 'Misc.Segments', 0 FROM Discount;
            INSERT INTO CustomerSegmentRequirement (DiscountRequirementId, SegmentId, Excluded) SELECT MAX(Id), $segment, 0 FROM DiscountRequirement;
            """;
        command.Parameters.AddWithValue("$name", Name);
        command.Parameters.AddWithValue("$segment", segmentId);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> ReadAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task VisitAsync(string page, bool shows)
    {
        await Admin.GotoAsync(Address + page);
        await Admin.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await ExpectInertAsync(page);
        if (shows)
            await Expect(Admin.GetByText("<img src=x onerror").First).ToBeVisibleAsync();
    }

    private async Task ExpectInertAsync(string where)
    {
        Assert.That(await Admin.EvaluateAsync<bool>("() => 'hacked' in window"), Is.False, where);
        Assert.That(await Admin.Locator("img[src=x]").CountAsync(), Is.Zero, where);
    }
}
