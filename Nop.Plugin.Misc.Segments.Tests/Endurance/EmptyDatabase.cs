using Microsoft.Data.Sqlite;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Npgsql;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>A place for a database that several processes open by its connection string; it goes away with this.</summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly string? _folder;

    private EmptyDatabase(string connectionString, string? folder)
    {
        ConnectionString = connectionString;
        _folder = folder;
    }

    public string ConnectionString { get; }

    public static EmptyDatabase Of(string kind)
    {
        if (kind == TestDatabase.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("segments-test-").FullName;
            return new EmptyDatabase(Path.Combine(folder, "shop.db"), folder);
        }

        var server = Environment.GetEnvironmentVariable("SEGMENTS_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
            Assert.Ignore("SEGMENTS_TEST_POSTGRES names no server.");
        var settings = new NpgsqlConnectionStringBuilder(server) { Database = $"segments_test_{Guid.NewGuid():N}", MaxPoolSize = 40, Options = "-c jit=off" };
        return new EmptyDatabase(settings.ConnectionString, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, true);
            return;
        }

        var settings = new NpgsqlConnectionStringBuilder(ConnectionString);
        await ExecuteAsync(settings, $"DROP DATABASE \"{settings.Database}\" WITH (FORCE)");
    }

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder settings, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
