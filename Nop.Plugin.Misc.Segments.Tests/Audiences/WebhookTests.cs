using System.Net;
using System.Text;
using System.Text.Json;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What another system is told, how, and where nothing is sent.</summary>
[Category("Audiences")]
public class WebhookTests
{
    private WebhookServer _server = null!;
    private TriggerShop _shop = null!;

    [SetUp]
    public async Task Open()
    {
        _server = new WebhookServer();
        _shop = await TriggerShop.CreateAsync(TestDatabase.Sqlite, 260);
        await AllowAsync(true);
    }

    [TearDown]
    public async Task Close()
    {
        _server.Dispose();
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Who_entered_is_told_in_signed_json_a_hundred_at_a_time()
    {
        var trigger = await AddAsync();
        _shop.Match(_shop.Customers.Take(250));
        await _shop.Shop.UpdateAsync(_shop.Customers);
        await _shop.RunAsync();
        await _shop.RunAsync();

        Assert.That(_server.Received, Has.Count.EqualTo(3));
        var told = new List<int>();
        foreach (var (body, timestamp, signature, type) in _server.Received)
        {
            Assert.That(type, Does.StartWith("application/json"));
            Assert.That(signature, Is.EqualTo(WebhookSender.Sign("secret", timestamp!, Encoding.UTF8.GetBytes(body))));
            var message = JsonDocument.Parse(body).RootElement;
            Assert.That(message.GetProperty("event").GetString(), Is.EqualTo("entered"));
            Assert.That(message.GetProperty("segment").GetProperty("id").GetInt32(), Is.EqualTo(_shop.Segment.Id));
            told.AddRange(message.GetProperty("customers").EnumerateArray().Select(customer => customer.GetProperty("id").GetInt32()));
        }

        Assert.That(told, Is.EquivalentTo(_shop.Customers.Take(250)));
        Assert.That(_shop.Firings(trigger).Select(firing => firing.Outcome), Is.All.EqualTo(FiringOutcome.Delivered));
    }

    [Test]
    public void A_signature_is_the_hmac_of_timestamp_and_body() =>
        // printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
        Assert.That(WebhookSender.Sign("secret", "1700000000", "{}"u8), Is.EqualTo("sha256=" +
            Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("secret"u8.ToArray(), "1700000000.{}"u8.ToArray()))));

    [TestCase(500)]
    [TestCase(404)]
    [TestCase(302, Description = "redirects are not followed")]
    public async Task What_is_not_taken_is_told_again_later_with_the_same_numbers(int status)
    {
        _server.Answers.Enqueue(status);
        var trigger = await AddAsync();
        await _shop.MoveAsync(_shop.Customers[0], true);
        await _shop.RunAsync();
        await _shop.RunAsync();

        var failed = _shop.Firings(trigger).Single();
        Assert.Multiple(() =>
        {
            Assert.That(_server.Received, Has.Count.EqualTo(1), "not again at once");
            Assert.That(failed.State, Is.EqualTo(FiringState.Waiting));
            Assert.That(failed.Attempts, Is.EqualTo(1));
            var problem = TriggerProblem.Read(failed.Detail);
            Assert.That(problem?.Fault, Is.EqualTo(TriggerFault.Refused));
            Assert.That(problem?.Values, Is.EqualTo(new[] { "127.0.0.1", $"{status}" }));
        });

        _shop.Shop.Clock.Now = _shop.Shop.Clock.Now.AddMinutes(2);
        await _shop.RunAsync();
        Assert.That(_server.Received, Has.Count.EqualTo(2));
        Assert.That(_shop.Firings(trigger).Single().State, Is.EqualTo(FiringState.Done));
        Assert.That(_server.Received.Select(received => JsonDocument.Parse(received.Body).RootElement.GetProperty("customers")[0].GetProperty("firingId").GetInt32()),
            Is.All.EqualTo(failed.Id));
    }

    [Test]
    public async Task Nobody_answering_is_noted_as_what_it_is()
    {
        var trigger = await AddAsync(_server.Address);
        _server.Dispose();
        await _shop.MoveAsync(_shop.Customers[0], true);
        await _shop.RunAsync();

        var problem = TriggerProblem.Read(_shop.Firings(trigger).Single().Detail);
        Assert.That(problem?.Fault, Is.EqualTo(TriggerFault.Unreachable));
        Assert.That(problem?.Values[0], Is.EqualTo("127.0.0.1"));
    }

    [Test]
    public async Task Nothing_is_sent_into_the_shops_own_network_unless_a_setting_allows_it([Values("http://127.0.0.1:1/", "https://127.0.0.1:1/", "https://localhost:1/")] string address)
    {
        await AllowAsync(false);
        var trigger = await AddAsync(address);
        await _shop.MoveAsync(_shop.Customers[0], true);
        await _shop.RunAsync();

        var firing = _shop.Firings(trigger).Single();
        Assert.That(firing.State, Is.EqualTo(FiringState.Waiting));
        Assert.That(firing.Detail, Does.Contain(address.StartsWith("https", StringComparison.Ordinal) ? nameof(TriggerFault.AddressPrivate) : nameof(TriggerFault.AddressRefused)));
        Assert.That(_server.Received, Is.Empty);
    }

    [TestCase("127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("172.31.0.1")]
    [TestCase("192.168.1.1")]
    [TestCase("169.254.169.254", Description = "where clouds keep their secrets")]
    [TestCase("100.64.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::1")]
    [TestCase("::")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::a00:1")]
    [TestCase("2002:a00:1::")]
    [TestCase("fd00::1")]
    [TestCase("fe80::1")]
    public void Private_addresses_are_known(string address) => Assert.That(PrivateAddresses.Contains(IPAddress.Parse(address)));

    [TestCase("8.8.8.8")]
    [TestCase("172.32.0.1")]
    [TestCase("193.99.144.80")]
    [TestCase("2606:4700:4700::1111")]
    [TestCase("::ffff:8.8.8.8")]
    public void Public_addresses_are_let_through(string address) => Assert.That(PrivateAddresses.Contains(IPAddress.Parse(address)), Is.False);

    [TestCase("https://example.com/hook", true)]
    [TestCase("http://example.com/hook", false)]
    [TestCase("https://user:password@example.com/", false)]
    [TestCase("ftp://example.com/", false)]
    [TestCase("example.com", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Only_https_addresses_are_taken(string? address, bool taken) =>
        Assert.That(WebhookAddress.Read(address, new SegmentsSettings()), taken ? Is.Not.Null : Is.Null);

    private Task<SegmentTrigger> AddAsync(string? address = null) =>
        _shop.AddTriggerAsync(trigger => (trigger.Action, trigger.Url, trigger.Secret) = (TriggerAction.Webhook, address ?? _server.Address, "secret"));

    private Task AllowAsync(bool allow) =>
        _shop.Shop.InScopeAsync<ISettingService>(settings => settings.SaveSettingAsync(new SegmentsSettings { AllowPrivateWebhooks = allow }));
}
