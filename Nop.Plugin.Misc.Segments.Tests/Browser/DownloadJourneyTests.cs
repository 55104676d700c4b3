using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>The members of a segment, downloaded by clicking: as text with chosen columns, as a workbook, as an audience.</summary>
[Category("Audiences")]
public class DownloadJourneyTests : JourneyTests
{
    [Test]
    public async Task Members_are_downloaded_in_the_form_that_was_chosen()
    {
        await SignInAsync(Admin);
        var details = await MakeSegmentAsync("VIP customers", exactly: false);
        var email = await FirstMemberAsync(details);
        var members = await MembersAsync();

        await OpenWindowAsync();
        foreach (var box in await Columns().AllAsync())
            await box.UncheckAsync(new() { Force = true });
        await Expect(Admin.GetByText("Choose at least one column.")).ToBeVisibleAsync();
        await Expect(Submit()).ToBeDisabledAsync();
        foreach (var column in new[] { "E-mail", "Last name", "Total spent" })
            await Admin.GetByLabel(column, new() { Exact = true }).CheckAsync(new() { Force = true });
        var lines = await File.ReadAllLinesAsync(await DownloadAsync("members-vip-customers-", ".csv"));
        Assert.That(lines[0], Is.EqualTo("E-mail,Last name,Total spent"));
        Assert.That(lines, Has.Length.EqualTo(members + 1));
        Assert.That(lines.Count(line => line.StartsWith(email + ",", StringComparison.Ordinal)), Is.EqualTo(1));

        await OpenWindowAsync();
        await ChooseAsync("Excel");
        using (var workbook = ZipFile.OpenRead(await DownloadAsync("members-vip-customers-", ".xlsx")))
            Assert.That(workbook.GetEntry("xl/worksheets/sheet1.xml"), Is.Not.Null);

        await OpenWindowAsync();
        await ChooseAsync("Google Ads audience");
        await Expect(Admin.GetByText("only if they have agreed to it")).ToBeVisibleAsync();
        await Expect(Columns().First).ToBeHiddenAsync();
        lines = await File.ReadAllLinesAsync(await DownloadAsync("members-vip-customers-", "-google-ads.csv"));
        Assert.That(lines[0], Is.EqualTo("Email,Phone,First Name,Last Name,Country,Zip"));
        Assert.That(lines, Has.Length.EqualTo(members + 1));
        Assert.That(lines, Has.None.Contains("@"), "nobody's address can be read");

        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private async Task<int> MembersAsync()
    {
        var tile = Admin.Locator("[data-figure=members] [data-value]");
        await Expect(tile).ToHaveTextAsync(new Regex("^[1-9]"));
        return Number(await tile.InnerTextAsync());
    }

    private async Task OpenWindowAsync()
    {
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Download members" }).ClickAsync();
        await Expect(Admin.GetByRole(AriaRole.Dialog, new() { Name = "Download the members of this segment" })).ToBeVisibleAsync();
    }

    private Task ChooseAsync(string kind) => Admin.GetByLabel(kind, new() { Exact = true }).CheckAsync(new() { Force = true });

    /// <summary>Answers with the path of the file.</summary>
    private async Task<string> DownloadAsync(string begin, string end)
    {
        var download = await Admin.RunAndWaitForDownloadAsync(() => Submit().ClickAsync());
        Assert.That(download.SuggestedFilename, Does.StartWith(begin).And.EndsWith(end));
        await Expect(Admin.Locator("#members-download")).ToBeHiddenAsync();
        return await download.PathAsync();
    }

    private ILocator Columns() => Admin.Locator("#members-download [name=Columns]");

    private ILocator Submit() => Admin.Locator("#members-download button[type=submit]");
}
