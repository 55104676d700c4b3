using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>By clicking: files of addresses take customers into a segment and leave others out of it, and are taken off again.</summary>
[Category("Audiences")]
public class ListJourneyTests : JourneyTests
{
    private const string Outsiders =
        """
        SELECT Email FROM Customer c WHERE Active AND NOT Deleted AND NOT IsSystemAccount AND Email IS NOT NULL
        AND EXISTS (SELECT 1 FROM Customer_CustomerRole_Mapping m JOIN CustomerRole r ON r.Id = m.CustomerRole_Id WHERE m.Customer_Id = c.Id AND r.SystemName = 'Registered')
        AND NOT EXISTS (SELECT 1 FROM CustomerSegmentMember m WHERE m.CustomerId = c.Id) ORDER BY Id LIMIT 3
        """;

    [Test]
    public async Task Files_of_addresses_take_in_and_leave_out()
    {
        await SignInAsync(Admin);
        var details = await MakeSegmentAsync("Guests of honour", exactly: false);
        var members = Number(await FigureAsync());
        var member = await FirstMemberAsync(details);
        var outsiders = await QueryAsync(Outsiders);

        await Admin.GetByRole(AriaRole.Button, new() { Name = "Always include …" }).ClickAsync();
        await Admin.SetInputFilesAsync("#list-import-file", FileOf("Trade fair.csv",
            $"Name;Mail\nA;{outsiders[0].ToUpperInvariant()}\nB;{outsiders[1]}\nC;{outsiders[2]}\nNobody;nobody@nowhere.example\nBroken;no address\n"));
        await Expect(Admin.Locator("#list-import-check")).ToContainTextAsync("E-mail addresses: 4");
        await Expect(Admin.Locator("#list-import-check")).ToContainTextAsync("Customers of your shop among them: 3");
        await Admin.GetByText("Show the first of these lines").ClickAsync();
        await Expect(Admin.GetByText("Line 6: Broken no address")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#list-import-name")).ToHaveValueAsync("Trade fair");
        await CheckAsync("#list-import");
        await RunAsync("always included");
        await Expect(Admin.Locator(".segment-head-rules")).ToContainTextAsync("are on the e-mail list Trade fair");
        await ExpectMembersAsync(details, members + 3);

        await Admin.GetByRole(AriaRole.Button, new() { Name = "Never include …" }).ClickAsync();
        await Admin.FillAsync("#list-import-pasted", $"{outsiders[0]}, {member}");
        await Expect(Admin.Locator("#list-import-check")).ToContainTextAsync("E-mail addresses: 2");
        await Admin.Locator("#list-import-run").ClickAsync();
        await Expect(Admin.Locator("#list-import-problem")).ToHaveTextAsync("Give the list a name.");
        await Admin.FillAsync("#list-import-name", "Trade fair");
        await Admin.Locator("#list-import-run").ClickAsync();
        await Expect(Admin.Locator("#list-import-problem")).ToContainTextAsync("There is a list “Trade fair” already.");
        await Admin.FillAsync("#list-import-name", "Complaints");
        await RunAsync("never included");
        await ExpectMembersAsync(details, members + 1);
        await CheckAsync("#segment-lists");

        await Admin.Locator("#segment-lists li", new() { HasText = "Complaints" }).GetByRole(AriaRole.Button, new() { Name = "Replace addresses" }).ClickAsync();
        await Admin.SetInputFilesAsync("#list-import-file", FileOf("new.txt", member));
        await RunAsync("have been replaced");
        await ExpectMembersAsync(details, members + 2);

        await DeleteRefusedAsync(details);
        await Admin.Locator("#segment-lists li", new() { HasText = "Complaints" }).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Admin.Locator(".modal.show .modal-footer .btn-primary").ClickAsync();
        await Expect(Admin.GetByText("it has been deleted")).ToBeVisibleAsync();
        await ExpectMembersAsync(details, members + 3);
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    /// <summary>A list that a segment uses stays; it can have another name.</summary>
    private async Task DeleteRefusedAsync(string details)
    {
        await Admin.GotoAsync($"{Address}/Admin/SegmentList/Index");
        await CheckAsync(".content");
        var list = Admin.Locator(".email-lists > li", new() { HasText = "Trade fair" });
        await list.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Admin.Locator(".modal.show .modal-footer .btn-primary").ClickAsync();
        await Expect(Admin.GetByText("cannot be deleted, because segments use it: Guests of honour")).ToBeVisibleAsync();
        await list.Locator("summary").ClickAsync();
        await list.GetByLabel("Name of the list").FillAsync("Fair 2026");
        await list.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Admin.Locator(".email-lists")).ToContainTextAsync("Fair 2026");
        await Admin.GotoAsync(details);
        await Expect(Admin.Locator(".segment-head-rules")).ToContainTextAsync("are on the e-mail list Fair 2026");
    }

    private async Task RunAsync(string said)
    {
        await Admin.Locator("#list-import-run:enabled").ClickAsync();
        await Expect(Admin.GetByText(new Regex(said)).First).ToBeVisibleAsync();
    }

    /// <summary>The members follow in the background.</summary>
    private async Task ExpectMembersAsync(string details, int count)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            await Admin.GotoAsync(details);
            if (int.TryParse(await FigureAsync(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture, out var now) && now == count)
                return;
            await Task.Delay(1_000);
        }

        Assert.That(await FigureAsync(), Is.EqualTo(count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task<string> FigureAsync()
    {
        await Expect(Admin.Locator("#segment-tiles")).ToHaveAttributeAsync("aria-busy", "false");
        return (await Admin.Locator("[data-figure=members] [data-value]").InnerTextAsync()).Trim();
    }

    private async Task CheckAsync(string part)
    {
        await Admin.WaitForFunctionAsync("() => !document.querySelector('.modal.fade:not(.show)[style*=block]')");
        await AssertAccessibleAsync(Admin, part);
    }

    private static FilePayload FileOf(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
