using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Configuration;
using Shop.CommandLine;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Demo;

/// <summary>A shop in a file of its own, without a web server, that goes away with the test.</summary>
internal sealed class DemoShop : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 17, 14, 30, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly AsyncServiceScope _scope;

    private DemoShop(TestDatabase database)
    {
        _database = database;
        _scope = database.Shop.CreateScope();
    }

    /// <summary>Opens a shop with its basic data.</summary>
    public static async Task<DemoShop> OpenAsync(DateTimeOffset? now = null)
    {
        var clock = new StandingClock(now ?? Now);
        var database = await TestDatabase.CreateAsync(clock: clock, configure: services => services.AddDemoData().AddSingleton(Settings()));
        var shop = new DemoShop(database);
        shop.NewAccounts = await shop.Get<BasicData>().EnsureAsync();
        return shop;
    }

    public IReadOnlyList<NewAccount> NewAccounts { get; private set; } = [];

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public IQueryable<T> Table<T>() where T : BaseEntity => Get<IRepository<T>>().Table;

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ISettingService Settings()
    {
        var settings = new Mock<ISettingService>();
        settings.Setup(service => service.LoadSettingAsync<CurrencySettings>(0)).ReturnsAsync(new CurrencySettings());
        settings.Setup(service => service.LoadSettingAsync<EmailAccountSettings>(0)).ReturnsAsync(new EmailAccountSettings());
        return settings.Object;
    }
}
