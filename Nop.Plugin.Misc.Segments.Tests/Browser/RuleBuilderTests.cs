using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>The rule builder for those who see, hear or move otherwise: nothing that axe-core finds, and all that it does without a mouse.</summary>
public class RuleBuilderTests : BrowserTests
{
    private const int PastedDomains = 312;

    /// <summary>One rule for each kind of control, one that the page does not know, and choices that the shop does not have.</summary>
    private const string EveryControl = """
        {"version":1,"rules":{"match":"all","rules":[
          {"activity":"orders","measure":"count","operator":"atLeast","value":3,"within":{"last":90,"unit":"day"},"where":[
            {"field":"item.category","operator":"isAnyOf","value":[1,2],"includeSubcategories":true},
            {"field":"item.product","operator":"isAnyOf","value":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]},
            {"field":"order.total","operator":"between","value":[10,500]},
            {"field":"order.paymentMethod","operator":"isNoneOf","value":["Payments.Manual"]},
            {"field":"order.usedCoupon","operator":"is","value":true},
            {"field":"item.sku","operator":"startsWith","value":"A"}]},
          {"activity":"orders","measure":"total","operator":"between","value":[100,2000],"within":{"from":"2025-01-01","to":"2025-12-31"}},
          {"activity":"orders","measure":"average","operator":"inTop","value":10,"within":{"olderThan":30,"unit":"day"}},
          {"activity":"orders","measure":"discountedShare","operator":"atLeast","value":50,"within":{"between":[30,90],"unit":"day"}},
          {"activity":"cart","measure":"hoursSinceChange","operator":"between","value":[1,24]},
          {"activity":"rewardPoints","measure":"balance","operator":"atLeast","value":100},
          {"activity":"reviews","measure":"averageRating","operator":"greaterThan","value":4,"where":[{"field":"review.rating","operator":"atLeast","value":3}]},
          {"field":"customer.registeredOn","operator":"inLast","value":365},
          {"field":"customer.registeredOn","operator":"between","value":["2024-01-01","2024-12-31"]},
          {"field":"customer.lastLogin","operator":"isEmpty"},
          {"field":"customer.newsletter","operator":"is","value":true,"where":[{"field":"newsletter.type","operator":"isAnyOf","value":[1]}]},
          {"field":"customer.country","operator":"isAnyOf","value":[1,99999]},
          {"field":"customer.emailDomain","operator":"isAnyOf","value":[DOMAINS]},
          {"field":"customer.city","operator":"isNoneOf","value":["Berlin","München"]},
          {"field":"customer.city","operator":"contains","value":"burg"},
          {"field":"customer.gender","operator":"isAnyOf","value":["F"]},
          {"match":"any","rules":[
            {"every":"order","within":{"last":12,"unit":"hour"},"where":[{"field":"order.total","operator":"atLeast","value":null}]},
            {"first":"order","where":[{"field":"order.country","operator":"isAnyOf","value":[]}]},
            {"match":"none","rules":[
              {"latest":"order"},{"segment":99999,"operator":"isNot"},{"field":"customer.shoeSize","operator":"is","value":42}]}]}]}}
        """;

    private IPage _page = null!;

    [OneTimeSetUp]
    public async Task OpenPageAsync()
    {
        _page = await OpenAsync("rule-builder");
        await _page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await SignInAsync(_page);
    }

