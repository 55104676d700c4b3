using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// Triggers that give a code and a role, by clicking: an order brings one customer in, who has both and uses the code for one order; somebody else has
/// neither and cannot use the code after that.
/// </summary>
[Category("Audiences")]
public partial class CodeJourneyTests : TriggerJourneys
{
    private const string Segment = "VIP customers";
    private const string Role = "Club member";
    private const string Discount = "Thank you: 15 off";
    private string _code = null!;

    [Test]
    public async Task An_order_that_makes_a_member_brings_a_role_and_a_code_for_one_order()
    {
        await SignInAsync(Admin);
        await MakeRoleAsync();
        var details = await MakeSegmentAsync(Segment, exactly: false);
        var others = await MakeSegmentAsync("Nearly VIP", exactly: true);
        var (email, other) = (await MemberAsync(others, 0), await MemberAsync(others, 1));
        await MakeTriggerAsync(details, "Thanks", "Give a discount code of their own, by mail", () => ChooseAsync("#DiscountId", $"{Discount} (€15.00)"));
        await MakeTriggerAsync(details, "Club", "Give a customer role", () => ChooseAsync("#CustomerRoleId", Role));
        await Expect(Admin.Locator("#segment-triggers")).ToContainTextAsync($"When a customer enters: give a code for the discount “{Discount}”, at once, once per customer");
        await Expect(Admin.Locator("#segment-triggers")).ToContainTextAsync($"When a customer enters: give the role “{Role}”, at once, once per customer");
        await ExpectRoleAsync(email, Role, has: false);

        await OrderAsync(email);
        await WaitUntilDoneAsync(details, "Thanks");
        await WaitUntilDoneAsync(details, "Club");
        await ExpectRoleAsync(email, Role, has: true);
        await ExpectRoleAsync(other, Role, has: false);
        await ReadCodeAsync(email);
        await ExpectLogAsync(details, "Thanks", email, "Discount code given and mailed");
        await Expect(Detail()).ToHaveTextAsync(_code);
        await ExpectLogAsync(details, "Club", email, "Role given");

        await FillCartAsync();
        await Expect(Given(applied: true)).ToHaveCountAsync(0);
        await EnterCodeAsync();
        await Expect(Given(applied: true)).ToBeVisibleAsync();
        await Expect(Customer.Locator("#cart-discount")).ToContainTextAsync("15.00");
        await CheckOutAsync();

        await FillCartAsync();
        await ExpectUsedUpAsync();
        await BecomeAsync(other);
        await ExpectUsedUpAsync();
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private async Task MakeRoleAsync()
    {
        await Admin.GotoAsync($"{Address}/Admin/CustomerRole/List");
        await Admin.GetByRole(AriaRole.Link, new() { Name = "Add new" }).ClickAsync();
        await Admin.FillAsync("#Name", Role);
        await Admin.Locator("button[name=save]").ClickAsync();
        await Expect(Admin.Locator("#grid tbody tr", new() { HasText = Role })).ToHaveCountAsync(1);
    }

    private async Task ChooseAsync(string list, string choice) =>
        await Admin.Locator(list).SelectOptionAsync(new SelectOptionValue { Label = choice }, new() { Force = true });

    /// <summary>The one mail in the shop's queue is the customer's, and says the code.</summary>
    private async Task ReadCodeAsync(string email)
    {
        await Admin.GotoAsync($"{Address}/Admin/QueuedEmail/List");
        var mails = Admin.Locator("#grid tbody tr");
        await Expect(mails).ToHaveCountAsync(1);
        await Expect(mails).ToContainTextAsync(email);
        await mails.GetByRole(AriaRole.Link, new() { Name = "View" }).ClickAsync();
        var body = Admin.Locator("pre");
        await Expect(body).ToHaveTextAsync(Code());
        await Expect(body).ToContainTextAsync("15");
        var text = await body.InnerTextAsync();
        Assert.That(text, Does.Not.Contain("%"), "every place is filled");
        _code = Code().Match(text).Groups[1].Value;
    }

    private async Task ExpectLogAsync(string details, string name, string email, string outcome)
    {
        await OpenTriggerAsync(details, name);
        await Expect(Log()).ToHaveCountAsync(1);
        await Expect(Log()).ToContainTextAsync(email);
        await Expect(Log()).ToContainTextAsync(outcome);
        await ExpectToFitAsync();
    }

    /// <summary>As somebody types it who reads it off the mail.</summary>
    private async Task EnterCodeAsync()
    {
        await Customer.FillAsync("#couponCode", _code.ToLowerInvariant());
        await Customer.GetByRole(AriaRole.Button, new() { Name = "Apply", Exact = true }).ClickAsync();
    }

    private async Task ExpectUsedUpAsync()
    {
        await EnterCodeAsync();
        await Expect(Given(applied: false)).ToContainTextAsync("this discount has been used already");
        await Expect(Customer.Locator("#cart-discount")).ToHaveCountAsync(0);
    }

    private ILocator Given(bool applied) =>
        Customer.Locator($"#cart-discounts li[data-applied={(applied ? "true" : "false")}]", new() { HasText = $"{Discount}: {Segment}" });

    [GeneratedRegex("<strong>([2-9A-Z]{12})</strong>")]
    private static partial Regex Code();
}
