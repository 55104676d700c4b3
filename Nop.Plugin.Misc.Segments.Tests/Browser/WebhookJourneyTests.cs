using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Nop.Plugin.Misc.Segments.Tests.Audiences;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>Triggers that tell another system, by clicking: it listens on this machine.</summary>
[Category("Audiences")]
public partial class WebhookJourneyTests : TriggerJourneys
{
    private const string Action = "Tell another system (webhook)";
    private const int Attempts = 6;

    private WebhookServer _server = null!;
    private string _secret = null!;

    [OneTimeSetUp]
    public async Task AllowOwnNetworkAsync()
    {
        await SignInAsync(Admin);
        await Admin.GotoAsync($"{Address}/Admin/SegmentSettings/Configure");
        await Admin.CheckAsync("#AllowPrivateWebhooks");
        await Admin.Locator("button[name=save]").ClickAsync();
        await Expect(Admin.GetByText("The settings have been saved.")).ToBeVisibleAsync();
    }

    [SetUp]
    public void Listen() => _server = new WebhookServer();

    [TearDown]
    public void HangUp() => _server?.Dispose();

    [Test]
    public async Task Another_system_is_told_who_entered_and_on_request_who_is_a_member_already()
    {
        var details = await MakeSegmentAsync("VIP customers", exactly: false);
        var email = await FirstMemberAsync(await MakeSegmentAsync("Nearly VIP", exactly: true));
        await MakeWebhookAsync(details, "CRM");
        await ExpectTestToArriveAsync();

        await OrderAsync(email);
        await WaitUntilDoneAsync(details, "CRM");
        await OpenTriggerAsync(details, "CRM");
        await Expect(Log()).ToHaveCountAsync(1);
        await Expect(Log()).ToContainTextAsync(email);
        await Expect(Log()).ToContainTextAsync("The other system knows");
        Assert.That(Told(), Is.EqualTo(new[] { email }));

        var (members, rest) = await CountAsync();
        Assert.That(rest, Is.EqualTo(members - 1), "all but who was told of already");
        await EnrolAsync();
        await WaitUntilDoneAsync(details, "CRM", members);
        Assert.That(Told(), Is.Unique);
        Assert.That(Told(), Has.Count.EqualTo(members));
        var member = await MemberAsync(details, 0);
        Assert.That(Told(), Does.Contain(member));
        await OpenTriggerAsync(details, "CRM");
        await Admin.SelectOptionAsync("#SearchState", new SelectOptionValue { Label = "Done" }, new() { Force = true });
        await Expect(Admin.Locator("#firings-grid_info")).ToContainTextAsync($"of {members} ");
        Assert.That((await CountAsync()).Reached, Is.Zero, "nobody twice");
        await EnrolAsync();
        await WaitUntilDoneAsync(details, "CRM", members);
        Assert.That(Told(), Has.Count.EqualTo(members));

        await DeleteTriggerAsync(details, "CRM");
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    [Test]
    public async Task What_is_refused_is_given_up_at_last_and_told_when_a_merchant_has_it_tried_again()
    {
        var details = await MakeSegmentAsync("Regulars", exactly: false);
        var email = await FirstMemberAsync(await MakeSegmentAsync("Nearly regulars", exactly: true));
        await MakeWebhookAsync(details, "ERP");
        for (var attempt = 0; attempt < Attempts; attempt++)
            _server.Answers.Enqueue(503);

        await OrderAsync(email);
        await RunTaskUntilAsync(() => SkipPauseAsync(1, TimeSpan.FromMinutes(1)), "attempt 1");
        await OpenTriggerAsync(details, "ERP");
        await Expect(Log()).ToContainTextAsync("Failed once, is tried again");
        await Expect(Admin.Locator("#trigger-retry")).ToHaveCountAsync(0);
        await SkipPauseAsync(1, TimeSpan.Zero);
        for (var attempt = 2; attempt < Attempts; attempt++)
            await RunTaskUntilAsync(() => SkipPauseAsync(attempt, TimeSpan.Zero), $"attempt {attempt}");
        await WaitUntilAsync(details, "ERP", "failed: 1");

        await OpenTriggerAsync(details, "ERP");
        await Expect(Log()).ToContainTextAsync(email);
        await Expect(Log()).ToContainTextAsync("Given up after 6 attempts");
        await Expect(Detail()).ToHaveTextAsync("127.0.0.1 did not take it: it answered with the status 503.");
        await AssertAccessibleAsync(Admin, "#trigger-log-card");
        await ExpectToFitAsync();
        Assert.That(_server.Received, Has.Count.EqualTo(Attempts));

        await Admin.GetByRole(AriaRole.Button, new() { Name = "Try the failed ones again (1)" }).ClickAsync();
        await Expect(Admin.GetByText("One is tried again.")).ToBeVisibleAsync();
        await WaitUntilDoneAsync(details, "ERP");
        await OpenTriggerAsync(details, "ERP");
        await Expect(Log()).ToContainTextAsync("The other system knows");
        await Expect(Detail()).ToBeEmptyAsync();
        await Expect(Admin.Locator("#trigger-retry")).ToHaveCountAsync(0);
        Assert.That(Told(), Is.EqualTo(Enumerable.Repeat(email, Attempts + 1)), "once more, and no more");
        Assert.That(Troubles, Is.Empty, "no error on any page");
    }

    private async Task MakeWebhookAsync(string details, string name)
    {
        await MakeTriggerAsync(details, name, Action, () => Admin.FillAsync("#Url", _server.Address));
        await Expect(Admin.Locator("#trigger-secret")).Not.ToBeEmptyAsync();
        _secret = await Admin.Locator("#trigger-secret").InputValueAsync();
    }

    private async Task ExpectTestToArriveAsync()
    {
        var button = Admin.GetByRole(AriaRole.Button, new() { Name = "Send a test" });
        var answer = Admin.Locator("#trigger-test-answer");
        await Admin.FillAsync("#Url", "https://example.com");
        await Expect(answer).ToHaveTextAsync("Save first: the test goes to the saved address.");
        await Expect(button).ToBeDisabledAsync();
        await Admin.FillAsync("#Url", _server.Address);
        await button.ClickAsync();
        await Expect(answer).ToHaveTextAsync("The other system has taken the test.");
        Assert.That(_server.Received.Select(Read).Select(message => message.GetProperty("event").GetString()), Is.EqualTo(new[] { "test" }));
        _server.Received.Clear();
    }

    private async Task<(int Members, int Reached)> CountAsync()
    {
        var preview = Admin.Locator("#trigger-preview");
        await Expect(preview).ToHaveTextAsync(Counts());
        var match = Counts().Match(await preview.InnerTextAsync());
        return (Number(match.Groups[1].Value), Number(match.Groups[2].Value));
    }

    private async Task EnrolAsync()
    {
        await Admin.GetByRole(AriaRole.Button, new() { Name = "Do it for those who are members now" }).ClickAsync();
        var question = Admin.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("It is done for all who are members now.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Expect(Admin.GetByText("The trigger acts for those who are members now, too.")).ToBeVisibleAsync();
    }

    /// <summary>The addresses of all customers of whom was told that they entered.</summary>
    private List<string> Told()
    {
        var told = new List<string>();
        foreach (var message in _server.Received.Select(Read))
        {
            Assert.That(message.GetProperty("event").GetString(), Is.EqualTo("entered"));
            told.AddRange(message.GetProperty("customers").EnumerateArray().Select(customer => customer.GetProperty("email").GetString()!));
        }

        return told;
    }

    /// <summary>Checks the signature as another system does that has the secret from the page.</summary>
    private JsonElement Read((string Body, string? Timestamp, string? Signature, string? Type) received)
    {
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secret), Encoding.UTF8.GetBytes($"{received.Timestamp}.{received.Body}"));
        Assert.That(received.Signature, Is.EqualTo($"sha256={Convert.ToHexStringLower(signature)}"));
        return JsonDocument.Parse(received.Body).RootElement;
    }

    /// <summary>
    /// Lets the pause after so many attempts in vain be as long as is said, which takes the shop hours: moves what is due in the shop's database.
    /// </summary>
    /// <returns>Whether there were so many attempts.</returns>
    private async Task<bool> SkipPauseAsync(int attempts, TimeSpan pause)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE CustomerSegmentFiring SET DueOnUtc = $due WHERE StateId = 0 AND Attempts = $attempts AND TriggerId = (SELECT MAX(Id) FROM CustomerSegmentTrigger)";
        command.Parameters.AddWithValue("$attempts", attempts);
        command.Parameters.AddWithValue("$due", DateTime.UtcNow + pause);
        return await command.ExecuteNonQueryAsync() == 1;
    }

    [GeneratedRegex(@"Members now: ([\d,]+)\. If you have it done for them, too, ([\d,]+) get it\.")]
    private static partial Regex Counts();
}
