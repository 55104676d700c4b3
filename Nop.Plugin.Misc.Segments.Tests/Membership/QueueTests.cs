using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public class QueueTests(string kind)
{
    private MembershipShop _shop = null!;
    private List<int> _customers = null!;
    private Segment _segment = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await MembershipShop.CreateAsync(kind);
        _customers = await _shop.AddCustomersAsync(5);
        _segment = await _shop.AddSegmentAsync("orders");
        _shop.Evaluator.Matches["orders"] = [.. _customers];
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_drain_stores_the_effect_and_empties_the_queue()
    {
        await _shop.MarkAsync(_customers[0], RuleSources.Orders);
        await _shop.MarkAsync(_customers[1], RuleSources.Orders);
        await _shop.MarkAsync(_customers[1], RuleSources.Orders);

        await _shop.DrainAsync();

        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers.Take(2)));
        Assert.That(_shop.Evaluator.Asked, Has.Count.EqualTo(1), "one query for all of them");
        Assert.That(_shop.Rows<SegmentMembershipChange>().Select(change => change.Reason), Has.All.EqualTo(MembershipChangeReason.Event));
    }

    [Test]
    public async Task A_row_that_is_added_meanwhile_stays_for_the_next_batch()
    {
        await _shop.MarkAsync(_customers[0], RuleSources.Orders);
        Task? meanwhile = null;
        _shop.Evaluator.Before = async _ =>
            await Task.WhenAny(meanwhile ??= MembershipShop.Elsewhere(() => _shop.MarkAsync(_customers[1], RuleSources.Orders)), Task.Delay(1_000));

        await _shop.InScopeAsync<QueueBatch>(batch => batch.TakeDueAsync(CancellationToken.None));
        await meanwhile!;
        Assert.That(_shop.Rows<DirtyCustomer>().Select(row => row.CustomerId), Is.EqualTo(new[] { _customers[1] }));

        await _shop.DrainAsync();
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers.Take(2)));
    }

    [Test]
    public async Task A_row_stays_when_its_effect_could_not_be_stored()
    {
        await _shop.MarkAsync(_customers[0], RuleSources.Orders);
        var updater = new Mock<IMembershipUpdater>();
        updater.Setup(u => u.UpdateCustomersAsync(
                It.IsAny<IReadOnlyCollection<int>>(), It.IsAny<RuleSources>(), It.IsAny<MembershipChangeReason>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("No database."));

        await using var scope = _shop.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        _shop.Evaluator.Before = _ => throw new InvalidOperationException("Broken.");
        var batch = ActivatorUtilities.CreateInstance<QueueBatch>(services, updater.Object);
        Assert.ThrowsAsync<InvalidOperationException>(() => batch.TakeDueAsync(CancellationToken.None));

        Assert.That(_shop.Rows<DirtyCustomer>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_row_stays_when_the_drain_is_stopped()
    {
        await _shop.MarkAsync(_customers[0], RuleSources.Orders);
        using var stop = new CancellationTokenSource();
        _shop.Evaluator.Before = _ =>
        {
            stop.Cancel();
            return Task.CompletedTask;
        };

        Assert.ThrowsAsync<OperationCanceledException>(() => _shop.Services.GetRequiredService<QueueDrainer>().DrainAsync(cancellationToken: stop.Token));

        Assert.That(_shop.Rows<DirtyCustomer>(), Has.Count.EqualTo(1));
        Assert.That(_shop.Stored(_segment).State, Is.EqualTo(SegmentState.Ready));
    }

    [Test]
    public async Task A_segment_that_fails_gives_its_rows_away_and_the_schedule_heals_it()
    {
        await _shop.MarkAsync(_customers[0], RuleSources.Orders);
        _shop.Evaluator.Before = _ => throw new InvalidOperationException("Broken.");
        await _shop.DrainAsync();
        Assert.That(_shop.Stored(_segment).State, Is.EqualTo(SegmentState.Failed));

        _shop.Evaluator.Before = _ => Task.CompletedTask;
        await _shop.InScopeAsync<SegmentsTask>(task => task.ExecuteAsync());

        Assert.That(_shop.Stored(_segment).State, Is.EqualTo(SegmentState.Ready));
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers));
    }

    [Test]
    public async Task Customers_of_a_signal_are_looked_at_though_their_rows_are_gone()
    {
        var marks = new DirtyMarks();
        marks.Add(_customers[2], RuleSources.Orders);
        marks.AddRow(999);
        await _shop.Services.GetRequiredService<QueueDrainer>().DrainAsync(marks);
        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(new[] { _customers[2] }));
    }

    [Test]
    public async Task Rows_for_everyone_refresh_the_readers_once()
    {
        var catalog = await _shop.AddSegmentAsync("catalog");
        _shop.Evaluator.Matches["catalog"] = [_customers[3]];
        for (var i = 0; i < QueueBatch.Size + 100; i++)
            await _shop.InScopeAsync<DirtyCustomerMarker>(marker => marker.MarkEveryoneAsync(RuleSources.Catalog));

        await _shop.DrainAsync();

        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
        Assert.That(_shop.Evaluator.Asked.Select(asked => asked.Definition), Is.EqualTo(new[] { "catalog", "catalog" }), "everybody, and then who differs");
        Assert.That(_shop.MembersOf(catalog), Is.EqualTo(new[] { _customers[3] }));
    }

    [Test]
    public async Task Many_drains_at_once_neither_lose_nor_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await _shop.MarkAsync(_customers[i % 5], RuleSources.Orders);
            await _shop.DrainAsync();
            await _shop.RefreshAsync(_segment);
        })));

        Assert.That(_shop.MembersOf(_segment), Is.EqualTo(_customers));
        Assert.That(_shop.Rows<SegmentMembershipChange>(), Has.Count.EqualTo(5));
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
        Assert.That(_shop.Log, Is.Empty);
    }

    [Test]
    public async Task The_worker_drains_what_is_signalled_and_refreshes_what_is_saved()
    {
        var worker = _shop.Services.GetServices<IHostedService>().OfType<DrainWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        await _shop.MarkAsync(_customers[4], RuleSources.Orders);
        await UntilAsync(() => _shop.MembersOf(_segment).Count == 1);

        var other = new Segment { Name = "Other", Definition = "orders:other", Active = true };
        _shop.Evaluator.Matches["orders:other"] = [_customers[0]];
        await _shop.InScopeAsync<ISegmentService>(service => service.InsertAsync(other));
        await UntilAsync(() => _shop.Stored(other).State == SegmentState.Ready);
        await worker.StopAsync(CancellationToken.None);

        Assert.That(_shop.MembersOf(other), Is.EqualTo(new[] { _customers[0] }));
        Assert.That(_shop.Log, Is.Empty);
    }

    [Test]
    public async Task The_worker_is_quiet_where_the_plugin_is_not_installed()
    {
        await _shop.MarkAsync(_customers[0], RuleSources.Orders);
        _shop.Installed = false;
        var worker = _shop.Services.GetServices<IHostedService>().OfType<DrainWorker>().Single();
        await worker.StartAsync(CancellationToken.None);
        _shop.Services.GetRequiredService<DrainSignal>().Send();
        await Task.Delay(300);
        await worker.StopAsync(CancellationToken.None);

        Assert.That(_shop.Evaluator.Asked, Is.Empty);
        Assert.That(_shop.Log, Is.Empty);
        Assert.That(worker.ExecuteTask!.IsCompletedSuccessfully, Is.True);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++)
            await Task.Delay(50);
        Assert.That(holds(), Is.True);
    }
}
