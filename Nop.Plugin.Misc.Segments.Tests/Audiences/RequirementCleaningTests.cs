using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Discounts;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What a requirement asked for goes with it, in whatever way it goes.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class RequirementCleaningTests(string database)
{
    private AudienceShop _shop = null!;
    private DiscountRequirement _going = null!;
    private DiscountRequirement _staying = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync(database);
        var segment = await _shop.AddSegmentAsync("VIP");
        var other = await _shop.AddSegmentAsync("Berlin");
        _going = await _shop.AddRequirementAsync("Going");
        _staying = await _shop.AddRequirementAsync("Staying");
        foreach (var requirement in new[] { _going, _staying })
            await _shop.InRequestAsync<RequirementChoices>(
                choices => choices.SaveAsync(requirement.Id, new RequirementChoice([segment.Id, other.Id], SegmentMatch.All)));
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task One_requirement()
    {
        await _shop.InRequestAsync<IDiscountService>(discounts => discounts.DeleteDiscountRequirementAsync(_going, false));

        ExpectOnlyStaying();
    }

    [Test]
    public async Task A_whole_discount_whose_requirements_go_in_bulk()
    {
        await _shop.InRequestAsync<IDiscountService>(async discounts =>
            await discounts.DeleteDiscountAsync(await discounts.GetDiscountByIdAsync(_going.DiscountId)));

        ExpectOnlyStaying();
    }

    [Test]
    public async Task Requirements_that_went_unheard_of_are_swept_up()
    {
        await _shop.InRequestAsync<IRepository<DiscountRequirement>>(requirements => requirements.DeleteAsync(r => r.Id == _going.Id));
        Assert.That(_shop.Rows<RequirementMode>(), Has.Count.EqualTo(2), "nobody was told");

        var swept = await _shop.InRequestAsync<RequirementSweeper, int>(sweeper => sweeper.SweepAsync());

        Assert.That(swept, Is.EqualTo(1));
        ExpectOnlyStaying();
        Assert.That(await _shop.InRequestAsync<RequirementSweeper, int>(sweeper => sweeper.SweepAsync()), Is.Zero);
    }

    [Test]
    public async Task A_thousand_orphans_are_swept_up_too()
    {
        await _shop.AddAllAsync(Enumerable.Range(1, 1_200)
            .Select(n => new RequirementSegment { DiscountRequirementId = 1_000_000 + n, SegmentId = n }).ToList());

        Assert.That(await _shop.InRequestAsync<RequirementSweeper, int>(sweeper => sweeper.SweepAsync()), Is.EqualTo(1_200));
        Assert.That(_shop.Rows<RequirementSegment>(), Has.Count.EqualTo(4));
    }

    private void ExpectOnlyStaying()
    {
        Assert.That(_shop.Rows<RequirementSegment>().Select(r => r.DiscountRequirementId), Is.EqualTo(new[] { _staying.Id, _staying.Id }));
        Assert.That(_shop.Rows<RequirementMode>().Select(r => r.DiscountRequirementId), Is.EqualTo(new[] { _staying.Id }));
    }
}
