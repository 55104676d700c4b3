using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

[TestFixture]
public class SegmentRefresherTests
{
    // In Berlin: midnight is 22:00 UTC in summer.
    private static readonly DateTime Now = new(2026, 7, 1, 22, 30, 0, DateTimeKind.Utc);

    [TestCase("orders", SegmentState.Ready, 8_000, ExpectedResult = false, Description = "time does not change it")]
    [TestCase("orders", SegmentState.Ready, 10_200, ExpectedResult = true, Description = "once a week, for what nobody told")]
    [TestCase("daily", SegmentState.Ready, -90, ExpectedResult = true, Description = "refreshed at a time that is still to come: a clock was wrong")]
    [TestCase("daily", SegmentState.Stopped, 29, ExpectedResult = false)]
    [TestCase("daily", SegmentState.Stopped, 31, ExpectedResult = true)]
    [TestCase("orders", SegmentState.Failed, 1, ExpectedResult = true)]
    [TestCase("orders", SegmentState.NeedsAttention, 1, ExpectedResult = true)]
    [TestCase("orders", SegmentState.Computing, 1, ExpectedResult = true)]
    [TestCase("daily", SegmentState.Ready, 29, ExpectedResult = false)]
    [TestCase("daily", SegmentState.Ready, 31, ExpectedResult = true, Description = "before local midnight")]
    [TestCase("hourly", SegmentState.Ready, 29, ExpectedResult = false)]
    [TestCase("hourly", SegmentState.Ready, 60, ExpectedResult = true)]
    public async Task<bool> A_segment_is_due(string definition, SegmentState state, int minutesAgo)
    {
        await using var shop = await OpenAsync();
        await shop.AddSegmentAsync(definition, change: segment =>
        {
            segment.State = state;
            segment.RefreshedOnUtc = Now.AddMinutes(-minutesAgo);
        });
        return await RefreshesAsync(shop);
    }

    [Test]
    public async Task A_refresh_over_midnight_is_made_again()
    {
        await using var shop = await OpenAsync();
        await shop.AddSegmentAsync("daily", change: segment =>
        {
            segment.RefreshedOnUtc = Now.AddMinutes(-29);
            segment.RefreshMilliseconds = 120_000;
        });
        Assert.That(await RefreshesAsync(shop), Is.True);
    }

    [Test]
    public async Task A_segment_that_is_not_active_is_not_refreshed_by_the_schedule()
    {
        await using var shop = await OpenAsync();
        await shop.AddSegmentAsync("daily", active: false, segment => segment.RefreshedOnUtc = Now.AddDays(-9));
        Assert.That(await RefreshesAsync(shop), Is.False);
    }

    private static async Task<MembershipShop> OpenAsync()
    {
        var shop = await MembershipShop.CreateAsync();
        shop.Clock.Now = new DateTimeOffset(Now);
        shop.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        await shop.AddCustomersAsync(1);
        return shop;
    }

    private static async Task<bool> RefreshesAsync(MembershipShop shop)
    {
        await shop.InScopeAsync<SegmentsTask>(task => task.ExecuteAsync());
        return !shop.Evaluator.Asked.IsEmpty;
    }
}
