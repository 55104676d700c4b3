using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>Sending page by page: whatever breaks off and however many send at once, everybody gets one mail.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class CampaignSenderTests(string kind)
{
    private const int People = 60;

    private AudienceShop _shop = null!;
    private Campaign _campaign = null!;
    private EmailAccount _account = null!;
    private Segment _segment = null!;
    private Customer _first = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync(kind);
        await _shop.AddAsync(new NewsLetterSubscriptionType { Name = "News" });
        await _shop.AddAsync(new NewsLetterSubscriptionType { Name = "Offers" });
        await _shop.AddAsync(new Store { Name = "Shop", Url = "http://localhost/", Hosts = "localhost" });
        var members = new List<Customer>();
        for (var i = 0; i < People; i++)
        {
            members.Add(await _shop.AddCustomerAsync($"c{i}@example.com"));
            await _shop.SubscribeAsync($"C{i}@example.com");
            if (i % 7 == 0)
                await _shop.SubscribeAsync($"c{i}@Example.com", typeId: 2);
        }

        _first = members[0];
        await _shop.SubscribeAsync("stranger@example.com");
        _segment = await _shop.AddSegmentAsync("All", [.. members]);
        _account = await _shop.AddAsync(new EmailAccount
        {
            Email = "shop@example.com",
            DisplayName = "Shop",
            Host = "localhost",
            Username = string.Empty,
            Password = string.Empty
        });
        _campaign = await _shop.AddCampaignAsync("News");
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_sending_that_breaks_off_goes_on_and_everybody_gets_one_mail()
    {
        var sending = await BeginAsync(_campaign, 1);
        Assert.That(sending.Total, Is.EqualTo(People));
        var progress = await PageAsync(sending, 0, 10);
        Assert.That(async () => await BreakingPageAsync(sending, progress.After, 10), Throws.InvalidOperationException);
        var queued = Queued();
        Assert.That(queued, Is.Unique);
        Assert.That(queued, Has.Count.EqualTo((await ProgressAsync(sending)).Sent), "what is noted is what is queued");

        await FinishAsync(1, 10);

        Assert.That(Queued(), Is.EquivalentTo(Everybody()));
        Assert.That((await GetAsync(_campaign, 1)).FinishedOnUtc, Is.Not.Null);
        Assert.That(_shop.Rows<CampaignDelivery>().Select(d => d.CustomerId), Is.Unique.And.None.Zero);
    }

    [Test]
    public async Task Two_who_send_at_once_send_everybody_one_mail()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var sending = await BeginAsync(_campaign, 1);
            await FinishAsync(sending.Number, 7);
        })));

        Assert.That(_shop.Rows<CampaignSending>(), Has.Count.EqualTo(1));
        Assert.That(Queued(), Is.EquivalentTo(Everybody()));
    }

    [Test]
    public async Task A_second_click_begins_nothing_and_a_second_sending_leaves_out_who_got_the_first()
    {
        await BeginAsync(_campaign, 1);
        await FinishAsync(1, 100);
        var again = await BeginAsync(_campaign, 1);
        Assert.That((again.Number, again.FinishedOnUtc is not null), Is.EqualTo((1, true)), "an old page's click");

        await _shop.SubscribeAsync("late@example.com");
        await _shop.AddAsync(new SegmentMember { SegmentId = _segment.Id, CustomerId = (await _shop.AddCustomerAsync("late@example.com")).Id, EnteredOnUtc = AudienceShop.Day });
        var second = await BeginAsync(_campaign, 2);
        await FinishAsync(2, 100);
        Assert.That(second.Total, Is.EqualTo(1));
        Assert.That(Queued(), Is.EquivalentTo(Everybody().Append("late@example.com")));

        var third = await BeginAsync(_campaign, 3, onlyNew: false);
        Assert.That(third.Total, Is.EqualTo(People + 1), "who asks for it sends it again");
    }

    [Test]
    public async Task Who_got_another_campaign_lately_can_be_left_out()
    {
        await BeginAsync(_campaign, 1);
        await FinishAsync(1, 100);
        var other = await _shop.AddCampaignAsync("Other");

        Assert.That((await BeginAsync(other, 1, quietDays: 7)).Total, Is.Zero);
    }

    [Test]
    public async Task Who_is_deleted_for_good_is_forgotten()
    {
        await BeginAsync(_campaign, 1);
        await FinishAsync(1, 100);
        await _shop.InRequestAsync<IEventPublisher>(events => events.PublishAsync(new CustomerPermanentlyDeleted(_first.Id, _first.Email)));

        Assert.That(_shop.Rows<CampaignDelivery>(), Has.Count.EqualTo(People - 1).And.None.Property(nameof(CampaignDelivery.CustomerId)).EqualTo(_first.Id));
    }

    private static IEnumerable<string> Everybody() => Enumerable.Range(0, People).Select(i => $"c{i}@example.com");

    private Task<CampaignSending> BeginAsync(Campaign campaign, int number, bool onlyNew = true, int quietDays = 0) =>
        _shop.InRequestAsync<IServiceProvider, CampaignSending>(services => services.GetRequiredService<CampaignSendings>().BeginAsync(
            campaign, new CampaignAudience([_segment.Id], []), number, new SendingChoice(_account.Id, onlyNew, quietDays),
            sending => services.GetRequiredService<CampaignRecipients>().CountAsync(RecipientFilter.Of(sending))));

    private async Task<CampaignSending> GetAsync(Campaign campaign, int number) =>
        (await _shop.InRequestAsync<CampaignSendings, CampaignSending?>(sendings => sendings.GetAsync(campaign.Id, number)))!;

    private Task<SendingProgress> ProgressAsync(CampaignSending sending) =>
        _shop.InRequestAsync<CampaignSender, SendingProgress>(sender => sender.ProgressAsync(sending));

    private Task<SendingProgress> PageAsync(CampaignSending sending, int after, int size) =>
        _shop.InRequestAsync<CampaignSender, SendingProgress>(sender => sender.SendPageAsync(_campaign, _account, sending, after, size));

    /// <summary>A page whose process dies when half of its mails are in the queue.</summary>
    private Task BreakingPageAsync(CampaignSending sending, int after, int size) =>
        _shop.InRequestAsync<IServiceProvider, SendingProgress>(services =>
        {
            var real = services.GetRequiredService<ICampaignService>();
            var breaking = new Mock<ICampaignService>();
            breaking.Setup(service => service.SendCampaignAsync(It.IsAny<Campaign>(), It.IsAny<EmailAccount>(), It.IsAny<IEnumerable<NewsLetterSubscription>>()))
                .Returns(async (Campaign campaign, EmailAccount account, IEnumerable<NewsLetterSubscription> page) =>
                {
                    await real.SendCampaignAsync(campaign, account, page.Take(size / 2));
                    throw new InvalidOperationException("Broken off.");
                });
            return ActivatorUtilities.CreateInstance<CampaignSender>(services, breaking.Object).SendPageAsync(_campaign, _account, sending, after, size);
        });

    private async Task FinishAsync(int number, int size)
    {
        for (var after = 0; ;)
        {
            var progress = await PageAsync(await GetAsync(_campaign, number), after, size);
            if (progress.Finished)
                return;
            after = progress.After;
        }
    }

    private List<string> Queued() => [.. _shop.Rows<QueuedEmail>().Select(mail => mail.To.ToLowerInvariant())];
}
