using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Discounts;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

[TestFixture]
public class SegmentRequirementCheckerTests
{
    private AudienceShop _shop = null!;
    private Customer _inside = null!;
    private Customer _outside = null!;
    private Segment _segment = null!;
    private Segment _other = null!;
    private DiscountRequirement _requirement = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync();
        _inside = await _shop.AddCustomerAsync("inside@example.com");
        _outside = await _shop.AddCustomerAsync("outside@example.com");
        _segment = await _shop.AddSegmentAsync("VIP", _inside);
        _other = await _shop.AddSegmentAsync("Empty");
        _requirement = await _shop.AddRequirementAsync("Ten percent");
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [TestCase(false, true, false)]
    [TestCase(true, false, true)]
    public async Task In_and_not_in_are_opposites(bool excluded, bool inside, bool outside)
    {
        await ChooseAsync(excluded, _segment.Id, _other.Id);

        Assert.That(await IsMetAsync(_inside.Id), Is.EqualTo(inside));
        Assert.That(await IsMetAsync(_outside.Id), Is.EqualTo(outside));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Nobody_meets_a_requirement_without_segments(bool excluded)
    {
        Assert.That(await IsMetAsync(_inside.Id), Is.False);

        await ChooseAsync(excluded);
        Assert.That(await IsMetAsync(_outside.Id), Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_unknown_customer_meets_nothing(bool excluded)
    {
        await ChooseAsync(excluded, _segment.Id);

        Assert.That(await IsMetAsync(0), Is.False);
    }

    [TestCase("inactive")]
    [TestCase("never computed")]
    [TestCase("deleted")]
    public async Task A_segment_that_cannot_be_relied_on_gives_nobody_the_discount(string why)
    {
        await ChooseAsync(false, _segment.Id);
        var excluding = await _shop.AddRequirementAsync("For others");
        await _shop.InRequestAsync<RequirementChoices>(choices => choices.SaveAsync(excluding.Id, new RequirementChoice([_segment.Id, _other.Id], true)));
        await SpoilAsync(why);

        Assert.That(await IsMetAsync(_inside.Id), Is.False);
        Assert.That(await IsMetAsync(_outside.Id, excluding.Id), Is.False, "not in one that is not known");
    }

    [Test]
    public async Task A_reliable_segment_stands_in_for_one_that_is_not()
    {
        await ChooseAsync(false, _segment.Id, _other.Id);
        _other.Active = false;
        await _shop.ChangeAsync(_other);

        Assert.That(await IsMetAsync(_inside.Id), Is.True);
    }

    [Test]
    public async Task The_segments_that_a_failed_refresh_left_still_count()
    {
        await ChooseAsync(false, _segment.Id);
        _segment.State = SegmentState.Failed;
        await _shop.ChangeAsync(_segment);

        Assert.That(await IsMetAsync(_inside.Id), Is.True);
    }

    [Test]
    public async Task Saving_again_replaces_the_choice()
    {
        await ChooseAsync(false, _segment.Id);
        await ChooseAsync(true, _other.Id);

        var rows = _shop.Rows<RequirementSegment>();
        Assert.That(rows, Has.Count.EqualTo(1));
        Assert.That(rows[0].SegmentId, Is.EqualTo(_other.Id));
        Assert.That(rows[0].Excluded, Is.True);
    }

    [Test]
    public async Task The_answers_of_a_request_are_found_once()
    {
        await ChooseAsync(false, _segment.Id);
        await _shop.InRequestAsync<ISegmentRequirementChecker>(async checker =>
        {
            Assert.That(await checker.IsSatisfiedAsync(_requirement.Id, _inside.Id), Is.True);
            await _shop.InRequestAsync<IRepository<SegmentMember>>(members => members.DeleteAsync(m => m.SegmentId == _segment.Id));
            Assert.That(await checker.IsSatisfiedAsync(_requirement.Id, _inside.Id), Is.True, "the same request");
        });

        Assert.That(await IsMetAsync(_inside.Id), Is.False, "the next request");
    }

    [Test]
    public async Task A_requirement_takes_its_choice_with_it_also_when_the_whole_discount_goes()
    {
        await ChooseAsync(false, _segment.Id, _other.Id);
        var second = await _shop.AddRequirementAsync("Second");
        await _shop.InRequestAsync<RequirementChoices>(choices => choices.SaveAsync(second.Id, new RequirementChoice([_segment.Id], false)));

        await _shop.InRequestAsync<IDiscountService>(async discounts =>
            await discounts.DeleteDiscountAsync(await discounts.GetDiscountByIdAsync(_requirement.DiscountId)));

        Assert.That(_shop.Rows<RequirementSegment>().Select(r => r.DiscountRequirementId), Is.EqualTo(new[] { second.Id }));
    }

    private Task ChooseAsync(bool excluded, params int[] segmentIds) => _shop.InRequestAsync<RequirementChoices>(
        choices => choices.SaveAsync(_requirement.Id, new RequirementChoice(segmentIds, excluded)));

    private Task<bool> IsMetAsync(int customerId, int? requirementId = null) => _shop.InRequestAsync<ISegmentRequirementChecker, bool>(
        checker => checker.IsSatisfiedAsync(requirementId ?? _requirement.Id, customerId));

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
                await _shop.InRequestAsync<Segments.Membership.ISegmentService>(segments => segments.DeleteAsync(_segment));
                break;
        }
    }
}
