using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>A campaign to one segment but not to another, by clicking: chosen, saved, copied, sent from the card; who is not meant gets no mail.</summary>
[Category("Audiences")]
public partial class CampaignJourneyTests : JourneyTests
{
    [Test]
    public async Task A_campaign_goes_to_a_segment_without_another_and_to_nobody_twice()
    {
        await SignInAsync(Admin);
        await MakeSegmentAsync("Buyers", exactly: false);
        var spared = await FirstMemberAsync(await MakeSegmentAsync("Ten orders", exactly: true));
        await ChooseAsync("Buyers", "Ten orders");
        await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        await ExpectChosenAsync("Buyers", "Ten orders");
        await Expect(Admin.Locator("#segment-unreached")).ToContainTextAsync("never subscribed");
        await Expect(Admin.Locator("#segment-unreached")).ToContainTextAsync("left out by a segment");
        var (recipients, _) = await CountsAsync();
        Assert.That(recipients, Is.GreaterThan(1));

        await Admin.GetByRole(AriaRole.Button, new() { Name = "Send to segments" }).ClickAsync();
        await Expect(Admin.Locator("#segment-question")).ToContainTextAsync($"to {recipients:N0} subscribers");
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Yes, send it" }).ClickAsync();
        await Expect(Admin.Locator("#segment-sending-text")).ToContainTextAsync($"Sent to {recipients:N0} subscribers");
        Assert.That(await QueuedAsync(), Is.EqualTo(recipients));
        Assert.That(await QueuedAsync(spared), Is.Zero, "who is in the excluded segment");
        var (left, _) = await CountsAsync();
        Assert.That(left, Is.Zero, "nobody gets it twice");
        await Expect(Admin.Locator("#segment-send")).ToBeDisabledAsync();

        await Admin.GetByRole(AriaRole.Button, new() { Name = "Copy" }).First.ClickAsync();
        await Admin.Locator("#copycampaign-window").GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Campaign/Edit/2"));
        await ExpectChosenAsync("Buyers", "Ten orders");
        Assert.That((await CountsAsync()).Recipients, Is.EqualTo(recipients), "the copy was sent to nobody yet");

        await Admin.FillAsync("#TestEmail", spared);
        await Admin.Locator("button[name=send-test-email]").ClickAsync();
        await Expect(Admin.Locator(".alert-success, .toast-success, #toast-container").First).ToBeVisibleAsync();
        Assert.That(await QueuedAsync(), Is.InRange(recipients, recipients + 1), "one test mail at most, for a subscriber's goes through the queue");

        await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/2");
        await Admin.Locator("#send-mass-email").ClickAsync();
        await Expect(Admin.Locator("#segment-recipients")).ToContainTextAsync("subscribers");
        Assert.That(await QueuedAsync(), Is.InRange(2 * recipients, 2 * recipients + 1), "the shop's own button goes by the segments");
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private async Task ChooseAsync(string included, string excluded)
    {
        await Admin.GotoAsync($"{Address}/Admin/Campaign/Edit/1");
        await Admin.Locator("#SegmentIds").SelectOptionAsync(new[] { new SelectOptionValue { Label = included }, new SelectOptionValue { Label = excluded } }, new() { Force = true });
        await Admin.Locator("#ExcludedSegmentIds").SelectOptionAsync(new SelectOptionValue { Label = excluded }, new() { Force = true });
        await Expect(Admin.Locator("#segment-unsaved")).ToBeVisibleAsync();
        await Expect(Admin.Locator("#segment-send")).ToBeDisabledAsync();
        await Admin.Locator("button[name=save-continue]").ClickAsync();
        await Expect(Admin.GetByText("The campaign has been updated.")).ToBeVisibleAsync();
    }

    private async Task ExpectChosenAsync(string included, string excluded)
    {
        await Expect(Admin.Locator("#SegmentIds option:checked")).ToHaveTextAsync([included, excluded]);
        await Expect(Admin.Locator("#ExcludedSegmentIds option:checked")).ToHaveTextAsync([excluded]);
    }

    private async Task<(int Recipients, int Subscribers)> CountsAsync()
    {
        var line = Admin.Locator("#segment-recipients");
        await Expect(line).ToHaveTextAsync(Counts());
        var match = Counts().Match(await line.InnerTextAsync());
        return (Number(match.Groups[1].Value), Number(match.Groups[2].Value));
    }

    /// <summary>How many mails of campaigns are in the shop's queue.</summary>
    private async Task<int> QueuedAsync(string? email = null)
    {
        var page = await Admin.Context.NewPageAsync();
        await page.GotoAsync($"{Address}/Admin/QueuedEmail/List");
        var text = await page.EvaluateAsync<string>("""
            async email => {
                const body = new URLSearchParams({ Draw: 1, Start: 0, Length: 1, draw: 1, start: 0, length: 1, SearchToEmail: email ?? '' });
                body.append('__RequestVerificationToken', document.querySelector('[name=__RequestVerificationToken]').value);
                const answer = await fetch('/Admin/QueuedEmail/QueuedEmailList', { method: 'POST', body, headers: { 'X-Requested-With': 'XMLHttpRequest' } });
                return answer.ok ? String((await answer.json()).recordsTotal) : `status ${answer.status}`;
            }
            """, email);
        await page.CloseAsync();
        return Number(text);
    }

    [GeneratedRegex(@"([\d,]+) of ([\d,]+) subscribers will get it")]
    private static partial Regex Counts();
}
