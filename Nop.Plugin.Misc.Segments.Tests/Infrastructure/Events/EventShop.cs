using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Configuration;
using Nop.Services.Plugins;
using Shop.Demo;
using Shop.Infrastructure.Events;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>A whole shop with the plugin in it: its services, its consumers, its evaluator. Only time and the web are made up.</summary>
internal sealed class EventShop : IAsyncDisposable
{
    /// <summary>What counts until a test changes it.</summary>
    public static SegmentsSettings Settings => new()
    {
        OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
        PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
    };

    private TestDatabase _database = null!;

    public ManualClock Clock { get; } = new();

    public static async Task<EventShop> CreateAsync(string kind = TestDatabase.Sqlite, Action<IServiceCollection>? configure = null)
    {
        var shop = new EventShop();
        shop._database = await TestDatabase.CreateAsync(kind, shop.Clock, [typeof(SegmentsPlugin).Assembly], services =>
        {
            AddServices(services);
            configure?.Invoke(services);
        });
        await shop.AskAsync<BasicData>(data => data.EnsureAsync());
        await shop.AskAsync<ISettingService>(settings => settings.SaveSettingAsync(Settings));
        return shop;
    }

    public IServiceProvider Services => _database.Shop.Services;

    /// <summary>The names of the events since somebody cleared them.</summary>
    public ConcurrentQueue<string> Heard => ((HeardEvents)Services.GetRequiredService<IEventPublisher>()).Names;

    /// <summary>Does something outside of any request, with services of its own.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = _database.Shop.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="AskAsync{TService,T}" />
    public Task AskAsync<TService>(Func<TService, Task> work) where TService : notnull => AskAsync<TService, bool>(async service =>
    {
        await work(service);
        return true;
    });

    /// <summary>Does something within a visitor's request.</summary>
    public async Task InRequestAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = _database.Shop.CreateScope();
        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        try
        {
            await work(scope.ServiceProvider);
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    public List<T> Rows<T>() where T : BaseEntity
    {
        using var scope = _database.Shop.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IRepository<T>>().Table.ToList();
    }

    public Task InsertAsync<T>(T row) where T : BaseEntity => AskAsync<IRepository<T>>(rows => rows.InsertAsync(row));

    public Task UpdateAsync<T>(T row, bool publishEvent = true) where T : BaseEntity => AskAsync<IRepository<T>>(rows => rows.UpdateAsync(row, publishEvent));

    public Task DeleteAsync<T>(T row) where T : BaseEntity => AskAsync<IRepository<T>>(rows => rows.DeleteAsync(row));

    /// <summary>Adds a segment and refreshes it.</summary>
    public async Task<Segment> AddSegmentAsync(string definition, bool includeGuests = false)
    {
        var now = Clock.Now.UtcDateTime;
        var segment = new Segment
        {
            Name = "Segment",
            Active = true,
            Definition = definition,
            IncludeGuests = includeGuests,
            State = SegmentState.Ready,
            CreatedOnUtc = now,
            UpdatedOnUtc = now.AddDays(-1)
        };
        await AskAsync<IRepository<Segment>>(rows => rows.InsertAsync(segment, false));
        await AskAsync<IMembershipUpdater>(updater => updater.RefreshAsync(segment.Id, MembershipChangeReason.Edit));
        Services.GetRequiredService<ActiveSegments>().Forget();
        return segment;
    }

    public List<int> MembersOf(Segment segment) =>
        Rows<SegmentMember>().Where(member => member.SegmentId == segment.Id).Select(member => member.CustomerId).Order().ToList();

    /// <summary>Who matches by a fresh look at everybody.</summary>
    public Task<List<int>> EvaluateAsync(Segment segment) => AskAsync<ISegmentEvaluator, List<int>>(async evaluator =>
    {
        var definition = await evaluator.ReadAsync(segment.Definition);
        await evaluator.RenewRanksAsync(definition, segment.IncludeGuests);
        var (from, to) = await evaluator.GetIdRangeAsync();
        return await evaluator.FindMatchesAsync(definition, segment.IncludeGuests, CustomerScope.Range(from, to));
    });

    /// <summary>What the worker does after the response, a little later than any request or transaction may last.</summary>
    public Task DrainAsync()
    {
        Clock.Now += DirtyCustomerMarker.Grace + TimeSpan.FromSeconds(1);
        return Services.GetRequiredService<QueueDrainer>().DrainAsync();
    }

    /// <summary>What the schedule does.</summary>
    public Task RunTaskAsync() => AskAsync<SegmentsTask>(task => task.ExecuteAsync());

    /// <summary>What went wrong and was written to the shop's log.</summary>
    public List<string> Errors() => Rows<Log>().Where(entry => entry.LogLevelId >= (int)LogLevel.Error).Select(entry => $"{entry.ShortMessage} {entry.FullMessage}").ToList();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static void AddServices(IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton(Mock.Of<IHostApplicationLifetime>());
        services.AddSingleton(Mock.Of<IAuthenticationService>());
        var plugins = new Mock<IPluginManager<IPlugin>>();
        plugins.Setup(manager => manager.LoadPluginBySystemNameAsync(SegmentsDefaults.SystemName, null, 0)).ReturnsAsync(Mock.Of<IPlugin>());
        services.AddSingleton(plugins.Object);
        services.AddSingleton<IEventPublisher>(provider => new HeardEvents(ActivatorUtilities.CreateInstance<EventPublisher>(provider)));
    }
}
