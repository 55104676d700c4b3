using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

/// <summary>Full refreshes that are broken off, stopped, shared and overtaken.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public class RefreshRunTests(string kind)
{
    private MembershipShop _shop = null!;
    private List<int> _customers = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await MembershipShop.CreateAsync(kind);
        _customers = await _shop.AddCustomersAsync(4);
        // Four ranges, the customers in the first.
        _shop.Evaluator.IdRange = (_customers[0], _customers[0] + 2_000_000);
        _segment = await _shop.AddSegmentAsync("orders");
        _shop.Evaluator.Matches["orders"] = [_customers[0], _customers[1]];
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_refresh_that_was_broken_off_goes_on_where_it_stopped()
    {
        await BreakOffAsync(inRange: 3);
        var run = _shop.Rows<RefreshRun>().Single();
        Assert.That(run, Has.Property("State").EqualTo(RefreshRunState.Running).And.Property("Entered").EqualTo(2));
        Assert.That(run.NextCustomerId, Is.EqualTo(_customers[0] + 270_000));

        _shop.Evaluator.Asked.Clear();
        await TaskAsync();

        Assert.That(_shop.Evaluator.Asked.Select(asked => asked.Scope.From), Is.EqualTo(new[]
        {
            _customers[0] + 270_000, _customers[0] + 290_000, _customers[0] + 540_000, _customers[0] + 1_540_000
        }), "with a small range first");
        Assert.That(_shop.Rows<RefreshRun>().Single(), Has.Property("State").EqualTo(RefreshRunState.Done).And.Property("Entered").EqualTo(2));
        Assert.That(_shop.Stored(_segment).State, Is.EqualTo(SegmentState.Ready));
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers.Take(2)));
    }

    [Test]
    public async Task Other_rules_begin_anew()
    {
        await BreakOffAsync(inRange: 3);
        var edited = _shop.Stored(_segment);
        edited.Definition = "orders:new";
        _shop.Evaluator.Matches["orders:new"] = [_customers[3]];
        await _shop.InScopeAsync<ISegmentService>(service => service.UpdateAsync(edited));
        _shop.Evaluator.Asked.Clear();

        await TaskAsync();

        Assert.That(_shop.Evaluator.Asked, Has.Count.EqualTo(4));
        Assert.That(_shop.Rows<RefreshRun>().OrderBy(run => run.Id).Select(run => run.State), Is.EqualTo(new[] { RefreshRunState.Superseded, RefreshRunState.Done }));
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(new[] { _customers[3] }));
    }

    [Test]
    public async Task A_merchant_can_stop_it_between_two_ranges()
    {
        Task? meanwhile = null;
        _shop.Evaluator.Before = async _ =>
        {
            if (_shop.Evaluator.Asked.Count >= 2)
                await Task.WhenAny(meanwhile ??= MembershipShop.Elsewhere(() =>
                    _shop.InScopeAsync<ISegmentService>(async service => Assert.That(await service.CancelRefreshAsync(_segment.Id), Is.True))), Task.Delay(1_000));
        };

        await RequestAsync();
        await _shop.InScopeAsync<SegmentRefresher>(refresher => refresher.RefreshComputingAsync(default));
        await meanwhile!;

        Assert.That(_shop.Evaluator.Asked, Has.Count.LessThan(4));
        Assert.That(_shop.Rows<RefreshRun>().Select(run => run.State), Is.EqualTo(new[] { RefreshRunState.Cancelled }));
        Assert.That(_shop.Stored(_segment), Has.Property("State").EqualTo(SegmentState.Stopped).And.Property("MemberCount").EqualTo(2));

        // It stays stopped until somebody asks again; what customers do still counts.
        _shop.Evaluator.Before = _ => Task.CompletedTask;
        _shop.Evaluator.Matches["orders"] = [_customers[2]];
        _shop.Evaluator.Asked.Clear();
        await TaskAsync();
        Assert.That(_shop.Evaluator.Asked, Is.Empty);
        await _shop.UpdateAsync([_customers[2]]);
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers.Take(3)));

        await RequestAsync();
        await TaskAsync();
        Assert.That(_shop.Stored(_segment).State, Is.EqualTo(SegmentState.Ready));
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(new[] { _customers[2] }));
        await _shop.InScopeAsync<ISegmentService>(async service => Assert.That(await service.CancelRefreshAsync(_segment.Id), Is.False));
    }

    [Test]
    public async Task Two_nodes_share_the_ranges()
    {
        var nodes = Enumerable.Range(0, 2).Select(_ => MembershipShop.Elsewhere(() => _shop.RefreshAsync(_segment))).ToList();
        await Task.WhenAll(nodes);

        // Either they met, and did one run together, or the second came when the first was over.
        var runs = _shop.Rows<RefreshRun>();
        Assert.That(_shop.Evaluator.Asked, Has.Count.InRange(4, 16));
        Assert.That(runs.Select(run => run.State), Has.All.EqualTo(RefreshRunState.Done));
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers.Take(2)));
        Assert.That(_shop.Rows<SegmentMembershipChange>(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_builds_on_it_follows_even_after_a_crash()
    {
        var top = await _shop.AddSegmentAsync($"segment {_segment.Id}");
        _shop.Evaluator.Matches[top.Definition] = [_customers[0]];
        await _shop.RefreshAsync(_segment);
        Assert.That(_shop.Rows<RefreshRun>().Single(run => run.SegmentId == top.Id).State, Is.EqualTo(RefreshRunState.Waiting));

        await TaskAsync();

        Assert.That(_shop.MembersOf(top), Is.EqualTo(new[] { _customers[0] }));
        Assert.That(_shop.Rows<RefreshRun>().Select(run => run.State), Has.All.EqualTo(RefreshRunState.Done));
    }

    [Test]
    public async Task A_customer_whose_data_the_rules_fail_on_is_set_aside_and_all_others_are_done()
    {
        _shop.Evaluator.Poison.Add(_customers[1]);
        await _shop.RefreshAsync(_segment);
        foreach (var customer in _customers)
            await _shop.MarkAsync(customer, RuleSources.Orders);
        _shop.Evaluator.Matches["orders"] = [_customers[0], _customers[1], _customers[3]];
        await _shop.DrainAsync();

        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(new[] { _customers[0], _customers[3] }));
        Assert.That(_shop.Stored(_segment), Has.Property("State").EqualTo(SegmentState.Ready).And.Property("MemberCount").EqualTo(2));
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
        Assert.That(_shop.Rows<SetAsideCustomer>().Select(row => (row.CustomerId, row.Attempts, row.Error)), Is.EqualTo(new[] { (_customers[1], 2, "Overflow.") }));

        _shop.Evaluator.Poison.Clear();
        await TaskAsync();

        Assert.That(_shop.Rows<SetAsideCustomer>(), Is.Empty);
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(new[] { _customers[0], _customers[1], _customers[3] }));
    }

    [Test]
    public async Task The_later_truth_wins_whoever_evaluated_first()
    {
        // A slow node evaluates before the customer's order and writes after it; a fast one is told of the order meanwhile.
        var slow = true;
        Task? fast = null;
        _shop.Evaluator.Matches["orders"] = [];
        _shop.Evaluator.After = async () =>
        {
            if (!slow)
                return;
            slow = false;
            _shop.Evaluator.Matches["orders"] = [_customers[0]];
            fast = MembershipShop.Elsewhere(() => _shop.UpdateOnOtherNodeAsync([_customers[0]]));
            await Task.WhenAny(fast, Task.Delay(700));
        };

        await _shop.UpdateAsync([_customers[0]]);
        await fast!;
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(new[] { _customers[0] }));

        // The same with a full refresh for the slow one, and a customer who leaves.
        slow = true;
        _shop.Evaluator.After = async () =>
        {
            if (!slow)
                return;
            slow = false;
            _shop.Evaluator.Matches["orders"] = [];
            fast = MembershipShop.Elsewhere(() => _shop.UpdateOnOtherNodeAsync([_customers[0]]));
            await Task.WhenAny(fast, Task.Delay(700));
        };
        await _shop.RefreshAsync(_segment);
        await fast!;
        Assert.That(_shop.MembersOf(_segment), Is.Empty);
    }

    [Test]
    public async Task Each_day_is_counted_once_and_history_goes_when_its_time_is_over()
    {
        _shop.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        await _shop.RefreshAsync(_segment);
        await TaskAsync();
        _shop.Clock.Now += TimeSpan.FromHours(1);
        _shop.Evaluator.Matches["orders"] = [_customers[2]];
        await _shop.RefreshAsync(_segment);
        await TaskAsync();
        // Members whom the database took along without a word.
        await _shop.InScopeAsync<IRepository<SegmentMember>>(rows => rows.DeleteAsync(row => row.CustomerId == _customers[2]));
        _shop.Clock.Now += TimeSpan.FromDays(1);
        await TaskAsync();

        Assert.That(_shop.Rows<SegmentDay>().OrderBy(day => day.Day).Select(day => (day.Day, day.Members, day.Entered, day.Left)), Is.EqualTo(new[]
        {
            (new DateTime(2026, 3, 11), 1, 3, 2), (new DateTime(2026, 3, 12), 0, 0, 0)
        }), "noon in UTC is tomorrow in Auckland");
        Assert.That(_shop.Stored(_segment).MemberCount, Is.Zero);

        _shop.Clock.Now += TimeSpan.FromDays(728);
        await TaskAsync();
        Assert.That(_shop.Rows<SegmentMembershipChange>().Count(change => change.CreatedOnUtc < new DateTime(2026, 3, 10, 13, 0, 0)), Is.EqualTo(2));
        _shop.Clock.Now += TimeSpan.FromDays(2);
        await TaskAsync();
        Assert.That(_shop.Rows<SegmentMembershipChange>().Count(change => change.CreatedOnUtc < new DateTime(2026, 3, 12)), Is.Zero);
        Assert.That(_shop.Rows<SegmentDay>(), Has.Count.EqualTo(4), "they stay");
    }

    private async Task BreakOffAsync(int inRange)
    {
        using var stop = new CancellationTokenSource();
        _shop.Evaluator.Before = _ =>
        {
            if (_shop.Evaluator.Asked.Count(asked => asked.Scope.Ids is null) == inRange)
                stop.Cancel();
            return Task.CompletedTask;
        };
        Assert.That(() => _shop.InScopeAsync<IMembershipUpdater>(
            updater => updater.RefreshAsync(_segment.Id, MembershipChangeReason.Edit, stop.Token)), Throws.InstanceOf<OperationCanceledException>());
        _shop.Evaluator.Before = _ => Task.CompletedTask;
    }

    private Task RequestAsync() => _shop.InScopeAsync<ISegmentService>(service => service.RequestRefreshAsync(_segment.Id));

    private Task TaskAsync() => _shop.InScopeAsync<SegmentsTask>(task => task.ExecuteAsync());
}
