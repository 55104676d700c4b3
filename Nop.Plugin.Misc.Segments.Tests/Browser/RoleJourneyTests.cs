using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>A customer role that follows a segment, by clicking: who gets it, who does not, who keeps it.</summary>
[Category("Audiences")]
public class RoleJourneyTests : JourneyTests
{
    private const string Role = "Club member";

    private const int Crowd = 8_000;

    private string _details = null!;

    [OneTimeSetUp]
    public Task SignInAsync() => SignInAsync(Admin);

    [Test]
    public async Task Members_have_the_role_of_their_segment_and_who_got_it_by_hand_keeps_it()
    {
        var other = await FirstMemberAsync(await MakeSegmentAsync("Nearly VIP", exactly: true));
        _details = await MakeSegmentAsync("VIP customers", exactly: false);
        var member = await FirstMemberAsync(_details);

        await GiveToMembersAsync();
        await Expect(Card().GetByText(new Regex("^[1-9][0-9,]* of [1-9][0-9,]* members have it"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(Admin.Locator("#segment-uses").GetByRole(AriaRole.Link, new() { Name = Role })).ToBeVisibleAsync();
        await ExpectRoleAsync(member, Role, has: true);
        await ExpectRoleAsync(other, Role, has: false);

        await GiveByHandAsync(other);
        await TakeBackAsync();
        await ExpectRoleAsync(member, Role, has: false);
        await ExpectRoleAsync(other, Role, has: true);

        await Admin.GotoAsync(_details);
        await Admin.SelectOptionAsync("#segment-role-choice", new SelectOptionValue { Label = Role });
        await Expect(Admin.Locator("#segment-role-new")).ToBeHiddenAsync();
        await Expect(Admin.Locator("#segment-role-choice option", new() { HasText = "Administrators" })).ToHaveCountAsync(0);
        await Card().GetByRole(AriaRole.Button, new() { Name = "Give it to the members" }).ClickAsync();
        await Expect(Admin.Locator("#segment-role-name")).ToHaveTextAsync(Role);
        await Admin.ClickAsync("#segment-delete");
        await Admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Admin.GetByText($"Its customer role “{Role}” is being taken back")).ToBeVisibleAsync();
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    [Test]
    public async Task A_bar_shows_how_far_the_giving_to_thousands_is()
    {
        await AddCustomersAsync("crowd.example", Crowd);
        await AddHalfGivenRoleAsync();
        await MakeDomainSegmentAsync("Crowd", "crowd.example");
        await SpeakAsync("DE");
        await Admin.SetViewportSizeAsync(390, 1400);
        await ShootAsync(Admin, "role-choice-390", "#segment-role");
        await AssertFitsAsync(Admin, "#segment-role", "the choice of a role");

        await Admin.SelectOptionAsync("#segment-role-choice", new SelectOptionValue { Label = "Half of them" });
        await Card().GetByRole(AriaRole.Button, new() { Name = "Den Mitgliedern geben" }).ClickAsync();
        var bar = Card().GetByRole(AriaRole.Progressbar);
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", new Regex("^[5-9][0-9]$"));
        await Expect(bar).ToHaveAccessibleNameAsync(new Regex("^Bisher haben sie [4-7][.][0-9]{3} von 8[.]000 Mitgliedern bekommen[.]$"));
        await ShootAsync(Admin, "role-progress-390", "#segment-role");
        await Expect(Admin.Locator("#segment-role-progress")).ToHaveTextAsync("8.000 von 8.000 Mitgliedern haben sie.", new() { Timeout = 60_000 });
        await Expect(bar).ToBeHiddenAsync();
        await ShootAsync(Admin, "role-given-390", "#segment-role");
        await AssertFitsAsync(Admin, "#segment-role", "the role that was given");
        await SpeakAsync("EN");
        await Admin.SetViewportSizeAsync(1400, 1400);
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    /// <summary>A role that every other customer of the crowd has by hand: the bar begins in the middle, however fast the others get it.</summary>
    private Task AddHalfGivenRoleAsync() => ExecuteAsync(
        """
        INSERT INTO CustomerRole (Name, Active, IsSystemRole, FreeShipping, TaxExempt, EnablePasswordLifetime, OverrideTaxDisplayType, DefaultTaxDisplayTypeId, PurchasedWithProductId)
            VALUES ('Half of them', 1, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO Customer_CustomerRole_Mapping (Customer_Id, CustomerRole_Id)
            SELECT c.Id, (SELECT MAX(Id) FROM CustomerRole) FROM Customer c WHERE c.Email LIKE '%@crowd.example' AND c.Id % 2 = 0
        """);

    private async Task GiveToMembersAsync()
    {
        await Admin.GotoAsync(_details);
        await Expect(Admin.Locator("#segment-role-new-name")).ToHaveValueAsync("VIP customers");
        await Admin.FillAsync("#segment-role-new-name", "Administrators");
        await Card().GetByRole(AriaRole.Button, new() { Name = "Give it to the members" }).ClickAsync();
        await Expect(Admin.GetByText("There is a role of this name already.")).ToBeVisibleAsync();
        await Admin.FillAsync("#segment-role-new-name", Role);
        await Card().GetByRole(AriaRole.Button, new() { Name = "Give it to the members" }).ClickAsync();
        await Expect(Admin.Locator("#segment-role-name")).ToHaveTextAsync(Role);
    }

    private async Task TakeBackAsync()
    {
        await Admin.GotoAsync(_details);
        await Admin.ClickAsync("#segment-role-end");
        await Expect(Admin.GetByRole(AriaRole.Dialog)).ToContainTextAsync("unless it was given to them by hand");
        await Admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Expect(Admin.Locator("#segment-role-choice")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#segment-role-ending")).ToBeEmptyAsync(new() { Timeout = 60_000 });
    }

    private async Task GiveByHandAsync(string email)
    {
        await OpenCustomerAsync(email);
        var chosen = await Chosen().AllInnerTextsAsync();
        await Roles().SelectOptionAsync([.. chosen.Append(Role).Select(name => new SelectOptionValue { Label = name.Trim() })], new() { Force = true });
        await Admin.Locator("button[name=save]").ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Customer/List"));
    }

    private ILocator Card() => Admin.Locator("#segment-role");

    private ILocator Roles() => Admin.Locator("#SelectedCustomerRoleIds");

    private ILocator Chosen() => Admin.Locator("#SelectedCustomerRoleIds option:checked");
}
