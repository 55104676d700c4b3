using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Tests.Audiences;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

[TestFixture]
public class SegmentCommandsTests
{
    private AudienceShop _shop = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync();
        _segment = await _shop.AddSegmentAsync("VIP", await _shop.AddCustomerAsync("anna@example.com"));
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_segment_that_a_discount_asks_for_stays()
    {
        var requirement = await _shop.AddRequirementAsync("Ten percent");
        await _shop.InRequestAsync<RequirementChoices>(choices => choices.SaveAsync(requirement.Id, new RequirementChoice([_segment.Id], SegmentMatch.Any)));

        var result = await DeleteAsync();

        Assert.That(result.Deleted, Is.False);
        Assert.That(result.Message, Is.Not.Null);
        Assert.That(_shop.Rows<Segment>(), Has.Count.EqualTo(1));
        Assert.That(_shop.Rows<SegmentMember>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_segment_that_a_campaign_is_for_goes_with_a_word_about_it()
    {
        var campaign = await _shop.AddCampaignAsync("News");
        await _shop.InRequestAsync<CampaignChoices>(choices => choices.SaveAsync(campaign.Id, new CampaignAudience([_segment.Id], [])));

        var result = await DeleteAsync();

        Assert.That(result.Deleted, Is.True);
        Assert.That(result.Message, Is.Not.Null);
        Assert.That(_shop.Rows<Segment>(), Is.Empty);
        Assert.That(_shop.Rows<CampaignSegment>(), Has.Count.EqualTo(1), "or the campaign would be for everybody");
    }

    [Test]
    public async Task The_mails_of_its_triggers_go_with_a_segment()
    {
        var trigger = await _shop.AddAsync(new SegmentTrigger { SegmentId = _segment.Id, Name = "Welcome" });
        await _shop.AddAsync(new MessageTemplate { Name = TriggerTemplates.OwnNameOf(trigger), Subject = "Ours", Body = "Ours" });
        var other = await _shop.AddAsync(new MessageTemplate { Name = TriggerTemplates.Entered, Subject = "All", Body = "All" });

        Assert.That((await DeleteAsync()).Deleted, Is.True);
        Assert.That(_shop.Rows<MessageTemplate>().Select(template => template.Id), Is.EqualTo(new[] { other.Id }));
    }

    [Test]
    public async Task Any_other_segment_just_goes()
    {
        Assert.That(await DeleteAsync(), Is.EqualTo(new DeletionResult(true, null)));
        Assert.That(_shop.Rows<SegmentMember>(), Is.Empty);
    }

    [Test]
    public async Task A_copy_is_inactive_and_its_name_is_not_too_long()
    {
        _segment.Name = new string('x', 200);
        await _shop.ChangeAsync(_segment);

        var copy = await _shop.InRequestAsync<SegmentCommands, Segment>(commands => commands.CopyAsync(_segment));

        Assert.That(copy.Active, Is.False);
        Assert.That(copy.Definition, Is.EqualTo(_segment.Definition));
        Assert.That(copy.Name, Has.Length.LessThanOrEqualTo(200));
    }

    private Task<DeletionResult> DeleteAsync() => _shop.InRequestAsync<SegmentCommands, DeletionResult>(commands => commands.DeleteAsync(_segment));
}
