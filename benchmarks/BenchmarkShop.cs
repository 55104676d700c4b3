using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments;
using Npgsql;
using Shop.Data;
using Shop.Demo;

namespace Segments.Benchmarks;

/// <summary>A shop with made-up customers and the plugin, in a database of its own that goes away with it.</summary>
internal sealed class BenchmarkShop : IAsyncDisposable
{
    private readonly ShopDatabase _database;
    private readonly AsyncServiceScope _scope;
    private readonly Func<Task> _remove;

    private BenchmarkShop(ShopDatabase database, Func<Task> remove)
    {
        _database = database;
        _scope = database.CreateScope();
        _remove = remove;
    }

    /// <summary>The connection string of the PostgreSQL server, the one that the tests use; null without one.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("SEGMENTS_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>A shop in a file.</summary>
    public static Task<BenchmarkShop> OnSqliteAsync(DemoOptions size)
    {
        var folder = Directory.CreateTempSubdirectory("segments-benchmark-").FullName;
        return FillAsync(Path.Combine(folder, "shop.db"), size, () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, true);
            return Task.CompletedTask;
        });
    }

    /// <summary>A shop on a PostgreSQL server.</summary>
    public static Task<BenchmarkShop> OnPostgresAsync(string server, DemoOptions size)
    {
        var name = $"segments_benchmark_{Guid.NewGuid():N}";
        return FillAsync(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, size, async () =>
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE \"{name}\" WITH (FORCE)", connection);
            await command.ExecuteNonQueryAsync();
        });
    }

    /// <summary>Does something in a shop in a file and, where there is a PostgreSQL server, in one there.</summary>
    /// <param name="size">How large the shops are.</param>
    /// <param name="run">Gets the database's name and the shop.</param>
    public static async Task OnEachAsync(DemoOptions size, Func<string, BenchmarkShop, Task> run)
    {
        await using (var shop = await OnSqliteAsync(size))
            await run("SQLite", shop);

        if (PostgresServer is not { } server)
            return;
        await using (var shop = await OnPostgresAsync(server, size))
            await run("PostgreSQL", shop);
    }

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
        await _remove();
    }

    private static async Task<BenchmarkShop> FillAsync(string database, DemoOptions size, Func<Task> remove)
    {
        var settings = new SegmentsSettings
        {
            OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
            PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
        };
        var shop = new BenchmarkShop(
            await ShopDatabase.CreateAsync(database, [typeof(SegmentsPlugin).Assembly], configure: services => services.AddSingleton(settings)), remove);
        await shop.Get<BasicData>().EnsureAsync();
        await shop.Get<DemoGenerator>().GenerateAsync(size);
        if (shop.Get<DatabaseEngine>() is var engine && database.Contains("Host=", StringComparison.Ordinal))
            await engine.ExecuteAsync(["ANALYZE"]);
        return shop;
    }
}
