using System.Globalization;
using Microsoft.Extensions.Primitives;
using Moq;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

[TestFixture]
[Category("Audiences")]
public class CampaignTests
{
    private const string MassSend = "send-mass-email";
    private const string TestSend = "send-test-email";

    private AudienceShop _shop = null!;
    private Campaign _campaign = null!;
    private Segment _segment = null!;
    private EmailAccount _account = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync();
        _segment = await _shop.AddSegmentAsync("VIP",
            await _shop.AddCustomerAsync("Anna@Example.com"),
            await _shop.AddCustomerAsync("ben@example.com"),
            await _shop.AddCustomerAsync("inactive@example.com", c => c.Active = false));
        _campaign = await _shop.AddCampaignAsync("News");
        await _shop.AddAsync(new Store { Name = "Shop", Url = "http://localhost/", Hosts = "localhost" });
        await _shop.AddAsync(new NewsLetterSubscriptionType { Name = "News" });
        await _shop.AddAsync(new NewsLetterSubscriptionType { Name = "Offers" });
        _account = await _shop.AddAsync(new EmailAccount
        {
            Email = "shop@example.com",
            DisplayName = "Shop",
            Host = "localhost",
            Username = string.Empty,
            Password = string.Empty
        });
        foreach (var email in new[] { "anna@example.com", "ben@example.com", "inactive@example.com", "stranger@example.com" })
            await _shop.SubscribeAsync(email);
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_mass_sending_goes_to_members_only()
    {
        await SendAsync(MassSend, _segment.Id);

        Assert.That(Queued(), Is.EquivalentTo(new[] { "anna@example.com", "ben@example.com" }));
    }

    [Test]
    public async Task The_stored_choice_holds_where_none_is_posted()
    {
        await _shop.InRequestAsync<CampaignChoices>(choices => choices.SaveAsync(_campaign.Id, Only(_segment.Id)));
        await SendAsync(new Dictionary<string, StringValues> { [MassSend] = "" });

        Assert.That(Queued(), Is.EquivalentTo(new[] { "anna@example.com", "ben@example.com" }));
    }

    [Test]
    public async Task The_posted_choice_goes_before_the_stored_one()
    {
        await _shop.InRequestAsync<CampaignChoices>(choices => choices.SaveAsync(_campaign.Id, Only(_segment.Id)));
        await SendAsync(MassSend);

        Assert.That(Queued(), Is.EquivalentTo(new[] { "anna@example.com", "ben@example.com", "stranger@example.com" }));
    }

    [Test]
    public async Task Who_is_in_an_excluded_segment_gets_nothing_even_if_in_an_included_one()
    {
        var spared = await _shop.AddSegmentAsync("Spared", await _shop.AddCustomerAsync("ANNA@example.com"));
        await SendAsync(FormOf(MassSend, [_segment.Id], [spared.Id]));

        Assert.That(Queued(), Is.EqualTo(new[] { "ben@example.com" }));
    }

    [Test]
    public async Task An_exclusion_alone_means_everybody_else()
    {
        await SendAsync(FormOf(MassSend, [], [_segment.Id]));

        Assert.That(Queued(), Is.EqualTo(new[] { "stranger@example.com" }));
    }

    [Test]
    public async Task A_test_mail_is_not_held_back_by_an_exclusion()
    {
        await SendAsync(FormOf(TestSend, [], [_segment.Id]));

        Assert.That(Queued(), Does.Contain("anna@example.com"));
    }

    [Test]
    public async Task A_deleted_excluded_segment_stops_the_sending()
    {
        await _shop.InRequestAsync<CampaignChoices>(choices => choices.SaveAsync(_campaign.Id, new CampaignAudience([], [_segment.Id])));
        await _shop.InRequestAsync<ISegmentService>(segments => segments.DeleteAsync(_segment));
        await SendAsync(new Dictionary<string, StringValues> { [MassSend] = "" });

        Assert.That(Queued(), Is.Empty);
    }

    [Test]
    public async Task A_test_mail_goes_where_it_is_sent()
    {
        await SendAsync(TestSend, _segment.Id);

        Assert.That(Queued(), Does.Contain("stranger@example.com"));
    }

