using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// Triggers, by clicking: a mail, points and a gift card for who enters a segment; an order brings one customer in, who gets all three, and nobody else
/// gets anything.
/// </summary>
[Category("Audiences")]
public class TriggerJourneyTests : TriggerJourneys
{
    private const string Segment = "VIP customers";

    [Test]
    public async Task An_order_that_makes_a_member_brings_a_mail_points_and_a_gift_card()
    {
        await SignInAsync(Admin);
        var details = await MakeSegmentAsync(Segment, exactly: false);
        var email = await FirstMemberAsync(await MakeSegmentAsync("Nearly VIP", exactly: true));
        await Admin.GotoAsync(details);
        await Expect(Admin.Locator("#segment-triggers")).ToContainTextAsync("does something by itself");
        await AssertAccessibleAsync(Admin, "#segment-triggers");
        await MakeTriggerAsync(details, "Welcome", "Send a mail");
        await MakeTriggerAsync(details, "Points", "Give reward points", () => Admin.FillAsync("#Points", "150"));
        await MakeTriggerAsync(details, "Card", "Give a gift card, by mail", () => Admin.FillAsync("#Amount", "25"));
        await Expect(Admin.Locator("#segment-triggers")).ToContainTextAsync("When a customer enters: give a gift card of €25.00, at once, once per customer");
        await Expect(Admin.Locator("#segment-uses").GetByRole(AriaRole.Link, new() { Name = "Welcome" })).ToBeVisibleAsync();

        await OrderAsync(email);
        await WaitUntilDoneAsync(details, "Welcome");

        // What the log says.
        await OpenTriggerAsync(details, "Card");
        var row = Log();
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync(email);
        await Expect(row).ToContainTextAsync("Gift card given and mailed");
        await AssertAccessibleAsync(Admin, "#trigger-log-card");
        var code = (await Detail().InnerTextAsync()).Trim();

        // What the customer has.
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Admin.Locator("#reward-points")).ToContainTextAsync("150");
        await Admin.GotoAsync($"{Address}/Admin/GiftCard/List");
        await Expect(Admin.Locator("#grid tbody tr")).ToHaveCountAsync(1);
        await Expect(Admin.Locator("#grid tbody tr")).ToContainTextAsync(code);
        await Expect(Admin.Locator("#grid tbody tr")).ToContainTextAsync(email);

        // The mails, and that nobody else got one.
        await Admin.GotoAsync($"{Address}/Admin/QueuedEmail/List");
        var mails = Admin.Locator("#grid tbody tr");
        await Expect(mails).ToHaveCountAsync(2);
        await Expect(mails.Filter(new() { HasText = email })).ToHaveCountAsync(2);
        await mails.First.GetByRole(AriaRole.Link, new() { Name = "View" }).ClickAsync();
        var body = Admin.Locator("pre");
        await Expect(body).ToContainTextAsync(code);
        await Expect(body).ToContainTextAsync("25");
        Assert.That(await body.InnerTextAsync(), Does.Not.Contain("%"), "every place is filled");

        await DeleteTriggerAsync(details, "Welcome");
        await Admin.GotoAsync($"{Address}/Admin/Log/List");
        await Expect(Admin.GetByText("No records")).ToBeVisibleAsync();
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }
}
