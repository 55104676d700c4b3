using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

/// <summary>When the schedule refreshes what time changes: at the first moment of the shop's day, wherever the shop is and whatever its clock does.</summary>
[TestFixture]
public class ClockTests
{
    private MembershipShop _shop = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await MembershipShop.CreateAsync();
        await _shop.AddCustomersAsync(1);
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    // The day begins at one: from 24:00 on the clock was put forward.
    [TestCase("America/Santiago", "2024-09-07T12:00", "2024-09-08T03:59:59", "2024-09-08T04:00:00")]
    // Midnight comes twice: the day begins with the first.
    [TestCase("America/Havana", "2023-11-04T12:00", "2023-11-05T03:59:59", "2023-11-05T04:00:00")]
    // The day before has 25 hours.
    [TestCase("Europe/Amsterdam", "2024-10-27T12:00", "2024-10-27T22:59:59", "2024-10-27T23:00:00")]
    // The day before has 23 hours.
    [TestCase("Europe/Amsterdam", "2024-03-31T12:00", "2024-03-31T21:59:59", "2024-03-31T22:00:00")]
    // A leap day begins, and ends.
    [TestCase("UTC", "2028-02-28T12:00", "2028-02-28T23:59:59", "2028-02-29T00:00:00")]
    [TestCase("UTC", "2028-02-29T00:00", "2028-02-29T23:59:59", "2028-03-01T00:00:00")]
    // As far from UTC as there are shops.
    [TestCase("Pacific/Kiritimati", "2026-03-10T12:00", "2026-03-11T09:59:59", "2026-03-11T10:00:00")]
    [TestCase("Pacific/Pago_Pago", "2026-03-10T12:00", "2026-03-11T10:59:59", "2026-03-11T11:00:00")]
    [TestCase("Asia/Kathmandu", "2026-03-10T12:00", "2026-03-10T18:14:59", "2026-03-10T18:15:00")]
    public async Task A_daily_segment_is_refreshed_at_the_first_moment_of_the_shops_day(string zone, string began, string lastMoment, string firstMoment)
    {
        _shop.TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        await AtAsync(began);
        var segment = await _shop.AddSegmentAsync("daily");
        await _shop.RefreshAsync(segment);

        Assert.That(await RefreshesAsync(lastMoment), Is.False, "the day is not over");
        Assert.That(await RefreshesAsync(firstMoment), Is.True, "a new day");
        Assert.That(await RefreshesAsync(firstMoment), Is.False, "once is enough");
    }

    [Test]
    public async Task An_hourly_segment_is_refreshed_each_hour_also_in_the_hour_that_comes_twice()
    {
        _shop.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        await AtAsync("2024-10-27T00:10");
        await _shop.RefreshAsync(await _shop.AddSegmentAsync("hourly"));

        Assert.That(await RefreshesAsync("2024-10-27T01:09"), Is.False);
        Assert.That(await RefreshesAsync("2024-10-27T01:10"), Is.True, "an hour later it is the same time of day once more");
        Assert.That(await RefreshesAsync("2024-10-27T02:10"), Is.True);
    }

    [TestCase("daily", "2026-03-09T12:00", Description = "a day back")]
    [TestCase("daily", "2026-03-10T09:00", Description = "some hours back")]
    [TestCase("hourly", "2026-03-10T10:30", Description = "more than an hour back")]
    [TestCase("orders", "2026-03-01T12:00", Description = "also what time does not change, when it was evaluated in a time still to come")]
    public async Task A_clock_that_jumps_back_has_segments_looked_at_again(string definition, string back)
    {
        await AtAsync("2026-03-10T12:00");
        var segment = await _shop.AddSegmentAsync(definition);
        await _shop.RefreshAsync(segment);

        Assert.That(await RefreshesAsync(back), Is.True);
        Assert.That(await RefreshesAsync(back), Is.False, "once is enough");
        Assert.That(_shop.Stored(segment).State, Is.EqualTo(SegmentState.Ready));
    }

    [Test]
    public async Task What_is_in_the_queue_is_done_though_the_clock_jumps_back()
    {
        var customers = await _shop.AddCustomersAsync(2);
        var segment = await _shop.AddSegmentAsync("orders");
        _shop.Evaluator.Matches["orders"] = [.. customers];
        await _shop.MarkAsync(customers[0], RuleSources.Orders);
        _shop.Clock.Now -= TimeSpan.FromDays(1);
        await _shop.MarkAsync(customers[1], RuleSources.Orders);

        await _shop.InScopeAsync<SegmentsTask>(task => task.ExecuteAsync());

        Assert.That(_shop.MembersOf(segment), Is.EqualTo(customers));
    }

    private Task AtAsync(string utc)
    {
        _shop.Clock.Now = DateTimeOffset.Parse($"{utc}Z", System.Globalization.CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private async Task<bool> RefreshesAsync(string utc)
    {
        await AtAsync(utc);
        _shop.Evaluator.Asked.Clear();
        await _shop.InScopeAsync<SegmentsTask>(task => task.ExecuteAsync());
        return !_shop.Evaluator.Asked.IsEmpty;
    }
}
