using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments;
using Nop.Services.Configuration;
using Npgsql;
using Segments.Benchmarks.Scale.Measurements;
using Shop.Data;
using Shop.Data.Postgres;
using Shop.Data.Sqlite;
using Shop.Demo;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>A made-up shop of a certain size with the plugin in it, in a database of its own.</summary>
internal sealed class ScaleDatabase : IAsyncDisposable
{
    /// <summary>The database on a server when the connection string names none.</summary>
    public const string DefaultName = "segments_scale";

    private const string SizeSetting = "scale.size";

    private readonly ShopDatabase _shop;
    private readonly string _database;
    private readonly bool _keep;

    // The shop's times carry no zone; the driver has to know before its first connection.
    static ScaleDatabase() => RuntimeHelpers.RunClassConstructor(typeof(PostgresEngine).TypeHandle);

    private ScaleDatabase(ShopDatabase shop, string database, bool keep)
    {
        _shop = shop;
        _database = database;
        _keep = keep;
    }

    /// <summary>Which kind of database it is.</summary>
    public string Kind => IsPostgres(_database) ? "PostgreSQL" : "SQLite";

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _shop.Services;

    /// <summary>The database itself.</summary>
    public DatabaseEngine Engine => Services.GetRequiredService<DatabaseEngine>();

    /// <summary>
    /// Opens a database. One that a run of the same size has filled and kept is used again, with the plugin's tables made anew; otherwise there must be none.
    /// </summary>
    /// <param name="database">A PostgreSQL connection string or a SQLite file.</param>
    /// <param name="customers">Customers to make.</param>
    /// <param name="orders">Orders to make.</param>
    /// <param name="keep">Whether it stays afterwards.</param>
    /// <exception cref="InvalidOperationException">There is a database of that name that holds something else.</exception>
    public static async Task<ScaleDatabase> OpenAsync(string database, int customers, int orders, bool keep)
    {
        database = WithName(database);
        var size = string.Create(CultureInfo.InvariantCulture, $"{customers} customers, {orders} orders");
        var isFilled = await ExistsAsync(database) && await IsFilledAsync(database, size);
        var settings = new SegmentsSettings
        {
            OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
            PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
        };
        var shop = await ShopDatabase.CreateAsync(
            database, [typeof(SegmentsPlugin).Assembly], new ScaleClock(), services =>
            {
                services.AddSingleton(settings).AddScoped<ScaleFiller>();
                TimedConsumers.Add(services);
            });
        var scale = new ScaleDatabase(shop, database, keep);
        if (!isFilled)
            await scale.FillAsync(customers, orders, size);
        return scale;
    }

    /// <summary>The name of another database beside one.</summary>
    public static string Beside(string database) => IsPostgres(database)
        ? new NpgsqlConnectionStringBuilder(database) { Database = NameOf(WithName(database)) + "_latency" }.ConnectionString
        : database + ".latency";

    /// <summary>Does something with services of its own, as a request does.</summary>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = _shop.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does something with services of its own, as a request does.</summary>
    public Task InScopeAsync<TService>(Func<TService, Task> work) where TService : notnull => InScopeAsync<TService, bool>(async service =>
    {
        await work(service);
        return true;
    });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        if (_keep)
            return;
        if (IsPostgres(_database))
        {
            await using var server = await OpenServerAsync(_database);
            await ExecuteAsync(server, $"DROP DATABASE {SchemaSql.Quote(NameOf(_database))} WITH (FORCE)");
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "", "-wal", "-shm" })
            File.Delete(_database + ending);
    }

    private async Task FillAsync(int customers, int orders, string size)
    {
        await InScopeAsync<BasicData>(data => data.EnsureAsync());
        await using (IRowWriter writer = Engine is SqliteEngine sqlite
            ? new SqliteRowWriter(sqlite.Path, Engine.Model)
            : new PostgresRowWriter(_database, Engine.Model))
            await InScopeAsync<ScaleFiller>(filler => filler.FillAsync(writer, customers, orders));
        await InScopeAsync<ISettingService>(settings => settings.SetSettingAsync(SizeSetting, size));
    }

    private static bool IsPostgres(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static string WithName(string database) =>
        IsPostgres(database) && NameOf(database) is "postgres" or "" ? new NpgsqlConnectionStringBuilder(database) { Database = DefaultName }.ConnectionString : database;

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database ?? "";

    private static async Task<bool> ExistsAsync(string database)
    {
        if (!IsPostgres(database))
            return File.Exists(database);
        await using var server = await OpenServerAsync(database);
        return (await ReadAsync(server, $"SELECT datname FROM pg_database WHERE datname = '{NameOf(database)}'")).Count > 0;
    }

    /// <summary>Whether it is of the size; its tables of the plugin go, as another run may have left them in any state, or another version.</summary>
    private static async Task<bool> IsFilledAsync(string database, string size)
    {
        await using DbConnection connection = IsPostgres(database)
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, ForeignKeys = false }.ConnectionString);
        await connection.OpenAsync();
        var tables = await ReadAsync(connection, IsPostgres(database)
            ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            : "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (tables.Count == 0)
            return false;
        if (!tables.Contains("Setting") || await ReadAsync(connection, $"""SELECT "Value" FROM "Setting" WHERE "Name" = '{SizeSetting}'""") is not [var found]
            || found != size)
            throw new InvalidOperationException($"The database exists already, and is none of a kept run with {size}. Name another one, or remove it.");

        foreach (var table in tables.Where(table => table.StartsWith("CustomerSegment", StringComparison.Ordinal) || table == "HandWrittenMember"))
            await ExecuteAsync(connection, $"DROP TABLE {SchemaSql.Quote(table)}{(IsPostgres(database) ? " CASCADE" : "")}");
        await ExecuteAsync(connection, """DELETE FROM "MigrationVersionInfo" """);
        return true;
    }

    private static async Task<NpgsqlConnection> OpenServerAsync(string database)
    {
        var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync();
        return server;
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
