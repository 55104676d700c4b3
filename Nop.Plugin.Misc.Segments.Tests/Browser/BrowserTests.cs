using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>Tests that click and type in a browser, on a new shop with demo data that serves just them.</summary>
[NonParallelizable]
public abstract class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly Dictionary<string, IPage> _pages = [];
    private readonly List<string> _troubles = [];
    private ServingShop? _shop;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the shop answers, without a slash at the end.</summary>
    protected string Address => _shop!.Address;

    /// <summary>The file of the shop's database.</summary>
    protected string Database => _shop!.Database;

    /// <summary>Errors of scripts and answers that were none, on all pages.</summary>
    protected IReadOnlyList<string> Troubles => _troubles;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (!File.Exists(Chromium))
            Assert.Ignore($"There is no {Chromium}: install Debian's chromium to run the browser tests.");

        _shop = await ServingShop.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TearDown]
    public async Task ShowWhatWasSeenAsync()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status != NUnit.Framework.Interfaces.TestStatus.Failed)
            return;
        foreach (var (name, page) in _pages.Where(page => !page.Value.IsClosed))
        {
            var picture = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{name}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
            TestContext.AddTestAttachment(picture, page.Url);
        }
    }

    /// <summary>A page with cookies of its own.</summary>
    /// <param name="name">How pictures of it are called, should a test fail.</param>
    protected async Task<IPage> OpenAsync(string name)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 1400 } });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _troubles.Add($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _troubles.Add($"{response.Status} {response.Url}");
        };
        return _pages[name] = page;
    }

    /// <summary>Signs the shop's admin in.</summary>
    protected async Task SignInAsync(IPage page)
    {
        await page.GotoAsync($"{Address}/login");
        await page.FillAsync("#Email", "admin@example.com");
        await page.FillAsync("#Password", _shop!.AdminPassword);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    /// <summary>Expects axe-core to find nothing in a part of the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="part">The selector of the part.</param>
    /// <param name="state">What the page shows, where a selector does not say it.</param>
    protected static async Task AssertAccessibleAsync(IPage page, string part, string? state = null)
    {
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript() + ";undefined");
        var violations = await page.EvaluateAsync<string[]>(
            """
            async part => (await axe.run(part)).violations
              .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html} ${node.failureSummary}`))
            """, part);
        Assert.That(violations, Is.Empty, state ?? part);
    }

    /// <summary>Expects nothing to be wider than the screen, and axe-core to find nothing in a part of the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="part">The selector of the part.</param>
    /// <param name="state">What the page shows, where a selector does not say it.</param>
    protected static async Task AssertFitsAsync(IPage page, string part, string? state = null)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : ['page', ...[...document.querySelectorAll('main *')]
              .filter(element => element.getBoundingClientRect().right > innerWidth).map(element => element.cloneNode().outerHTML)]
            """);
        Assert.That(wide, Is.Empty, $"{state ?? part}: wider than the screen");
        await AssertAccessibleAsync(page, part, state);
    }

    /// <summary>A picture of a page or a part of it, where SEGMENTS_PICTURES names a folder for them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the picture is called.</param>
    /// <param name="part">The selector of the part; null for the whole page.</param>
    protected static async Task ShootAsync(IPage page, string name, string? part = null)
    {
        if (Environment.GetEnvironmentVariable("SEGMENTS_PICTURES") is not { Length: > 0 } folder)
            return;
        var path = Path.Combine(folder, $"{name}.png");
        if (part is null)
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        else
            await page.Locator(part).ScreenshotAsync(new() { Path = path });
    }
}
