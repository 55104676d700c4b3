using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>The page of a segment says where it is used.</summary>
[TestFixture]
[Category("Audiences")]
public class SegmentUsesTests
{
    private AudienceShop _shop = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync();
        _segment = await _shop.AddSegmentAsync("VIP");
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task Nothing_depends_on_a_new_segment() => Assert.That(await PrepareAsync(), Is.Empty);

    [Test]
    public async Task Discounts_campaigns_and_segments_stand_there_with_their_pages()
    {
        var other = await _shop.AddSegmentAsync("Other");
        var late = await _shop.AddRequirementAsync("Zebra discount");
        var first = await _shop.AddRequirementAsync("Apple discount");
        var unrelated = await _shop.AddRequirementAsync("For others");
        await ChooseAsync(late.Id, _segment.Id);
        await ChooseAsync(first.Id, other.Id, _segment.Id);
        await ChooseAsync(unrelated.Id, other.Id);
        var campaign = await _shop.AddCampaignAsync("News");
        await _shop.AddAsync(new CampaignSegment { CampaignId = campaign.Id, SegmentId = _segment.Id });
        other.Definition = $$"""{ "version": 1, "rules": { "match": "all", "rules": [ { "segment": {{_segment.Id}}, "operator": "is" } ] } }""";
        await _shop.ChangeAsync(other);

        var groups = await PrepareAsync();

        Assert.That(groups.SelectMany(group => group.Items.Select(item => (item.Key, item.Value))), Is.EqualTo(new[]
        {
            ("Apple discount", $"~/Admin/Discount/Edit/{first.DiscountId}"),
            ("Zebra discount", $"~/Admin/Discount/Edit/{late.DiscountId}"),
            ("News", $"~/Admin/Campaign/Edit/{campaign.Id}"),
            ("Other", $"~/Admin/Segment/Details/{other.Id}")
        }));
    }

    private Task ChooseAsync(int requirementId, params int[] segmentIds) => _shop.InRequestAsync<RequirementChoices>(
        choices => choices.SaveAsync(requirementId, new RequirementChoice(segmentIds, SegmentMatch.Any)));

    private Task<IReadOnlyList<SegmentUseGroupModel>> PrepareAsync() =>
        _shop.InRequestAsync<SegmentUsesModelFactory, IReadOnlyList<SegmentUseGroupModel>>(factory => factory.PrepareAsync(_segment.Id));
}
