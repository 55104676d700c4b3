using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class SegmentRequirementCheckerTests(string database)
{
    private AudienceShop _shop = null!;
    private Customer _inBoth = null!;
    private Customer _inside = null!;
    private Customer _outside = null!;
    private Segment _segment = null!;
    private Segment _other = null!;
    private DiscountRequirement _requirement = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync(database);
        _inBoth = await _shop.AddCustomerAsync("both@example.com");
        _inside = await _shop.AddCustomerAsync("inside@example.com");
        _outside = await _shop.AddCustomerAsync("outside@example.com");
        _segment = await _shop.AddSegmentAsync("VIP", _inside, _inBoth);
        _other = await _shop.AddSegmentAsync("Berlin", _inBoth);
        _requirement = await _shop.AddRequirementAsync("Ten percent");
    }

    // Nothing was opened where a test was skipped for want of a server.
    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TestCase(SegmentMatch.Any, true, true, false)]
    [TestCase(SegmentMatch.All, true, false, false)]
    [TestCase(SegmentMatch.None, false, false, true)]
    public async Task A_customer_is_in_any_in_all_or_in_none(SegmentMatch match, bool inBoth, bool inOne, bool inNone)
    {
        await ChooseAsync(match, _segment.Id, _other.Id);

        Assert.That(await IsMetAsync(_inBoth.Id), Is.EqualTo(inBoth));
        Assert.That(await IsMetAsync(_inside.Id), Is.EqualTo(inOne));
        Assert.That(await IsMetAsync(_outside.Id), Is.EqualTo(inNone));
    }

    [TestCase(false, true, false)]
    [TestCase(true, false, true)]
    public async Task A_requirement_of_the_first_version_means_what_it_meant(bool excluded, bool inside, bool outside)
    {
        await _shop.AddAsync(new RequirementSegment { DiscountRequirementId = _requirement.Id, SegmentId = _segment.Id, Excluded = excluded });
        await _shop.AddAsync(new RequirementSegment { DiscountRequirementId = _requirement.Id, SegmentId = _other.Id, Excluded = excluded });

        Assert.That(await IsMetAsync(_inside.Id), Is.EqualTo(inside));
        Assert.That(await IsMetAsync(_outside.Id), Is.EqualTo(outside));
        var choice = await _shop.InRequestAsync<RequirementChoices, RequirementChoice>(choices => choices.GetAsync(_requirement.Id));
        Assert.That(choice.Match, Is.EqualTo(excluded ? SegmentMatch.None : SegmentMatch.Any), "what the form shows");
    }

    [Test]
    public async Task Nobody_meets_a_requirement_without_segments([Values] SegmentMatch match)
    {
        Assert.That(await IsMetAsync(_inside.Id), Is.False);

        await ChooseAsync(match);
        Assert.That(await IsMetAsync(_inBoth.Id), Is.False);
        Assert.That(await IsMetAsync(_outside.Id), Is.False);
    }

    [Test]
    public async Task An_unknown_customer_meets_nothing([Values] SegmentMatch match)
    {
        await ChooseAsync(match, _segment.Id);

        Assert.That(await IsMetAsync(0), Is.False);
    }

    [Test]
    public async Task A_segment_that_cannot_be_relied_on_gives_nobody_the_discount(
        [Values("inactive", "never computed", "deleted")] string why, [Values(SegmentMatch.All, SegmentMatch.None)] SegmentMatch match)
    {
        await ChooseAsync(match, _segment.Id, _other.Id);
        var alone = await _shop.AddRequirementAsync("VIP alone");
        await ChooseAsync(alone, SegmentMatch.Any, _segment.Id);
        await SpoilAsync(why);

        Assert.That(await IsMetAsync(_inBoth.Id), Is.False, "in all, in none: known only when every one is known");
        Assert.That(await IsMetAsync(_outside.Id), Is.False);
        Assert.That(await IsMetAsync(_inBoth.Id, alone.Id), Is.False);
    }

    [Test]
    public async Task In_any_of_them_a_reliable_segment_stands_in_for_one_that_is_not()
    {
        await ChooseAsync(SegmentMatch.Any, _segment.Id, _other.Id);
        _other.Active = false;
        await _shop.ChangeAsync(_other);

        Assert.That(await IsMetAsync(_inside.Id), Is.True);
    }

    [Test]
    public async Task The_segments_that_a_failed_refresh_left_still_count()
    {
        await ChooseAsync(SegmentMatch.Any, _segment.Id);
        _segment.State = SegmentState.Failed;
        await _shop.ChangeAsync(_segment);

        Assert.That(await IsMetAsync(_inside.Id), Is.True);
    }

    [Test]
    public async Task Saving_again_replaces_the_choice()
    {
        await ChooseAsync(SegmentMatch.All, _segment.Id);
        await ChooseAsync(SegmentMatch.None, _other.Id);

        Assert.That(_shop.Rows<RequirementSegment>().Single(), Has.Property("SegmentId").EqualTo(_other.Id).And.Property("Excluded").True);
        Assert.That(_shop.Rows<RequirementMode>().Single().Match, Is.EqualTo(SegmentMatch.None));
    }

    [Test]
    public async Task What_is_stored_meanwhile_counts_from_the_next_request_on()
    {
        await ChooseAsync(SegmentMatch.Any, _segment.Id);
        await _shop.InRequestAsync<ISegmentRequirementChecker>(async checker =>
        {
            Assert.That(await checker.FindMetAsync(_inside.Id), Does.Contain(_requirement.Id));
            await _shop.InRequestAsync<IRepository<SegmentMember>>(members => members.DeleteAsync(m => m.SegmentId == _segment.Id));
            Assert.That(await checker.FindMetAsync(_inside.Id), Does.Contain(_requirement.Id), "the same request");
        });

        Assert.That(await IsMetAsync(_inside.Id), Is.False, "the next request");
    }

    private Task ChooseAsync(SegmentMatch match, params int[] segmentIds) => ChooseAsync(_requirement, match, segmentIds);

    private Task ChooseAsync(DiscountRequirement requirement, SegmentMatch match, params int[] segmentIds) => _shop.InRequestAsync<RequirementChoices>(
        choices => choices.SaveAsync(requirement.Id, new RequirementChoice(segmentIds, match)));

    private Task<bool> IsMetAsync(int customerId, int? requirementId = null) => _shop.InRequestAsync<ISegmentRequirementChecker, bool>(
        async checker => (await checker.FindMetAsync(customerId)).Contains(requirementId ?? _requirement.Id));

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
