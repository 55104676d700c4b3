using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Helpers;
using Nop.Services.Logging;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

/// <summary>A database with the plugin's tables, services and consumers, in which an evaluator by plain sets says who matches.</summary>
internal sealed class MembershipShop : IAsyncDisposable
{
    private readonly Mock<IDateTimeHelper> _dateTimes = new();
    private TestDatabase _database = null!;
    private int _addressId;

    private MembershipShop()
    {
        _dateTimes.SetupGet(dateTimes => dateTimes.DefaultStoreTimeZone).Returns(() => TimeZone);
    }

    public ManualClock Clock { get; } = new();
    public FakeEvaluator Evaluator { get; } = new();
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;
    public bool Installed { get; set; } = true;

    /// <summary>What was written to the shop's log.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public IServiceProvider Services => _database.Shop.Services;

    public static async Task<MembershipShop> CreateAsync(string kind = TestDatabase.Sqlite)
    {
        var shop = new MembershipShop();
        shop._database = await TestDatabase.CreateAsync(kind, shop.Clock, [typeof(SegmentsPlugin).Assembly], shop.AddServices);
        return shop;
    }

    /// <summary>Does something as one request would, with services of its own.</summary>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = _database.Shop.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does something as one request would, with services of its own.</summary>
    public async Task InScopeAsync<TService>(Func<TService, Task> work) where TService : notnull
    {
        await using var scope = _database.Shop.CreateScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public List<T> Rows<T>() where T : BaseEntity
    {
        using var scope = _database.Shop.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IRepository<T>>().Table.ToList();
    }

    public Task InsertAsync<T>(T entity) where T : BaseEntity => InScopeAsync<IRepository<T>>(repository => repository.InsertAsync(entity));

    /// <summary>Adds customers and returns their ids.</summary>
    public async Task<List<int>> AddCustomersAsync(int count)
    {
        var customers = Enumerable.Range(0, count).Select(i => new Customer
        {
            Active = true,
            Email = $"c{i}@example.com",
            CreatedOnUtc = DateTime.UnixEpoch,
            LastActivityDateUtc = DateTime.UnixEpoch
        }).ToList();
        await InScopeAsync<IRepository<Customer>>(repository => repository.InsertAsync(customers, false));
        Evaluator.IdRange = (customers[0].Id, customers[^1].Id);
        return customers.ConvertAll(customer => customer.Id);
    }

    /// <summary>Adds a segment that is Ready and has no members, without telling anybody.</summary>
    public async Task<Segment> AddSegmentAsync(string definition, bool active = true, Action<Segment>? change = null)
    {
        var segment = new Segment
        {
            Name = definition,
            Active = active,
            Definition = definition,
            State = SegmentState.Ready,
            RefreshedOnUtc = Clock.Now.UtcDateTime,
            CreatedOnUtc = Clock.Now.UtcDateTime.AddHours(-1),
            UpdatedOnUtc = Clock.Now.UtcDateTime.AddHours(-1)
        };
        change?.Invoke(segment);
        await InScopeAsync<IRepository<Segment>>(repository => repository.InsertAsync(segment, false));
        Services.GetRequiredService<ActiveSegments>().Forget();
        return segment;
    }

    /// <summary>An order, not stored yet.</summary>
    public async Task<Order> NewOrderAsync(int customerId)
    {
        if (_addressId == 0)
        {
            var address = new Address { CreatedOnUtc = DateTime.UnixEpoch };
            await InsertAsync(address);
            _addressId = address.Id;
        }

        return new Order
        {
            OrderGuid = Guid.NewGuid(),
            CustomerId = customerId,
            BillingAddressId = _addressId,
            CustomOrderNumber = string.Empty,
            CreatedOnUtc = Clock.Now.UtcDateTime
        };
    }

    public Segment Stored(Segment segment) => Rows<Segment>().Single(row => row.Id == segment.Id);

    public List<int> MembersOf(Segment segment) =>
        Rows<SegmentMember>().Where(member => member.SegmentId == segment.Id).Select(member => member.CustomerId).Order().ToList();

    public Task<RefreshResult> RefreshAsync(Segment segment, MembershipChangeReason reason = MembershipChangeReason.Edit) =>
        InScopeAsync<IMembershipUpdater, RefreshResult>(updater => updater.RefreshAsync(segment.Id, reason));

    public Task UpdateAsync(IReadOnlyCollection<int> customerIds, RuleSources sources = RuleSources.Orders) =>
        InScopeAsync<IMembershipUpdater>(updater => updater.UpdateCustomersAsync(customerIds, sources, MembershipChangeReason.Event));

    /// <summary>The same on a node that shares nothing with this one but the database.</summary>
    public async Task UpdateOnOtherNodeAsync(IReadOnlyCollection<int> customerIds, RuleSources sources = RuleSources.Orders)
    {
        await using var scope = _database.Shop.CreateScope();
        var own = new MembershipLock(
            scope.ServiceProvider.GetRequiredService<IRepository<SegmentLock>>(), new MembershipGates(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        await ActivatorUtilities.CreateInstance<MembershipUpdater>(scope.ServiceProvider, own)
            .UpdateCustomersAsync(customerIds, sources, MembershipChangeReason.Event);
    }

    public Task MarkAsync(int customerId, RuleSources sources) => InScopeAsync<DirtyCustomerMarker>(marker => marker.MarkAsync(customerId, sources));

    /// <summary>Begins something apart from the caller's transaction, as another request would. Where one writer locks the database it ends after that transaction.</summary>
    public static Task Elsewhere(Func<Task> work)
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(work);
    }

    public Task DrainAsync() => Services.GetRequiredService<QueueDrainer>().DrainAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private void AddServices(IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<ISegmentEvaluator>(Evaluator);
        services.AddSingleton(_dateTimes.Object);
        services.AddSingleton(Mock.Of<IHostApplicationLifetime>());

        var log = new Mock<ILogger>();
        log.Setup(logger => logger.ErrorAsync(It.IsAny<string>(), It.IsAny<Exception>(), It.IsAny<Customer>()))
            .Callback((string message, Exception exception, Customer _) => Log.Enqueue($"{message} {exception?.Message}")).Returns(Task.CompletedTask);
        log.Setup(logger => logger.WarningAsync(It.IsAny<string>(), It.IsAny<Exception>(), It.IsAny<Customer>()))
            .Callback((string message, Exception _, Customer _) => Log.Enqueue(message)).Returns(Task.CompletedTask);
        services.AddSingleton(log.Object);

        var plugins = new Mock<IPluginManager<IPlugin>>();
        plugins.Setup(manager => manager.LoadPluginBySystemNameAsync(SegmentsDefaults.SystemName, null, 0))
            .ReturnsAsync(() => Installed ? Mock.Of<IPlugin>() : null!);
        services.AddSingleton(plugins.Object);
    }
}