    [Test]
    public async Task An_address_gets_one_mail_however_it_is_written_and_however_often_it_subscribed()
    {
        await _shop.SubscribeAsync("ANNA@example.com", typeId: 2);
        await _shop.SubscribeAsync("anna@example.com", storeId: 2);
        await SendAsync(MassSend, _segment.Id);

        Assert.That(Queued(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_kind_of_newsletter_holds_although_the_shop_forgets_it_for_a_role()
    {
        await _shop.SubscribeAsync("ben@example.com", typeId: 2);
        var form = FormOf(MassSend, _segment.Id);
        form["NewsLetterSubscriptionTypeId"] = "2";
        await SendAsync(form);

        Assert.That(Queued(), Is.EqualTo(new[] { "ben@example.com" }));
    }

    [Test]
    public async Task A_guest_is_reached_at_the_address_of_the_order()
    {
        var guest = await _shop.AddCustomerAsync(null);
        await _shop.AddAsync(await _shop.NewOrderAsync(guest.Id, 10, "stranger@example.com"));
        var guests = await _shop.AddSegmentAsync("Guests", guest);
        await SendAsync(MassSend, guests.Id);

        Assert.That(Queued(), Is.EqualTo(new[] { "stranger@example.com" }));
    }

    [TestCase("inactive")]
    [TestCase("never computed")]
    [TestCase("deleted")]
    public async Task A_segment_that_cannot_be_relied_on_stops_the_sending_and_says_so(string why)
    {
        var other = await _shop.AddSegmentAsync("Everybody", await _shop.AddCustomerAsync("stranger@example.com"));
        await SpoilAsync(why);
        await SendAsync(MassSend, _segment.Id, other.Id);

        Assert.That(Queued(), Is.Empty);
        _shop.Notifications.Verify(n => n.WarningNotification(It.IsAny<string>(), true, 0), Times.Once);
    }

    [Test]
    public async Task A_deleted_segment_is_not_everybody()
    {
        await _shop.InRequestAsync<CampaignChoices>(choices => choices.SaveAsync(_campaign.Id, Only(_segment.Id)));
        await _shop.InRequestAsync<ISegmentService>(segments => segments.DeleteAsync(_segment));
        await SendAsync(new Dictionary<string, StringValues> { [MassSend] = "" });

        Assert.That(Queued(), Is.Empty);
    }

    [Test]
    public async Task Without_the_plugin_the_shop_sends_as_ever()
    {
        _shop.Installed = false;
        await SendAsync(MassSend, _segment.Id);

        Assert.That(Queued(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task What_is_counted_is_what_is_sent()
    {
        await _shop.SubscribeAsync("ANNA@example.com", typeId: 2);
        await _shop.SubscribeAsync("ben@example.com", storeId: 2);
        await _shop.SubscribeAsync("left@example.com", active: false);
        var report = await ReportAsync(new RecipientFilter(Only(_segment.Id)));
        var everybody = await ReportAsync(new RecipientFilter(CampaignAudience.Everybody));
        var second = await ReportAsync(new RecipientFilter(Only(_segment.Id)) { StoreId = 2 });
        await SendAsync(MassSend, _segment.Id);

        Assert.That((report.Recipients, report.Subscribers), Is.EqualTo((2, 3)));
        Assert.That((everybody.Recipients, everybody.Subscribers), Is.EqualTo((3, 3)));
        Assert.That((second.Recipients, second.Subscribers), Is.EqualTo((1, 1)), "the second store");
        Assert.That(Queued(), Has.Count.EqualTo(report.Recipients));
    }

    [Test]
    public async Task The_page_stores_the_choice_with_the_campaign_and_nothing_else_does()
    {
        var form = FormOf("save", _segment.Id);
        await _shop.InRequestAsync<ICampaignService>(service => service.UpdateCampaignAsync(_campaign), form);
        Assert.That(Stored(_campaign.Id), Is.EqualTo(new[] { _segment.Id }));

        await _shop.InRequestAsync<ICampaignService>(service => service.UpdateCampaignAsync(_campaign));
        Assert.That(Stored(_campaign.Id), Is.EqualTo(new[] { _segment.Id }), "saved by something else than the page");

        await _shop.InRequestAsync<ICampaignService>(service => service.UpdateCampaignAsync(_campaign), FormOf("save"));
        Assert.That(Stored(_campaign.Id), Is.Empty);
    }

    [Test]
    public async Task Exclusions_are_stored_copied_and_forgotten_with_the_campaign()
    {
        var form = FormOf("save", [], [_segment.Id]);
        await _shop.InRequestAsync<ICampaignService>(service => service.UpdateCampaignAsync(_campaign), form);
        var copy = await _shop.InRequestAsync<ICampaignService, Campaign>(service => service.CopyCampaignAsync(_campaign, "Copy"));
        await _shop.InRequestAsync<ICampaignService>(service => service.DeleteCampaignAsync(_campaign));

        Assert.That(_shop.Rows<CampaignSegment>(), Is.Empty);
        Assert.That(_shop.Rows<CampaignExclusion>().Select(row => (row.CampaignId, row.SegmentId)), Is.EqualTo(new[] { (copy.Id, _segment.Id) }));
    }

    [Test]
    public async Task A_new_campaign_a_copy_and_a_deleted_one()
    {
        var added = new Campaign { Name = "New", Subject = "New", Body = "New", CreatedOnUtc = AudienceShop.Day };
        await _shop.InRequestAsync<ICampaignService>(service => service.InsertCampaignAsync(added), FormOf("save", _segment.Id));
        Assert.That(Stored(added.Id), Is.EqualTo(new[] { _segment.Id }));

        var copy = await _shop.InRequestAsync<ICampaignService, Campaign>(service => service.CopyCampaignAsync(added, "Copy"),
            new Dictionary<string, StringValues> { ["OriginalCampaignId"] = added.Id.ToString(CultureInfo.InvariantCulture) });
        Assert.That(Stored(copy.Id), Is.EqualTo(new[] { _segment.Id }));

        await _shop.InRequestAsync<ICampaignService>(service => service.DeleteCampaignAsync(added));
        Assert.That(Stored(added.Id), Is.Empty);
        Assert.That(Stored(copy.Id), Is.Not.Empty);
    }

    private static CampaignAudience Only(int segmentId) => new([segmentId], []);

    private static Dictionary<string, StringValues> FormOf(string button, params int[] segmentIds) => FormOf(button, segmentIds, []);

    private static Dictionary<string, StringValues> FormOf(string button, int[] included, int[] excluded) => new()
    {
        [button] = "",
        [CampaignForm.PresentField] = "true",
        [CampaignForm.SegmentsField] = new StringValues([.. included.Select(id => id.ToString(CultureInfo.InvariantCulture))]),
        [CampaignForm.ExcludedField] = new StringValues([.. excluded.Select(id => id.ToString(CultureInfo.InvariantCulture))])
    };

    private Task<RecipientReport> ReportAsync(RecipientFilter filter) =>
        _shop.InRequestAsync<CampaignRecipients, RecipientReport>(recipients => recipients.ReportAsync(filter));

    private Task SendAsync(string button, params int[] segmentIds) => SendAsync(FormOf(button, segmentIds));

    private Task SendAsync(Dictionary<string, StringValues> form)
    {
        var subscriptions = _shop.Rows<NewsLetterSubscription>().Where(s => s.Active).DistinctBy(s => (s.Email, s.TypeId)).ToList();
        return _shop.InRequestAsync<ICampaignService>(
            service => service.SendCampaignAsync(_campaign, _account, subscriptions), form);
    }

    private List<string> Queued() => [.. _shop.Rows<QueuedEmail>().Select(mail => mail.To)];

    private List<int> Stored(int campaignId) => [.. _shop.Rows<CampaignSegment>().Where(c => c.CampaignId == campaignId).Select(c => c.SegmentId)];

    private async Task SpoilAsync(string why)
    {
        switch (why)
        {
            case "inactive":
                _segment.Active = false;
                await _shop.ChangeAsync(_segment);
                break;
            case "never computed":
                _segment.RefreshedOnUtc = null;
                await _shop.ChangeAsync(_segment);
                break;
            default:
                await _shop.InRequestAsync<ISegmentService>(segments => segments.DeleteAsync(_segment));
                break;
        }
    }
}
