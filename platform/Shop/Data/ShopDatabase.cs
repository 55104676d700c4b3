using System.Reflection;
using Nop.Data;
using Nop.Data.Migrations;
using Shop.Data.Migrations;
using Shop.Infrastructure;
using Shop.Plugins;
using Shop.Services.Common;

namespace Shop.Data;

/// <summary>A shop's database with its services and without a web host: for tests, imports and measurements.</summary>
internal sealed class ShopDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ShopDatabase(ServiceProvider services)
    {
        _services = services;
    }

    public IServiceProvider Services => _services;

    /// <summary>Opens a database, and makes it, the shop's tables and those of the plugins first where they are missing.</summary>
    /// <param name="database">A SQLite file, or a connection string; one with a host is PostgreSQL's.</param>
    /// <param name="plugins">Assemblies whose entities are stored, whose installation migrations run,
    /// whose services are registered and whose consumers hear events.</param>
    /// <param name="clock">The shop's time; the real one by default.</param>
    /// <param name="configure">Adds to the services, or replaces some.</param>
    public static async Task<ShopDatabase> CreateAsync(string database, IEnumerable<Assembly>? plugins = null, TimeProvider? clock = null,
        Action<IServiceCollection>? configure = null)
    {
        var assemblies = plugins?.ToList() ?? [];
        var engine = DatabaseEngine.For(database, ShopModel.Of(assemblies));
        await engine.CreateDatabaseAsync();
        await MigrationManager.CreateCoreTablesAsync(engine);
        DataSettingsManager.Installed = true;

        var services = new ServiceCollection();
        var folder = (engine as Sqlite.SqliteEngine)?.Path is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : Path.GetTempPath();
        services.AddShop(engine, PluginCatalogue.Of(assemblies), new ShopPaths(folder, folder, AppContext.BaseDirectory), clock ?? TimeProvider.System,
            new ConfigurationBuilder().Build());
        configure?.Invoke(services);
        var shop = new ShopDatabase(services.BuildServiceProvider());
        await using var scope = shop.CreateScope();
        foreach (var assembly in assemblies)
            await scope.ServiceProvider.GetRequiredService<MigrationManager>().ApplyUpMigrationsAsync(assembly, MigrationProcessType.Installation);
        return shop;
    }

    public AsyncServiceScope CreateScope()
    {
        return _services.CreateAsyncScope();
    }

    public ValueTask DisposeAsync()
    {
        return _services.DisposeAsync();
    }
}
