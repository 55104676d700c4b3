using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>Who entered and left, and the line of daily counts.</summary>
[SetCulture("en-US")]
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class HistoryModelFactoryTests(string kind)
{
    private PagesShop _shop = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await PagesShop.CreateAsync(kind);
        _segment = await _shop.AddSegmentAsync("VIP", segment => segment.MemberCount = 12);
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task The_last_comes_first_also_when_the_customer_is_gone()
    {
        var ada = await _shop.AddPersonAsync("Ada", "Winter");
        await AddChangeAsync(ada.Id, true, MembershipChangeReason.Edit, minutesAgo: 9);
        await AddChangeAsync(ada.Id, false, MembershipChangeReason.Schedule, minutesAgo: 5);
        await AddChangeAsync(9_999, true, MembershipChangeReason.Event, minutesAgo: 7);
        await AddChangeAsync(ada.Id, true, MembershipChangeReason.Event, minutesAgo: 1, (await _shop.AddSegmentAsync("Other")).Id);

        var rows = (await ListAsync(0)).Data.ToList();

        Assert.That(rows.Select(row => row.Name), Is.EqualTo(new[] { "Ada Winter", "(deleted customer)", "Ada Winter" }));
        Assert.That(rows.Select(row => row.Change), Is.EqualTo(new[] { "Left", "Entered", "Entered" }));
        Assert.That(rows.Select(row => row.CustomerId), Is.EqualTo(new[] { ada.Id, 0, ada.Id }));
        Assert.That(rows[0].Why, Is.EqualTo("Time went by"));
        Assert.That(rows[1].Email, Is.Empty);
    }

    [TestCase(1, 2)]
    [TestCase(2, 1)]
    [TestCase(0, 3)]
    public async Task Only_who_entered_or_who_left(int searchChange, int count)
    {
        await AddChangeAsync(1, true, MembershipChangeReason.Edit, 1);
        await AddChangeAsync(2, true, MembershipChangeReason.Edit, 2);
        await AddChangeAsync(3, false, MembershipChangeReason.Edit, 3);

        var rows = await ListAsync(searchChange);

        Assert.That(rows.RecordsTotal, Is.EqualTo(count));
        Assert.That(rows.Data.Count(), Is.EqualTo(count));
    }

    [Test]
    public async Task The_line_goes_by_the_calendar_and_ends_with_the_members_of_now()
    {
        await AddDayAsync(daysAgo: 100, members: 99);
        await AddDayAsync(daysAgo: 4, members: 10);
        await AddDayAsync(daysAgo: 3, members: 20);
        await AddDayAsync(daysAgo: 0, members: 11);

        var trend = await TrendAsync();

        Assert.That(trend.Points, Is.EqualTo("0,76 150,4 600,61.6"), "two days were not counted, and 12 are members now");
        Assert.That(trend.Words, Is.EqualTo("From 10 members on 3/6/2026 to 12 on 3/10/2026. Fewest: 10, most: 20."));
        Assert.That(trend.Days.Select(day => day.Members), Is.EqualTo(new[] { "12", "20", "10" }));
    }

    [Test]
    public async Task A_line_without_movement_runs_through_the_middle()
    {
        await AddDayAsync(daysAgo: 1, members: 12);
        await AddDayAsync(daysAgo: 0, members: 12);

        Assert.That((await TrendAsync()).Points, Is.EqualTo("0,40 600,40"));
    }

    [Test]
    public async Task One_day_is_no_line()
    {
        await AddDayAsync(daysAgo: 0, members: 12);

        var trend = await TrendAsync();

        Assert.That(trend.Points, Is.Empty);
        Assert.That(trend.Words, Does.Contain("from the second day on"));
    }

    private Task AddChangeAsync(int customerId, bool entered, MembershipChangeReason reason, int minutesAgo, int? segmentId = null) =>
        _shop.Shop.AddAsync(new SegmentMembershipChange
        {
            SegmentId = segmentId ?? _segment.Id,
            CustomerId = customerId,
            Entered = entered,
            Reason = reason,
            CreatedOnUtc = _shop.Now.AddMinutes(-minutesAgo)
        });

    private Task AddDayAsync(int daysAgo, int members) =>
        _shop.Shop.AddAsync(new SegmentDay { SegmentId = _segment.Id, Day = _shop.Now.Date.AddDays(-daysAgo), Members = members });

    private Task<ChangeListModel> ListAsync(int searchChange) => _shop.AskAsync<HistoryModelFactory, ChangeListModel>(factory =>
        factory.PrepareListModelAsync(new ChangeSearchModel { SegmentId = _segment.Id, SearchChange = searchChange, Start = 0, Length = 10 }));

    private Task<TrendModel> TrendAsync() => _shop.AskAsync<HistoryModelFactory, TrendModel>(factory => factory.PrepareTrendModelAsync(_segment));
}
