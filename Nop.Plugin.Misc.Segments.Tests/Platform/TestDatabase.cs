using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shop.Data;

namespace Nop.Plugin.Misc.Segments.Tests.Platform;

/// <summary>A shop's database for one test: its own SQLite file, or its own database on the server that SEGMENTS_TEST_POSTGRES names.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private readonly string? _folder;
    private readonly string? _postgres;

    private TestDatabase(ShopDatabase shop, string? folder, string? postgres)
    {
        Shop = shop;
        _folder = folder;
        _postgres = postgres;
    }

    public ShopDatabase Shop { get; }

    /// <summary>Both kinds of database; tests on PostgreSQL are skipped where there is no server.</summary>
    public static IEnumerable<string> Kinds => [Sqlite, Postgres];

    public static async Task<TestDatabase> CreateAsync(string kind = Sqlite, TimeProvider? clock = null, IEnumerable<Assembly>? plugins = null,
        Action<IServiceCollection>? configure = null)
    {
        if (kind == Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("segments-test-").FullName;
            return new TestDatabase(await ShopDatabase.CreateAsync(Path.Combine(folder, "shop.db"), plugins, clock, configure), folder, null);
        }

        var server = Environment.GetEnvironmentVariable("SEGMENTS_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
            Assert.Ignore("SEGMENTS_TEST_POSTGRES names no server.");
        // Compiling the largest queries takes PostgreSQL many seconds, running them as they are takes it milliseconds.
        var settings = new NpgsqlConnectionStringBuilder(server) { Database = $"segments_test_{Guid.NewGuid():N}", MaxPoolSize = 10, Options = "-c jit=off" };
        var database = await ShopDatabase.CreateAsync(settings.ConnectionString, plugins, clock, configure);
        return new TestDatabase(database, null, settings.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        if (_folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, true);
        }

        if (_postgres is not null)
            await DropAsync(_postgres);
    }

    private static async Task DropAsync(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database;
        settings.Database = "postgres";
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE \"{name}\" WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
