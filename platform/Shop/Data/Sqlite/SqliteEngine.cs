using System.Collections.Concurrent;
using System.Globalization;
using System.Transactions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Nop.Core;

namespace Shop.Data.Sqlite;

/// <summary>A shop in one file. Text compares without case, and transaction scopes work although the driver knows none.</summary>
internal sealed class SqliteEngine : DatabaseEngine
{
    private readonly ConcurrentDictionary<string, SqliteAmbientTransaction> _ambient = new();
    private readonly SqliteWriters _writers = new();
    private readonly string _connectionString;

    public SqliteEngine(string database, ShopModel model) : base(model, new SqliteSchemaSql())
    {
        var settings = database.Contains('=') ? new SqliteConnectionStringBuilder(database) : new SqliteConnectionStringBuilder { DataSource = database };
        settings.ForeignKeys = true;
        settings.DefaultTimeout = 30;
        _connectionString = settings.ConnectionString;
        Path = settings.DataSource;
    }

    public string Path { get; }

    public override ShopDbContext CreateContext()
    {
        var current = System.Transactions.Transaction.Current;
        var context = base.CreateContext();
        if (current is null)
            return context;
        var ambient = _ambient.GetOrAdd(current.TransactionInformation.LocalIdentifier, _ => new SqliteAmbientTransaction(_writers));
        ambient.Join(current, NewContext, () => _ambient.TryRemove(current.TransactionInformation.LocalIdentifier, out _));
        context.Database.SetDbConnection(ambient.Connection);
        return context;
    }

    /// <summary>
    /// There is one writer to a file at a time. A consumer of a bulk call's events that suppresses the complete scope and writes would wait
    /// for the very transaction that waits for it; nothing can be added to a complete scope, so its work may as well be stored now.
    /// </summary>
    public override void ScopeCompleted(Transaction transaction)
    {
        if (_ambient.TryGetValue(transaction.TransactionInformation.LocalIdentifier, out var ambient))
            ambient.CommitNow();
    }

    /// <summary>Within a transaction the turn is already taken.</summary>
    public override async Task<IDisposable?> WaitToWriteAsync()
    {
        return Transaction.Current is null ? await _writers.WaitAsync() : null;
    }

    public override async Task CreateDatabaseAsync()
    {
        if (System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        await ExecuteAsync(["PRAGMA journal_mode=WAL"]);
    }

    public override async Task<bool> TableExistsAsync(string table)
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync();
        var sql = $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table.Replace("'", "''")}'";
        return Convert.ToInt64(await ScalarAsync(context.Database.GetDbConnection(), sql), CultureInfo.InvariantCulture) > 0;
    }

    public override async Task BulkInsertAsync(EntityMap map, IReadOnlyList<BaseEntity> entities)
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        if (map.HasIdentity)
        {
            // Numbered by the client from the highest number on, as on SQL Server.
            var sql = $"SELECT coalesce(max({SchemaSql.Quote(map.Key[0].Column.Name)}), 0) FROM {SchemaSql.Quote(map.Table.Table)}";
            var last = Convert.ToInt32(await ScalarAsync(connection, sql), CultureInfo.InvariantCulture);
            foreach (var entity in entities)
                entity.Id = ++last;
        }

        await using var command = connection.CreateCommand();
        var columns = string.Join(", ", map.Columns.Select(c => SchemaSql.Quote(c.Column.Name)));
        command.CommandText = $"INSERT INTO {SchemaSql.Quote(map.Table.Table)} ({columns}) " +
            $"VALUES ({string.Join(", ", map.Columns.Select((_, i) => $"$p{i}"))})";
        var parameters = map.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToList();
        await command.PrepareAsync();
        foreach (var entity in entities)
        {
            for (var i = 0; i < parameters.Count; i++)
                parameters[i].Value = map.Columns[i].Property.GetValue(entity) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    public override async Task TruncateAsync(EntityMap map, bool resetIdentity)
    {
        var statements = new List<string> { $"DELETE FROM {SchemaSql.Quote(map.Table.Table)}" };
        if (resetIdentity && map.HasIdentity)
            statements.Add($"DELETE FROM sqlite_sequence WHERE name = '{map.Table.Table.Replace("'", "''")}'");
        await ExecuteAsync(statements);
    }

    protected override DbContextOptions<ShopDbContext> Configure(DbContextOptionsBuilder<ShopDbContext> builder)
    {
        return builder
            .UseSqlite(_connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqliteConnectionSetup.Instance)
            .Options;
    }
}
