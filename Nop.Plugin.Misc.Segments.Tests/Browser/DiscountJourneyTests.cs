using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// A discount that is limited to segments, by clicking: in any, in all, in none of them, several requirements in a group, a coupon, and what becomes of
/// it all when something is deleted.
/// </summary>
[Category("Audiences")]
public class DiscountJourneyTests : JourneyTests
{
    private const string Members = "VIP customers";
    private const string Others = "Nearly VIP";
    private const string DiscountName = "Club discount";
    private const string Reason = "Sorry, this discount is not available to you.";
    private string _member = null!;
    private string _other = null!;

    [Test]
    public async Task Members_get_a_discount_and_others_read_why_not()
    {
        await SignInAsync(Admin);
        _member = await FirstMemberAsync(await MakeSegmentAsync(Members, exactly: false));
        _other = await FirstMemberAsync(await MakeSegmentAsync(Others, exactly: true));

        await MakeDiscountAsync();
        await AddRequirementAsync("is in any of these segments", Members);
        await ExpectDiscountAsync(_member, applied: true);
        await ExpectDiscountAsync(_other, applied: false);
        await Expect(Customer.GetByText(Reason)).ToBeVisibleAsync();

        await ChangeRequirementAsync("is in all of these segments", Members, Others);
        await ExpectDiscountAsync(_member, applied: false);
        await ChangeRequirementAsync("is in none of these segments", Members);
        await ExpectDiscountAsync(_member, applied: false);
        await ExpectDiscountAsync(_other, applied: true);

        await ChangeRequirementAsync("is in any of these segments", Members);
        await AddRequirementAsync("is in any of these segments", Others);
        await ExpectDiscountAsync(_other, applied: false);
        await JoinByOrAsync();
        await ExpectDiscountAsync(_other, applied: true);
        await RemoveLastRequirementAsync();
        await ExpectDiscountAsync(_other, applied: false);

        await RequireCouponAsync("CLUB");
        await ExpectCouponAsync(_other, applied: false);
        await Expect(Customer.GetByText(Reason)).ToBeVisibleAsync();
        await ExpectCouponAsync(_member, applied: true);

        await OpenSegmentAsync(Members);
        await Expect(Admin.Locator("#segment-uses").GetByRole(AriaRole.Link, new() { Name = DiscountName })).ToBeVisibleAsync();
        await DeleteSegmentAsync(Members);
        await Expect(Admin.Locator(".alert", new() { HasText = DiscountName })).ToBeVisibleAsync();
        await DeleteDiscountAsync();
        await DeleteSegmentAsync(Members);
        await Expect(Admin.GetByRole(AriaRole.Link, new() { Name = Members, Exact = true })).ToHaveCountAsync(0);

        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private async Task MakeDiscountAsync()
    {
        await Admin.GotoAsync($"{Address}/Admin/Discount/Create");
        await Admin.FillAsync("#Name", DiscountName);
        await Admin.CheckAsync("#UsePercentage");
        await Admin.FillAsync("#DiscountPercentage", "10");
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Discount/Edit/"));
    }

    private async Task AddRequirementAsync(string match, params string[] segments)
    {
        var before = await Requirements().CountAsync();
        await Admin.Locator("select", new() { HasText = "Select requirement type" })
            .SelectOptionAsync(new SelectOptionValue { Label = "Customer segments" }, new() { Force = true });
        await FillInAsync(Admin.Locator("#addrequirementplaceholder"), match, segments);
        await Expect(Requirements()).ToHaveCountAsync(before + 1);
    }

    private async Task ChangeRequirementAsync(string match, params string[] segments)
    {
        await FillInAsync(Requirements().First, match, segments);
        await Expect(Requirements().First.GetByText("Saved.")).ToBeVisibleAsync();
        await Admin.ReloadAsync();
        await Expect(Requirements().First.Locator("[id$=_Match] option:checked")).ToHaveTextAsync(match);
    }

    private static async Task FillInAsync(ILocator form, string match, string[] segments)
    {
        await form.Locator("[id$=_Match]").SelectOptionAsync(new SelectOptionValue { Label = match });
        await form.Locator("[id$=_SegmentIds]").SelectOptionAsync(segments.Select(name => new SelectOptionValue { Label = name }), new() { Force = true });
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    private async Task JoinByOrAsync()
    {
        await Admin.Locator("#requirementlist select[id^=interaction-type-]").SelectOptionAsync(new SelectOptionValue { Label = "any of these" });
        await Admin.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private async Task RemoveLastRequirementAsync()
    {
        Admin.Dialog += Accept;
        await Requirements().Last.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Remove") }).ClickAsync();
        await Expect(Requirements()).ToHaveCountAsync(1);
        Admin.Dialog -= Accept;
    }

    private async Task RequireCouponAsync(string code)
    {
        await Admin.CheckAsync("#RequiresCouponCode");
        await Admin.FillAsync("#CouponCode", code);
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Expect(Admin.GetByText("The discount has been updated")).ToBeVisibleAsync();
    }

    private async Task ExpectDiscountAsync(string email, bool applied)
    {
        await BecomeAsync(email);
        await Expect(Discount(applied)).ToBeVisibleAsync();
    }

    private async Task ExpectCouponAsync(string email, bool applied)
    {
        await BecomeAsync(email);
        await Customer.FillAsync("#couponCode", "club");
        await Customer.GetByRole(AriaRole.Button, new() { Name = "Apply", Exact = true }).ClickAsync();
        await Expect(Discount(applied)).ToBeVisibleAsync();
    }

    private async Task OpenSegmentAsync(string name)
    {
        await Admin.GotoAsync($"{Address}/Admin/Segment/List");
        await Admin.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    private async Task DeleteSegmentAsync(string name)
    {
        await OpenSegmentAsync(name);
        await Admin.ClickAsync("#segment-delete");
        await Admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
    }

    private async Task DeleteDiscountAsync()
    {
        await Admin.GotoAsync($"{Address}/Admin/Discount/List");
        await Admin.GetByRole(AriaRole.Row, new() { NameRegex = new Regex(DiscountName) }).GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Admin.ClickAsync("#discount-delete");
        await Admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Discount/List"));
    }

    private ILocator Requirements() => Admin.Locator("#requirementlist .requirement-holder .requirement-holder");

    private ILocator Discount(bool applied) =>
        Customer.Locator($"#cart-discounts li[data-applied={(applied ? "true" : "false")}]", new() { HasText = DiscountName });

    private static void Accept(object? sender, IDialog dialog) => _ = dialog.AcceptAsync();
}