    [TestCase(1400)]
    [TestCase(390)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_screen(int width)
    {
        await _page.SetViewportSizeAsync(width, 900);
        await _page.GotoAsync($"{Address}/Admin/SegmentEditor/Create");
        await Expect(Button("Add condition")).ToBeVisibleAsync();
        await CheckAsync("nothing there yet");

        await ShowAsync(EveryControl.Replace("DOMAINS", string.Join(',', Domains(20).Select(domain => $"\"{domain}\"")), StringComparison.Ordinal));
        await Expect(_page.GetByText("A rule that cannot be edited on this page.")).ToHaveCountAsync(1);
        await CheckAsync("every control, and what is wrong");

        await Button("Add condition").ClickAsync();
        await CheckAsync("the open menu");
        await _page.Keyboard.PressAsync("Escape");

        await _page.GetByRole(AriaRole.Combobox, new() { Name = "Value for Product" }).ClickAsync();
        await Expect(Options().First).ToBeVisibleAsync();
        await CheckAsync("the open picker");
        await _page.Keyboard.PressAsync("Escape");

        // The list of texts, and the list of products.
        await Button("Show all").ClickAsync();
        await Button("Show all").ClickAsync();
        await CheckAsync("the opened lists");

        await Button("Paste a list").ClickAsync();
        await _page.Keyboard.TypeAsync("nowhere\nto be found");
        await Button("Add to the rule").ClickAsync();
        await Expect(_page.GetByText("Not found: nowhere, to be found")).ToBeVisibleAsync();
        await CheckAsync("the box to paste into");
    }

    [Test]
    public async Task A_segment_is_made_with_the_keyboard_alone()
    {
        await _page.SetViewportSizeAsync(1400, 1400);
        await _page.GotoAsync($"{Address}/Admin/SegmentEditor/Create");
        await Expect(Button("Add condition")).ToBeVisibleAsync();

        await TabToAsync(_page.Locator("#Name"));
        await _page.Keyboard.TypeAsync("By keyboard");

        // Those who ordered a product at least twice.
        await AddAsync("Add condition", "number of orders");
        await Expect(Focused()).ToHaveAccessibleNameAsync("Comparison for Number of orders");
        await PressAsync("Tab");
        await _page.Keyboard.TypeAsync("2");
        await AddAsync("Narrow down", "product");
        await Expect(Focused()).ToHaveAccessibleNameAsync("Value for Product");
        await Expect(Options().First).ToBeVisibleAsync();
        await PressAsync("ArrowDown", "Enter", "Escape");
        await Expect(Chips()).ToHaveCountAsync(1);

        // Whose mail goes to one of many domains.
        await AddAsync("Add condition", "e-mail domain");
        await Expect(Focused()).ToHaveAccessibleNameAsync("Value for E-mail domain");
        await TabToAsync(_page.GetByRole(AriaRole.Combobox, new() { Name = "Comparison for E-mail domain" }), backwards: true);
        await _page.Keyboard.TypeAsync("is one");
        await TabToAsync(_page.GetByRole(AriaRole.Textbox, new() { Name = "Value for E-mail domain" }));
        await _page.EvaluateAsync("text => navigator.clipboard.writeText(text)", string.Join("\r\n", Domains(PastedDomains).Append(" EXAMPLE1.com ")));
        await PressAsync("Control+v");
        await Expect(_page.GetByText($"{PastedDomains} entries", new() { Exact = true })).ToBeVisibleAsync();
        await TabToAsync(Button("Show all"));
        await PressAsync("Enter");
        await TabToAsync(_page.GetByRole(AriaRole.Textbox, new() { Name = "Search in the list" }));
        await _page.Keyboard.TypeAsync("example300");
        await TabToAsync(_page.GetByRole(AriaRole.Button, new() { Name = "Remove example300.com" }));
        await PressAsync("Enter");
        await Expect(_page.GetByText($"{PastedDomains - 1} entries", new() { Exact = true })).ToBeVisibleAsync();

        // A third rule that goes again: the focus stays near.
        await AddAsync("Add condition", "total spent");
        await TabToAsync(_page.GetByRole(AriaRole.Button, new() { Name = "Remove: Total spent" }));
        await PressAsync("Enter");
        await Expect(Focused()).ToHaveAccessibleNameAsync("Remove: E-mail domain");

        // The second becomes the first, and back and forth it goes.
        await TabToAsync(_page.GetByRole(AriaRole.Button, new() { Name = "Move up: E-mail domain" }), backwards: true);
        await PressAsync("Enter");
        await Expect(Rules().First).ToContainTextAsync("E-mail domain");
        await Expect(Focused()).ToHaveAccessibleNameAsync("Move up: E-mail domain");
        await PressAsync("Control+z");
        await Expect(Rules().First).ToContainTextAsync("placed");
        await PressAsync("Control+y");
        await Expect(Rules().First).ToContainTextAsync("E-mail domain");

        await Expect(_page.Locator("#segment-count")).ToContainTextAsync("Customers who");
        await CheckAsync("the count");
        await TabToAsync(_page.Locator("button[name=save-continue]"), backwards: true);
        await PressAsync("Enter");
        await _page.WaitForURLAsync(new Regex("/Admin/SegmentEditor/Edit/"));
        await Expect(Rules()).ToHaveCountAsync(2);
        await CheckAsync("the page of a stored segment");

        var rules = JsonDocument.Parse(await _page.Locator("input[name=Definition]").InputValueAsync()).RootElement.GetProperty("rules").GetProperty("rules");
        Assert.Multiple(() =>
        {
            Assert.That(rules[0].GetProperty("value").EnumerateArray().Select(value => value.GetString()),
                Is.EqualTo(Domains(PastedDomains).Where(domain => domain != "example300.com")));
            Assert.That((rules[1].GetProperty("measure").GetString(), rules[1].GetProperty("value").GetInt32()), Is.EqualTo(("count", 2)));
            Assert.That(rules[1].GetProperty("where")[0].GetProperty("value").GetArrayLength(), Is.EqualTo(1));
            Assert.That(Troubles, Is.Empty, "no error on any page");
        });
    }

    private ILocator Button(string name) => _page.Locator("#segment-form").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    private ILocator Rules() => _page.Locator("#segment-rules .segments-rule");

    private ILocator Chips() => _page.Locator("#segment-rules .segments-chip");

    private ILocator Options() => _page.Locator("#segment-rules .segments-list:not([hidden]) [role=option]");

    private ILocator Focused() => _page.Locator("*:focus");

    private static IEnumerable<string> Domains(int count) => Enumerable.Range(1, count).Select(i => $"example{i}.com");

    /// <summary>Shows rules as the server gives them back when they cannot be saved: here because there is no name.</summary>
    private async Task ShowAsync(string definition)
    {
        await _page.EvaluateAsync(
            """
            definition => {
              document.querySelector('input[name=Definition]').value = definition;
              HTMLFormElement.prototype.submit.call(document.getElementById('segment-form'));
            }
            """, definition);
        await Expect(_page.GetByText("Please give the segment a name.").First).ToBeVisibleAsync();
        await Expect(Button("Add condition")).ToBeVisibleAsync();
    }

    private Task CheckAsync(string state) => AssertFitsAsync(_page, "#segment-form", state);

    private async Task AddAsync(string button, string what)
    {
        await TabToAsync(Button(button));
        await PressAsync("Enter");
        await _page.Keyboard.TypeAsync(what);
        await PressAsync("Enter");
    }

    private async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await _page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes on with the tabulator until the focus is there.</summary>
    private async Task TabToAsync(ILocator target, bool backwards = false)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"The tabulator does not get to {target}.");
    }
}
