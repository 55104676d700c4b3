using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>By clicking: a segment is made from a template, given out as a file, and comes in again together with one that speaks of an unknown country.</summary>
public class MovingJourneyTests : BrowserTests
{
    private const string Unknown = """
        {"format":"nopcommerce-segments","version":1,"segments":[{"name":"Island fans","definition":{"version":1,"rules":{"match":"all","rules":[
          {"segment":"Nobody knows it","operator":"is"},
          {"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}}}]}
        """;

    private IPage _page = null!;

    [SetUp]
    public async Task OpenAdminAsync()
    {
        _page = await OpenAsync("admin");
        await SignInAsync(_page);
    }

    [Test]
    public async Task A_template_becomes_a_segment_that_moves_as_a_file()
    {
        await MakeFromTemplateAsync();
        var file = await ExportAsync();
        await ImportAsync(file);
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    [TestCase(1400)]
    [TestCase(390)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_screen(int width)
    {
        await _page.SetViewportSizeAsync(width, 900);
        await _page.GotoAsync($"{Address}/Admin/SegmentTemplate/Index");
        await Expect(Card("Subscribers who never bought")).ToContainTextAsync("% of all");
        await AssertFitsAsync(_page, "#segment-templates");
        await Card("Time to re-order").GetByRole(AriaRole.Combobox).ClickAsync();
        await Expect(_page.Locator("li[role=option]:visible").First).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.GetByLabel("Days, Birthday next week").FillAsync("1.5");
        await AssertFitsAsync(_page, "#segment-templates");

        await _page.GotoAsync($"{Address}/Admin/SegmentImport/Index");
        await AssertFitsAsync(_page, "#segments-import");
        await _page.SetInputFilesAsync("#import-files", [FileOf("a.json", Unknown), FileOf("b.json", Unknown)]);
        await Expect(_page.Locator(".import-clash").First).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Leave out: Segment") }).ClickAsync();
        await Expect(_page.Locator(".import-settled")).ToBeVisibleAsync();
        await _page.Locator(".import-name:not(.import-settled)").GetByRole(AriaRole.Combobox).ClickAsync();
        await Expect(_page.Locator("li[role=option]:visible").First).ToBeVisibleAsync();
        await AssertFitsAsync(_page, "#segments-import");
        await _page.SetInputFilesAsync("#import-files", [FileOf("c.json", "{")]);
        await Expect(_page.Locator(".import-problems")).ToBeVisibleAsync();
        await AssertFitsAsync(_page, "#segments-import");
    }

    private static FilePayload FileOf(string name, string text) => new() { Name = name, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) };

    private async Task MakeFromTemplateAsync()
    {
        await _page.GotoAsync($"{Address}/Admin/Segment/List");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Add new" }).First.ClickAsync();
        var card = Card("Ordered more than once");
        await Expect(card).ToContainTextAsync(new Regex(@"[\d,]+ customers .*% of all"));

        await _page.FillAsync("#template-search", "reorder your fans category");
        await Expect(_page.GetByText("No template fits.")).ToBeVisibleAsync();
        await _page.FillAsync("#template-search", "fans category");
        await Expect(card).ToBeHiddenAsync();
        var fans = Card("Fans of a category");
        await Expect(fans).ToContainTextAsync("Choose a category first.");
        await fans.GetByRole(AriaRole.Combobox).FillAsync("a");
        await fans.GetByRole(AriaRole.Option).First.ClickAsync();
        await _page.Keyboard.PressAsync("Escape");
        await fans.GetByRole(AriaRole.Spinbutton).FillAsync("0");
        await Expect(fans).ToContainTextAsync(new Regex(@"[\d,]+ customers?"));
        await fans.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Use") }).ClickAsync();

        await Expect(_page.Locator("#Name")).ToHaveValueAsync("Fans of a category");
        await Expect(_page.Locator("#segment-count")).ToContainTextAsync("more than 0 orders");
        await Expect(_page.Locator("#segment-count")).ToContainTextAsync(new Regex("customers? match"));
        await _page.Locator("button[name=save]").ClickAsync();
        await _page.WaitForURLAsync(new Regex("/Admin/Segment/Details/"));
        await Expect(_page.Locator("#segment-state", new() { HasText = "Up to date" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private async Task<FilePayload> ExportAsync()
    {
        var download = await _page.RunAndWaitForDownloadAsync(() => _page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("segment-fans-of-a-category.json"));
        return new FilePayload { Name = download.SuggestedFilename, MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(await download.PathAsync()) };
    }

    private async Task ImportAsync(FilePayload exported)
    {
        const string other = """
            {"format":"nopcommerce-segments","version":1,"segments":[{"name":"Island fans","definition":{"version":1,"rules":{"match":"all","rules":[
              {"segment":"Fans of a category","operator":"is"},
              {"field":"customer.country","operator":"isAnyOf","value":["Atlantis"]}]}}}]}
            """;
        await _page.GotoAsync($"{Address}/Admin/Segment/List");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Import" }).ClickAsync();
        await _page.SetInputFilesAsync("#import-files", [exported, FileOf("island.json", other)]);

        await Expect(_page.Locator(".import-name")).ToContainTextAsync("Customers who live in “Atlantis”.");
        await Expect(_page.Locator(".import-name")).ToContainTextAsync("The whole condition is left out. More customers can match then.");
        await Expect(_page.Locator("#import-run")).ToHaveAttributeAsync("aria-disabled", "true");
        await _page.Locator(".import-name").GetByRole(AriaRole.Combobox).FillAsync("germ");
        await _page.GetByRole(AriaRole.Option, new() { Name = "Germany" }).ClickAsync();
        await Expect(_page.Locator(".import-name")).ToContainTextAsync("Use “Germany”");
        await Expect(_page.GetByLabel("Name of the imported segment")).ToHaveValueAsync("Fans of a category (2)");
        await Expect(_page.GetByText("2 segments will be added.")).ToBeVisibleAsync();
        await _page.CheckAsync("#import-activate");
        await Expect(_page.Locator("#import-run:not([aria-disabled])")).ToBeVisibleAsync();
        await _page.Locator("#import-run:not([aria-disabled])").ClickAsync();

        await _page.WaitForURLAsync(new Regex("/Admin/Segment/List"));
        await Expect(_page.GetByText("Segments added: 2.")).ToBeVisibleAsync();
        var row = _page.Locator("table tbody tr", new() { Has = _page.GetByRole(AriaRole.Link, new() { Name = "Island fans" }) });
        await Expect(row).ToContainTextAsync("Customers who are in the segment “Fans of a category (2)” and live in Germany.");
        await Expect(row).ToContainTextAsync("Up to date", new() { Timeout = 60_000 });
    }

    private ILocator Card(string name) => _page.GetByRole(AriaRole.Article, new() { Name = name, Exact = true });
}
