using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>What is longest in German still fits the smallest screen: the cards of campaigns, uses, roles, lists and history.</summary>
[Category("Audiences")]
public class SmallScreenTests : JourneyTests
{
    private const string Long = "Stammkundinnen und Stammkunden mit ungewöhnlich vielen Fahrradzubehörbestellungen";

    [Test]
    public async Task Cards_in_German_fit_and_axe_finds_nothing()
    {
        await SignInAsync(Admin);
        var details = await MakeSegmentAsync(Long, exactly: false);
        await UseAsync(details);
        await SpeakAsync("DE");
        foreach (var width in new[] { 1400, 390 })
        {
            await Admin.SetViewportSizeAsync(width, 1000);
            await Admin.GotoAsync(details);
            await Expect(Admin.Locator("#segment-tiles")).ToHaveAttributeAsync("aria-busy", "false");
            await Expect(Admin.Locator("#history-grid tbody tr").First).ToContainTextAsync("@");
            await CheckAsync(width, "#segment-uses", "#segment-role", "#segment-lists", "#history-grid");
            await ShootAsync(Admin, $"history-card-{width}", "#history-card");

            await Admin.GotoAsync($"{Address}/Admin/SegmentList/Index");
            await Admin.Locator(".email-list-rename summary").ClickAsync();
            await CheckAsync(width, ".content");

            await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
            await Expect(Admin.Locator("#segment-recipients")).ToContainTextAsync("Abonnenten");
            await Admin.GetByRole(AriaRole.Button, new() { Name = "An Segmente senden" }).ClickAsync();
            await CheckAsync(width, "#segment-campaign");
        }

        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    /// <summary>Has a discount, a campaign and a role follow the segment, and a list change it.</summary>
    private async Task UseAsync(string details)
    {
        await ExecuteAsync(
            """
            UPDATE Discount SET Name = $name WHERE Id = (SELECT MIN(Id) FROM Discount);
            INSERT INTO DiscountRequirement (DiscountId, DiscountRequirementRuleSystemName, IsGroup) SELECT MIN(Id), 'Misc.Segments', 0 FROM Discount;
            INSERT INTO CustomerSegmentRequirement (DiscountRequirementId, SegmentId, Excluded) SELECT MAX(r.Id), MAX(s.Id), 0 FROM DiscountRequirement r, CustomerSegment s
            """, ("$name", Long));
        await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        await Admin.Locator("#SegmentIds").SelectOptionAsync(new SelectOptionValue { Label = Long }, new() { Force = true });
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Expect(Admin.GetByText("The campaign has been updated.")).ToBeVisibleAsync();

        await Admin.GotoAsync(details);
        await Admin.Locator("#segment-role").GetByRole(AriaRole.Button, new() { Name = "Give it to the members" }).ClickAsync();
        await Expect(Admin.Locator("#segment-role-name")).ToHaveTextAsync(Long);
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Always include …" }).ClickAsync();
        await Admin.FillAsync("#list-import-pasted", "nobody@nowhere.example");
        await Admin.FillAsync("#list-import-name", Long);
        await Admin.Locator("#list-import-run:enabled").ClickAsync();
        await Expect(Admin.GetByText("now always included")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#segment-state")).ToHaveTextAsync("Up to date", new() { Timeout = 60_000 });
        await Expect(Admin.Locator("#segment-role-progress")).ToHaveTextAsync(new Regex("have it[.]$"), new() { Timeout = 60_000 });
    }

    private async Task CheckAsync(int width, params string[] parts)
    {
        foreach (var part in parts)
        {
            await ShootAsync(Admin, $"{part[1..]}-{width}", part);
            await AssertFitsAsync(Admin, part);
        }
    }
}
