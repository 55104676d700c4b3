using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>Who gets a campaign, and why others do not, against plain lists.</summary>
[TestFixture]
[Category("Audiences")]
public class CampaignRecipientsTests
{
    private const int Shops = 300;

    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
    public async Task Recipients_and_reasons_are_those_of_plain_lists(string kind)
    {
        await using var shop = await AudienceShop.CreateAsync(kind);
        await shop.AddAsync(new NewsLetterSubscriptionType { Name = "News" });
        await shop.AddAsync(new NewsLetterSubscriptionType { Name = "Offers" });
        var segmentIds = new List<int>();
        foreach (var name in new[] { "A", "B", "C" })
            segmentIds.Add((await shop.AddSegmentAsync(name)).Id);
        var guests = await shop.AddAsync(new CustomerRole { Name = "Guests", SystemName = NopCustomerDefaults.GuestsRoleName, Active = true });
        var friends = await shop.AddAsync(new CustomerRole { Name = "Friends", Active = true });
        var reached = 0;
        for (var seed = 1; seed <= Shops; seed++)
        {
            var random = await RandomCampaignShop.FillAsync(shop, seed, segmentIds, [guests.Id, friends.Id]);
            var report = await shop.InRequestAsync<CampaignRecipients, RecipientReport>(recipients => recipients.ReportAsync(random.Filter));
            var expected = random.Recipients(guests.Id);
            reached += expected.Count;
            Assert.That(report.Recipients, Is.EqualTo(expected.Count), $"recipients, seed {seed}, {random.Filter}");
            if (random.Filter.Audience.Included.Count > 0)
            {
                Assert.That(report.Members, Is.EqualTo(random.MemberCount), $"members, seed {seed}");
                Assert.That(report.Unreached, Is.EquivalentTo(random.Unreached(guests.Id)), $"reasons, seed {seed}, {random.Filter}");
                Assert.That(report.Members - report.Unreached.Values.Sum(), Is.EqualTo(report.Recipients), $"nothing unexplained, seed {seed}");
            }

            var selected = await shop.InRequestAsync<CampaignRecipients, IReadOnlyList<NewsLetterSubscription>>(recipients =>
                recipients.SelectAsync(shop.Rows<NewsLetterSubscription>(), random.Filter.Audience, random.Filter.SubscriptionTypeId));
            Assert.That(selected.Select(s => s.Email.ToLowerInvariant()), Is.EquivalentTo(random.Selected()), $"the stock button, seed {seed}");
        }

        Assert.That(reached, Is.GreaterThan(Shops / 4), "the shops are not so random that nobody is reached");
    }
}
