using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>Why a customer is in a segment or not, on the segment's page and on the customer's, by keyboard and by mouse.</summary>
public class WhyTests : BrowserTests
{
    private const string Loyal = """
        {"version":1,"rules":{"match":"all","rules":[
          {"activity":"orders","measure":"count","operator":"greaterThan","value":10},
          {"match":"none","rules":[{"field":"customer.registeredOn","operator":"inLast","value":1}]}]}}
        """;

    private const string Impossible = """
        {"version":1,"rules":{"match":"all","rules":[
          {"activity":"orders","measure":"count","operator":"atLeast","value":1},
          {"activity":"orders","measure":"total","operator":"atLeast","value":1000000}]}}
        """;

    private IPage _page = null!;
    private string _loyal = null!;

    [OneTimeSetUp]
    public async Task MakeSegmentsAsync()
    {
        _page = await OpenAsync("why");
        await SignInAsync(_page);
        _loyal = await MakeAsync("Loyal <b>ones</b>", Loyal);
        await MakeAsync("Millionaires", Impossible);
    }

    [TestCase(1400)]
    [TestCase(390)]
    public async Task A_customer_is_found_by_typing_and_explained_rule_by_rule(int width)
    {
        await _page.SetViewportSizeAsync(width, 1000);
        await _page.GotoAsync(_loyal);
        await Expect(_page.Locator("#members-grid tbody tr a").First).ToBeVisibleAsync();
        var search = _page.GetByRole(AriaRole.Combobox, new() { Name = "Customer (e-mail address or name)" });

        await search.FocusAsync();
        await _page.Keyboard.TypeAsync("example.com");
        await Expect(_page.Locator("#why-customers [role=option]")).ToHaveCountAsync(10);
        await Expect(_page.Locator("#why-search-status")).ToHaveTextAsync("10 customers found");
        await _page.Keyboard.PressAsync("ArrowDown");
        await _page.Keyboard.PressAsync("ArrowDown");
        await Expect(_page.Locator("#why-customers [aria-selected=true]")).ToHaveAttributeAsync("id", "why-customer-1");
        await Expect(search).ToHaveAttributeAsync("aria-activedescendant", "why-customer-1");
        var email = await _page.Locator("#why-customer-1 .why-email").InnerTextAsync();
        await _page.Keyboard.PressAsync("Enter");

        await Expect(search).ToHaveValueAsync(email);
        await Expect(search).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(_page.Locator("#why-answer")).ToContainTextAsync(new Regex("matches the rules|does not match the rules"));
        var rules = _page.Locator("#why-tree .why-rule");
        await Expect(rules).ToHaveCountAsync(4);
        await Expect(rules.Nth(0)).ToContainTextAsync("All of these hold");
        await Expect(rules.Nth(1)).ToContainTextAsync(new Regex(@"(Yes|No)\s*placed more than 10 orders\s*Number of orders: \d+ asked for: more than 10"));
        await Expect(rules.Nth(3)).ToContainTextAsync("may not be: yesterday or today");
        await AssertAccessibleAsync("#why-card");
    }

    [Test]
    public async Task Nothing_found_is_said_and_escape_closes_the_list()
    {
        await _page.SetViewportSizeAsync(1400, 1000);
        await _page.GotoAsync(_loyal);
        await _page.FillAsync("#why-customer", "nobody is called this");
        await Expect(_page.Locator("#why-search-status")).ToHaveTextAsync("No customer has this in the e-mail address or name.");
        await _page.FillAsync("#why-customer", "example");
        await Expect(_page.Locator("#why-customers")).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("Escape");
        await Expect(_page.Locator("#why-customers")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_member_is_explained_from_the_grid_and_on_the_customers_own_page()
    {
        await _page.SetViewportSizeAsync(1400, 1000);
        await _page.GotoAsync(_loyal);
        await _page.Locator(".why-member").First.ClickAsync();
        await Expect(_page.Locator("#why-answer")).ToContainTextAsync("matches the rules. Member since");
        await Expect(_page.Locator("#why-answer")).ToBeFocusedAsync();

        await _page.Locator("#members-grid tbody tr a").First.ClickAsync();
        var why = _page.GetByRole(AriaRole.Button, new() { Name = "Why is this customer in the segment Loyal <b>ones</b>?" });
        await Expect(why).ToHaveAttributeAsync("aria-expanded", "false");
        await why.ClickAsync();
        await Expect(why).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(_page.Locator("[data-tree] .why-rule").Nth(1)).ToContainTextAsync("placed more than 10 orders");

        await _page.ClickAsync("#why-nearly-show");
        var near = _page.Locator("#why-nearly > li", new() { HasText = "Millionaires" });
        await Expect(near).ToContainTextAsync(new Regex(@"Total spent: €[\d,.]+ asked for: at least €1,000,000.00\s*€[\d,.]+ more needed"));
        await AssertAccessibleAsync(".why-segments");
        await AssertAccessibleAsync("#why-nearly");
        await near.GetByRole(AriaRole.Link, new() { Name = "Millionaires" }).ClickAsync();
        await Expect(_page.Locator("h1")).ToContainTextAsync("Millionaires");
    }

    [TearDown]
    public void NoTroubles() => Assert.That(Troubles, Is.Empty, "no error on any page");

    /// <summary>Makes a segment and waits for its members; answers with its page.</summary>
    private async Task<string> MakeAsync(string name, string definition)
    {
        await _page.GotoAsync($"{Address}/Admin/SegmentEditor/Create");
        var made = await _page.EvaluateAsync<string>("""
            async ([name, definition]) => {
                const token = document.querySelector('input[name=__RequestVerificationToken]').value;
                const body = new URLSearchParams({ Name: name, Definition: definition, Active: 'true', save: 'save', __RequestVerificationToken: token });
                return (await fetch(location.href, { method: 'POST', body })).url;
            }
            """, new[] { name, definition });
        await _page.GotoAsync(made);
        await Expect(_page.Locator("#segment-state", new() { HasText = "Up to date" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return made;
    }

    private Task AssertAccessibleAsync(string part) => AssertAccessibleAsync(_page, part);
}
