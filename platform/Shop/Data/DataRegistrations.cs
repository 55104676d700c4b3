using Nop.Core.Caching;
using Nop.Core.Events;
using Nop.Data;
using Shop.Data.Migrations;
using Shop.Infrastructure;
using Shop.Infrastructure.Caching;
using Shop.Infrastructure.Events;

namespace Shop.Data;

/// <summary>The services that storing things takes.</summary>
internal static class DataRegistrations
{
    public static void AddShopData(this IServiceCollection services, DatabaseEngine engine, TimeProvider clock)
    {
        AsyncQueryExecutor.Use();
        services.AddSingleton(engine);
        services.AddSingleton(clock);
        services.AddHttpContextAccessor();
        services.AddSingleton<RequestServices>();
        services.AddSingleton<IStaticCacheManager, MemoryStaticCache>();
        services.AddScoped<IShortTermCacheManager, RequestCache>();
        services.AddSingleton<IEventPublisher, EventPublisher>();
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddScoped(provider => new MigrationManager(engine, provider.GetRequiredService<IRepository<MigrationVersionInfo>>(), provider, clock));
    }
}
