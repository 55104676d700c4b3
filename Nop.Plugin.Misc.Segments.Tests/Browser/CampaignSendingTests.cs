using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// Campaigns sent from the card of their segments, by clicking: to whom they go, and that they go to nobody twice when they are paused between the pages,
/// or ended before all have got them. Each test has customers, a segment and a campaign of its own.
/// </summary>
[Category("Audiences")]
public class CampaignSendingTests : JourneyTests
{
    /// <summary>Three pages: two full ones and a rest.</summary>
    private const int Crowd = 600;

    private const int PageSize = 250;

    [OneTimeSetUp]
    public Task SignInAsync() => SignInAsync(Admin);

    [Test]
    public async Task Only_a_member_with_an_active_subscription_gets_it_and_the_card_says_why_the_others_do_not()
    {
        await AddCustomersAsync("few.example", 3);
        await AddCustomersAsync("elsewhere.example", 1);
        await SubscribeAsync("2@few.example", active: false);
        await SubscribeAsync("3@few.example", active: true);
        await SubscribeAsync("1@elsewhere.example", active: true);
        await SubscribeAsync("reader@few.example", active: true);
        await MakeCampaignAsync("Few", "few.example");

        await Expect(Admin.Locator("#segment-recipients")).ToHaveTextAsync(new Regex("^One of [0-9,]+ subscribers will get it[.]$"));
        await Expect(Admin.Locator("#segment-unreached p")).ToHaveTextAsync("Of 3 members, one gets it. The others:");
        await Expect(Admin.Locator("#segment-unreached li")).ToHaveTextAsync(["1: never subscribed to the newsletter", "1: the newsletter subscription is not active"]);

        await BeginAsync("Send this campaign to one subscriber now?");
        await Expect(State()).ToContainTextAsync("Sent to one subscriber.");
        Assert.That(await MailedAsync("Few"), Is.EqualTo(new[] { "3@few.example" }));
        await Expect(Admin.Locator("#segment-unreached li").Last).ToHaveTextAsync("1: got this campaign before");
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    [Test]
    public async Task A_paused_sending_goes_on_where_it_stopped_and_mails_nobody_twice()
    {
        await MakeCrowdAsync("Many", "many.example");
        await PauseAsync(inPage: 2);
        await Expect(State()).ToContainTextAsync($"{2 * PageSize} of {Crowd} sent.");
        Assert.That(await MailedAsync("Many"), Has.Count.EqualTo(2 * PageSize), "it has stopped");

        await Admin.ReloadAsync();
        await Expect(State()).ToContainTextAsync($"{2 * PageSize} of {Crowd} sent.");
        await SetActiveAsync("Many", active: false);
        await Button("Continue sending").ClickAsync();
        await Expect(State()).ToContainTextAsync("It would go to nobody, because these segments are inactive, deleted or not computed yet: Many.");
        Assert.That(await MailedAsync("Many"), Has.Count.EqualTo(2 * PageSize), "nothing is sent to a segment that cannot be relied on");

        await SetActiveAsync("Many", active: true);
        await Button("Continue sending").ClickAsync();
        await Expect(State()).ToContainTextAsync($"Sent to {Crowd} subscribers.");
        await Expect(Button("Continue sending")).ToBeHiddenAsync();
        Assert.That(await MailedAsync("Many"), Is.EquivalentTo(Addresses("many.example")));
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    [Test]
    public async Task A_sending_that_is_ended_without_the_rest_mails_them_nothing()
    {
        await MakeCrowdAsync("Some", "some.example");
        await PauseAsync(inPage: 1);
        await Button("End without the rest").ClickAsync();
        await Expect(State()).ToContainTextAsync($"Sent to {PageSize} subscribers.");
        await Expect(Admin.Locator("#segment-recipients")).ToHaveTextAsync(new Regex($"^{Crowd - PageSize} of "));

        await Admin.ReloadAsync();
        await Expect(State()).ToContainTextAsync($"Sent to {PageSize} subscribers.");
        await Expect(Button("Continue sending")).ToBeHiddenAsync();
        await Expect(Button("Send to segments")).ToBeEnabledAsync();
        await Expect(Admin.Locator("#segment-unreached li")).ToHaveTextAsync([$"{PageSize}: got this campaign before"]);
        var mailed = await MailedAsync("Some");
        Assert.That(mailed, Is.Unique.And.SubsetOf(Addresses("some.example")));
        Assert.That(mailed, Has.Count.EqualTo(PageSize), "the rest got nothing");
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private static IEnumerable<string> Addresses(string domain) => Enumerable.Range(1, Crowd).Select(number => $"{number}@{domain}");

    private async Task MakeCrowdAsync(string name, string domain)
    {
        await AddCustomersAsync(domain, Crowd);
        await ExecuteAsync(
            """
            INSERT INTO NewsLetterSubscription (Active, CreatedOnUtc, Email, LanguageId, NewsLetterSubscriptionGuid, StoreId, TypeId)
            SELECT 1, CreatedOnUtc, Email, 1, CustomerGuid, 1, 1 FROM Customer WHERE Email LIKE '%@' || $domain
            """, ("$domain", domain));
        await MakeCampaignAsync(name, domain);
    }

    private Task SubscribeAsync(string email, bool active) => ExecuteAsync(
        """
        INSERT INTO NewsLetterSubscription (Active, CreatedOnUtc, Email, LanguageId, NewsLetterSubscriptionGuid, StoreId, TypeId)
        VALUES ($active, '2026-01-01 00:00:00', $email, 1, $guid, 1, 1)
        """, ("$active", active), ("$email", email), ("$guid", Guid.NewGuid()));

    private Task SetActiveAsync(string segment, bool active) =>
        ExecuteAsync("UPDATE CustomerSegment SET Active = $active WHERE Name = $segment", ("$active", active), ("$segment", segment));

    /// <summary>The addresses of the mails of a campaign in the shop's message queue, one for each mail.</summary>
    private Task<List<string>> MailedAsync(string subject) => QueryAsync("""SELECT "To" FROM QueuedEmail WHERE Subject = $subject""", ("$subject", subject));

    /// <summary>Makes a segment of a domain's customers and a campaign to it, both of the same name, which is the mails' subject too.</summary>
    private async Task MakeCampaignAsync(string name, string domain)
    {
        await MakeDomainSegmentAsync(name, domain);
        await Admin.GotoAsync($"{Address}/Admin/Campaign/Create");
        await Admin.FillAsync("#Name", name);
        await Admin.FillAsync("#Subject", name);
        await Admin.FillAsync("#Body", "Hello");
        await Admin.Locator("#SegmentIds").SelectOptionAsync(new SelectOptionValue { Label = name }, new() { Force = true });
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Campaign/Edit/"));
    }

    private async Task BeginAsync(string question)
    {
        await Button("Send to segments").ClickAsync();
        await Expect(Admin.Locator("#segment-question")).ToContainTextAsync(question);
        await Button("Yes, send it").ClickAsync();
    }

    /// <summary>Begins and clicks "Pause" while a page is on its way to the shop, which waits for the click: whoever is faster, it is this page.</summary>
    private async Task PauseAsync(int inPage)
    {
        const string pages = "**/SegmentCampaign/SendPage";
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clicked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        await Admin.RouteAsync(pages, async route =>
        {
            if (++count == inPage)
            {
                arrived.SetResult();
                await clicked.Task;
            }

            await route.ContinueAsync();
        });
        await BeginAsync($"Send this campaign to {Crowd} subscribers now?");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Button("Pause").ClickAsync();
        await Expect(Button("Pause")).ToBeDisabledAsync();
        clicked.SetResult();
        await Expect(Button("Continue sending")).ToBeFocusedAsync();
        await Expect(Button("Pause")).ToBeHiddenAsync();
        await Admin.UnrouteAsync(pages);
    }

    private ILocator State() => Admin.Locator("#segment-sending-text");

    private ILocator Button(string name) => Admin.Locator("#segment-campaign").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
