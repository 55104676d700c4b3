using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// What a merchant and a customer see, by clicking: a segment is made, a discount and a campaign are limited to it, an order brings a customer in
/// with both, and its cancellation takes everything back.
/// </summary>
public partial class VipJourneyTests : BrowserTests
{
    private IPage _admin = null!;
    private IPage _customer = null!;

    [OneTimeSetUp]
    public async Task OpenPagesAsync()
    {
        _admin = await OpenAsync("admin");
        _customer = await OpenAsync("customer");
    }

    [Test]
    public async Task An_order_makes_a_vip_with_discount_and_campaign_and_its_cancellation_takes_them_back()
    {
        await SignInAsync(_admin);
        await MakeSegmentAsync("VIP customers", exactly: false);
        var almost = await MakeSegmentAsync("Nearly VIP", exactly: true);
        var email = await FirstMemberAsync(almost);
        await MakeDiscountAsync("VIP discount", "VIP customers");
        await ChooseForCampaignAsync("VIP customers");
        var membersBefore = await MembersAsync("VIP customers");
        var recipientsBefore = await RecipientsAsync();

        await BecomeAsync(email);
        await Expect(Discount(applied: false)).ToBeVisibleAsync();
        var order = await CheckOutAsync();
        await MembersBecomeAsync("VIP customers", membersBefore + 1);
        await FillCartAsync();
        await Expect(Discount(applied: true)).ToBeVisibleAsync();
        Assert.That(await RecipientsAsync(), Is.EqualTo(recipientsBefore + 1), "the campaign reaches one more");

        await CancelAsync(order);
        await MembersBecomeAsync("VIP customers", membersBefore);
        await _customer.ReloadAsync();
        await Expect(Discount(applied: false)).ToBeVisibleAsync();
        Assert.That(await RecipientsAsync(), Is.EqualTo(recipientsBefore), "the campaign reaches as many as before");

        await _admin.GotoAsync($"{Address}/Admin/Log/List");
        await Expect(_admin.GetByText("No records")).ToBeVisibleAsync();
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    /// <summary>Makes the segment from the template; "exactly" 10 orders and newsletter subscribers only, if asked. Answers with its page.</summary>
    private async Task<string> MakeSegmentAsync(string name, bool exactly)
    {
        await _admin.GotoAsync($"{Address}/Admin/Segment/List");
        await _admin.GetByRole(AriaRole.Link, new() { Name = "Add new" }).First.ClickAsync();
        await _admin.GetByRole(AriaRole.Link, new() { Name = "Use the template “VIP customers”" }).ClickAsync();
        await _admin.FillAsync("#Name", name);
        if (exactly)
        {
            await _admin.Locator("#segment-rules select").Nth(1).SelectOptionAsync(new SelectOptionValue { Label = "exactly" });
            await _admin.GetByRole(AriaRole.Button, new() { Name = "Add condition" }).Last.ClickAsync();
            await _admin.Keyboard.TypeAsync("newsl");
            await _admin.Keyboard.PressAsync("Enter");
        }

        await Expect(_admin.Locator("#segment-count")).ToContainTextAsync(exactly ? "subscribe to the newsletter" : "more than 10 orders");
        await Expect(_admin.Locator("#segment-count")).ToContainTextAsync("customers match");
        await _admin.Locator("button[name=save]").ClickAsync();
        await _admin.WaitForURLAsync(new Regex("/Admin/Segment/Details/"));
        await Expect(_admin.GetByText("Up to date")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return _admin.Url;
    }

    private async Task<string> FirstMemberAsync(string details)
    {
        await _admin.GotoAsync(details);
        var cell = _admin.Locator("table tbody tr").First.Locator("td").Nth(1);
        await Expect(cell).ToContainTextAsync("@");
        return (await cell.InnerTextAsync()).Trim();
    }

    private async Task MakeDiscountAsync(string name, string segment)
    {
        await _admin.GotoAsync($"{Address}/Admin/Discount/Create");
        await _admin.FillAsync("#Name", name);
        await _admin.CheckAsync("#UsePercentage");
        await _admin.FillAsync("#DiscountPercentage", "10");
        await _admin.Locator("button[name=save-continue]").ClickAsync();
        await _admin.WaitForURLAsync(new Regex("/Admin/Discount/Edit/"));
        await _admin.Locator("select", new() { HasText = "Select requirement type" })
            .SelectOptionAsync(new SelectOptionValue { Label = "Customer segments" }, new() { Force = true });
        await _admin.Locator("#SegmentRequirement0_SegmentIds").SelectOptionAsync(new SelectOptionValue { Label = segment }, new() { Force = true });
        await _admin.Locator("#addrequirementplaceholder").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(_admin.GetByText("Default requirement group")).ToBeVisibleAsync();
    }

    private async Task ChooseForCampaignAsync(string segment)
    {
        await _admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        await _admin.Locator("#SegmentIds").SelectOptionAsync(new SelectOptionValue { Label = segment }, new() { Force = true });
        await _admin.Locator("button[name=save-continue]").ClickAsync();
        await Expect(_admin.GetByText("The campaign has been updated.")).ToBeVisibleAsync();
    }

    /// <summary>Waits until the list shows so many members, and says how long after the response that was.</summary>
    private async Task MembersBecomeAsync(string segment, int expected)
    {
        var watch = Stopwatch.StartNew();
        var members = await MembersAsync(segment);
        for (; members != expected && watch.Elapsed < TimeSpan.FromSeconds(20); members = await MembersAsync(segment))
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        Assert.That(members, Is.EqualTo(expected));
        await TestContext.Out.WriteLineAsync($"{segment}: {expected} members on the list {watch.ElapsedMilliseconds} ms after the response, loading the list included.");
    }

    private async Task<int> MembersAsync(string segment)
    {
        await _admin.GotoAsync($"{Address}/Admin/Segment/List");
        var row = _admin.Locator("table tbody tr", new() { Has = _admin.GetByRole(AriaRole.Link, new() { Name = segment, Exact = true }) });
        return Number((await row.Locator("td").Nth(2).InnerTextAsync()).Split('\n')[0]);
    }

    /// <summary>How many the campaign page says will get the mail.</summary>
    private async Task<int> RecipientsAsync()
    {
        await _admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        var count = _admin.GetByText(Recipients());
        await Expect(count).ToBeVisibleAsync();
        return Number(Recipients().Match(await count.InnerTextAsync()).Groups[1].Value);
    }

    private async Task BecomeAsync(string email)
    {
        await _customer.GotoAsync($"{Address}/act-as?email={Uri.EscapeDataString(email)}");
        await _customer.GetByRole(AriaRole.Button, new() { Name = $"Become this customer: {email}" }).ClickAsync();
        await Expect(_customer.Locator("#current-customer")).ToContainTextAsync(email);
        // The shop speaks the customer's language; the test reads English.
        await _customer.SelectOptionAsync("#language", new SelectOptionValue { Label = "EN" });
        await Expect(_customer.Locator("#current-customer")).ToContainTextAsync("You are");
        await FillCartAsync();
    }

    private async Task FillCartAsync()
    {
        await _customer.GotoAsync(Address);
        await _customer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Add to cart") }).First.ClickAsync();
        await Expect(_customer.GetByText("is in the cart.")).ToBeVisibleAsync();
        await _customer.GotoAsync($"{Address}/cart");
    }

    private ILocator Discount(bool applied) =>
        _customer.Locator($"#cart-discounts li[data-applied={(applied ? "true" : "false")}]", new() { HasText = "VIP discount" });

    /// <summary>Pays the cart and answers with the order's number.</summary>
    private async Task<int> CheckOutAsync()
    {
        await _customer.ClickAsync("#checkout");
        var placed = _customer.GetByText(PlacedOrder()).First;
        await Expect(placed).ToBeVisibleAsync();
        return Number(PlacedOrder().Match(await placed.InnerTextAsync()).Groups[1].Value);
    }

    private async Task CancelAsync(int order)
    {
        await _admin.GotoAsync($"{Address}/Admin/Order/Edit/{order}");
        await _admin.ClickAsync("#cancelorder");
        await Expect(_admin.Locator("#order-status")).ToContainTextAsync("Cancelled");
    }

    private static int Number(string text) => int.Parse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\d,]+) of [\d,]+ subscribers will get it")]
    private static partial Regex Recipients();

    [GeneratedRegex(@"[Oo]rder (?:number )?#?(\d+)")]
    private static partial Regex PlacedOrder();
}
