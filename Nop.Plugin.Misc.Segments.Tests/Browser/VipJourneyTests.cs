using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// What a merchant and a customer see, by clicking: a segment is made, a discount and a campaign are limited to it, an order brings a customer in
/// with both, and its cancellation takes everything back.
/// </summary>
public partial class VipJourneyTests : JourneyTests
{
    [Test]
    public async Task An_order_makes_a_vip_with_discount_and_campaign_and_its_cancellation_takes_them_back()
    {
        await SignInAsync(Admin);
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
        await Customer.ReloadAsync();
        await Expect(Discount(applied: false)).ToBeVisibleAsync();
        Assert.That(await RecipientsAsync(), Is.EqualTo(recipientsBefore), "the campaign reaches as many as before");

        await Admin.GotoAsync($"{Address}/Admin/Log/List");
        await Expect(Admin.GetByText("No records")).ToBeVisibleAsync();
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private async Task MakeDiscountAsync(string name, string segment)
    {
        await Admin.GotoAsync($"{Address}/Admin/Discount/Create");
        await Admin.FillAsync("#Name", name);
        await Admin.CheckAsync("#UsePercentage");
        await Admin.FillAsync("#DiscountPercentage", "10");
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Discount/Edit/"));
        await Admin.Locator("select", new() { HasText = "Select requirement type" })
            .SelectOptionAsync(new SelectOptionValue { Label = "Customer segments" }, new() { Force = true });
        await Admin.Locator("#SegmentRequirement0_SegmentIds").SelectOptionAsync(new SelectOptionValue { Label = segment }, new() { Force = true });
        await Admin.Locator("#addrequirementplaceholder").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Admin.GetByText("Default requirement group")).ToBeVisibleAsync();
    }

    private async Task ChooseForCampaignAsync(string segment)
    {
        await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        await Admin.Locator("#SegmentIds").SelectOptionAsync(new SelectOptionValue { Label = segment }, new() { Force = true });
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Expect(Admin.GetByText("The campaign has been updated.")).ToBeVisibleAsync();
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
        await Admin.GotoAsync($"{Address}/Admin/Segment/List");
        var row = Admin.Locator("table tbody tr", new() { Has = Admin.GetByRole(AriaRole.Link, new() { Name = segment, Exact = true }) });
        return Number((await row.Locator("td").Nth(2).InnerTextAsync()).Split('\n')[0]);
    }

    /// <summary>How many the campaign page says will get the mail.</summary>
    private async Task<int> RecipientsAsync()
    {
        await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        var count = Admin.GetByText(Recipients());
        await Expect(count).ToBeVisibleAsync();
        return Number(Recipients().Match(await count.InnerTextAsync()).Groups[1].Value);
    }

    private ILocator Discount(bool applied) =>
        Customer.Locator($"#cart-discounts li[data-applied={(applied ? "true" : "false")}]", new() { HasText = "VIP discount" });

    /// <summary>Pays the cart and answers with the order's number.</summary>
    private async Task<int> CheckOutAsync()
    {
        await Customer.ClickAsync("#checkout");
        var placed = Customer.GetByText(PlacedOrder()).First;
        await Expect(placed).ToBeVisibleAsync();
        return Number(PlacedOrder().Match(await placed.InnerTextAsync()).Groups[1].Value);
    }

    private async Task CancelAsync(int order)
    {
        await Admin.GotoAsync($"{Address}/Admin/Order/Edit/{order}");
        await Admin.ClickAsync("#cancelorder");
        await Expect(Admin.Locator("#order-status")).ToContainTextAsync("Cancelled");
    }

    [GeneratedRegex(@"([\d,]+) of [\d,]+ subscribers will get it")]
    private static partial Regex Recipients();

    [GeneratedRegex(@"[Oo]rder (?:number )?#?(\d+)")]
    private static partial Regex PlacedOrder();
}
