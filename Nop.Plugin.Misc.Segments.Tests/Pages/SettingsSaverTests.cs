using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Audiences;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

[TestFixture]
public class SettingsSaverTests
{
    private const string ByOrders =
        """{"version":1,"rules":{"match":"all","rules":[{"activity":"orders","measure":"count","operator":"atLeast","value":1}]}}""";
    private const string ByAccount = """{"version":1,"rules":{"match":"all","rules":[{"field":"customer.registeredOn","operator":"inLast","value":60}]}}""";

    private AudienceShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await AudienceShop.CreateAsync();

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task Other_orders_that_count_refresh_the_active_segments_that_read_orders()
    {
        var byOrders = await AddAsync(ByOrders, true, false);
        var byAccount = await AddAsync(ByAccount, true, false);
        var withGuests = await AddAsync(ByAccount, true, true);
        var inactive = await AddAsync(ByOrders, false, false);

        var count = await SaveAsync([(int)OrderStatus.Complete], [(int)PaymentStatus.Paid]);

        Assert.That(count, Is.EqualTo(2));
        Assert.That(StateOf(byOrders), Is.EqualTo(SegmentState.Computing));
        Assert.That(StateOf(withGuests), Is.EqualTo(SegmentState.Computing), "guests are members for their orders");
        Assert.That(StateOf(byAccount), Is.EqualTo(SegmentState.Ready));
        Assert.That(StateOf(inactive), Is.EqualTo(SegmentState.Ready));
    }

    [Test]
    public async Task The_same_choice_in_another_order_refreshes_nothing()
    {
        await AddAsync(ByOrders, true, false);

        Assert.That(await SaveAsync(Enumerable.Reverse(_shop.Settings.OrderStatusIds), Enumerable.Reverse(_shop.Settings.PaymentStatusIds)), Is.Zero);
    }

    [Test]
    public async Task What_is_kept_and_looked_at_again_is_stored()
    {
        await SaveAsync(_shop.Settings.OrderStatusIds, _shop.Settings.PaymentStatusIds);

        Assert.That(_shop.Settings, Has.Property(nameof(SegmentsSettings.HistoryDays)).EqualTo(30).And.Property(nameof(SegmentsSettings.FullRefreshDays)).EqualTo(3));
        Assert.That(
            _shop.Rows<Setting>().Single(setting => setting.Name.Equals("SegmentsSettings.HistoryDays", StringComparison.OrdinalIgnoreCase)).Value, Is.EqualTo("30"));
    }

    [Test]
    public async Task The_period_is_the_tasks()
    {
        await _shop.AddAsync(new ScheduleTask { Name = "Segments", Type = SegmentsTask.TypeName, Seconds = 600 });
        await _shop.InRequestAsync<SettingsSaver>(saver => saver.SavePeriodAsync(5));

        Assert.That(_shop.Rows<ScheduleTask>().Single(task => task.Type == SegmentsTask.TypeName).Seconds, Is.EqualTo(300));
    }

    private async Task<Segment> AddAsync(string definition, bool active, bool includeGuests)
    {
        var segment = await _shop.AddSegmentAsync("Some");
        segment.Definition = definition;
        segment.Active = active;
        segment.IncludeGuests = includeGuests;
        await _shop.ChangeAsync(segment);
        return segment;
    }

    private Task<int> SaveAsync(IEnumerable<int> orderStatusIds, IEnumerable<int> paymentStatusIds)
    {
        List<int> orderStatuses = [.. orderStatusIds];
        List<int> paymentStatuses = [.. paymentStatusIds];
        return _shop.InRequestAsync<SettingsSaver, int>(saver => saver.SaveAsync(
            new SegmentsSettings { OrderStatusIds = orderStatuses, PaymentStatusIds = paymentStatuses, HistoryDays = 30, FullRefreshDays = 3 }));
    }

    private SegmentState StateOf(Segment segment) => _shop.Rows<Segment>().Single(row => row.Id == segment.Id).State;
}
