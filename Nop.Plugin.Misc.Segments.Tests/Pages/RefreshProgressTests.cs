using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>What a segment's page and the list say of a refresh.</summary>
[SetCulture("en-US")]
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class RefreshProgressTests(string kind)
{
    private PagesShop _shop = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await PagesShop.CreateAsync(kind);
        _segment = await _shop.AddSegmentAsync("VIP");
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_refresh_that_goes_on_says_how_far_it_is_and_who_started_it()
    {
        var ada = await _shop.AddPersonAsync("Ada", "Winter");
        await _shop.AddRunAsync(_segment, RefreshRunState.Running, run => run.RequestedByCustomerId = ada.Id);

        var progress = (await LookAsync()).Progress!;

        Assert.That(progress.Percent, Is.EqualTo(50));
        Assert.That(progress.PercentText, Is.EqualTo("50%"));
        Assert.That(progress.Text, Is.EqualTo("About 1,500 of 3,000 customers looked at"));
        Assert.That(progress.Moved, Is.EqualTo("31 entered, 7 left so far"));
        Assert.That(progress.Time, Is.EqualTo("11.0 s so far"), "nine seconds stored, and two since");
        Assert.That(progress.By, Is.EqualTo("Started by: Ada Winter"));
        Assert.That(progress.Interruption, Is.Empty);
    }

    [TestCase(MembershipChangeReason.Edit, "somebody changed the segment")]
    [TestCase(MembershipChangeReason.Schedule, "time went by")]
    [TestCase(MembershipChangeReason.Event, "something in the shop changed")]
    public async Task The_shop_by_itself_says_why(MembershipChangeReason reason, string why)
    {
        await _shop.AddRunAsync(_segment, RefreshRunState.Waiting, run => run.Reason = reason);

        var progress = (await LookAsync()).Progress!;

        Assert.That(progress.By, Does.StartWith("Started by: the shop by itself").And.Contains(why));
        Assert.That(progress.Text, Is.EqualTo("Waiting for its turn"));
        Assert.That(progress.PercentText, Is.Empty);
    }

    [Test]
    public async Task A_refresh_whose_process_is_gone_is_said_to_be_interrupted()
    {
        await _shop.AddRunAsync(_segment, RefreshRunState.Running, run => run.SeenOnUtc = _shop.Now.AddMinutes(-6));

        var progress = (await LookAsync()).Progress!;

        Assert.That(progress.Interruption, Does.StartWith("It was interrupted: nothing has moved since"));
        Assert.That(progress.Time, Is.EqualTo("9.0 s so far"), "the silence is not work");
    }

    [Test]
    public async Task What_goes_on_is_shown_before_what_waits_and_what_is_over_is_not()
    {
        await _shop.AddRunAsync(_segment, RefreshRunState.Running);
        await _shop.AddRunAsync(_segment, RefreshRunState.Waiting);
        var other = await _shop.AddSegmentAsync("Other");
        await _shop.AddRunAsync(other, RefreshRunState.Done);

        var rows = await _shop.AskAsync<SegmentModelFactory, SegmentListModel>(
            factory => factory.PrepareListModelAsync(new SegmentSearchModel { Start = 0, Length = 10 }));

        Assert.That(rows.Data.Single(row => row.Name == "VIP").Progress?.Percent, Is.EqualTo(50));
        Assert.That(rows.Data.Single(row => row.Name == "Other").Progress, Is.Null);
    }

    [Test]
    public async Task Members_who_are_found_for_the_first_time_are_not_said_to_be_none()
    {
        var first = await _shop.AddSegmentAsync("New", segment => (segment.RefreshedOnUtc, segment.State) = (null, SegmentState.Computing));

        var model = await LookAsync(first);
        var figures = await _shop.AskAsync<SegmentModelFactory, SegmentFiguresModel>(factory => factory.PrepareFiguresModelAsync(first));

        Assert.That(model.FirstTime);
        Assert.That(model.Members, Is.EqualTo("being found…"));
        Assert.That(model.Progress, Is.Not.Null, "also before anything is stored about the refresh");
        Assert.That(figures.Figures.Select(figure => figure.Members), Has.All.EqualTo("being found…"));
    }

    [Test]
    public async Task A_failure_says_when_after_how_long_and_of_what()
    {
        _segment.State = SegmentState.Failed;
        await _shop.Shop.ChangeAsync(_segment);
        await _shop.AddRunAsync(_segment, RefreshRunState.Failed, run => run.Error = "Too slow.");

        var reason = (await LookAsync()).State.Reason;

        Assert.That(reason, Does.Contain("3/10/2026").And.Contains("after 10.0 s").And.EndsWith("Too slow."));
    }

    [Test]
    public async Task A_segment_whose_refresh_was_stopped_says_what_to_do()
    {
        _segment.State = SegmentState.Stopped;
        await _shop.Shop.ChangeAsync(_segment);

        var state = (await LookAsync()).State;

        Assert.That(state.Text, Is.EqualTo("Stopped"));
        Assert.That(state.Reason, Does.EndWith("Refresh again to bring all up to date."));
    }

    private Task<SegmentModel> LookAsync(Segment? segment = null) =>
        _shop.AskAsync<SegmentModelFactory, SegmentModel>(factory => factory.PrepareModelAsync(segment ?? _segment));
}
