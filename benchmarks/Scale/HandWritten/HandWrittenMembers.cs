using System.Data;
using System.Data.Common;
using FluentMigrator.Expressions;
using Microsoft.EntityFrameworkCore;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Shop.Data;

namespace Segments.Benchmarks.Scale.HandWritten;

/// <summary>
/// What somebody would write by hand who keeps one segment true with SQL: in one transaction those enter who are not in yet, and those leave who no longer
/// match. The table is like the plugin's own: the same columns, key, references and indexes.
/// </summary>
internal sealed class HandWrittenMembers(DatabaseEngine engine, TimeProvider clock)
{
    private const string Table = "HandWrittenMember";

    private bool IsPostgres => engine is Shop.Data.Postgres.PostgresEngine;

    /// <summary>Makes the table anew.</summary>
    public async Task CreateAsync()
    {
        var table = new CreateTableExpression { Table = Table };
        foreach (var column in engine.Model[typeof(SegmentMember)].Table.Columns)
            table.Columns.Add(column);
        await engine.ExecuteAsync([$"DROP TABLE IF EXISTS {SchemaSql.Quote(Table)}", .. engine.Schema.Statements(table)]);
    }

    /// <summary>Removes the table.</summary>
    public Task DropAsync() => engine.ExecuteAsync([$"DROP TABLE IF EXISTS {SchemaSql.Quote(Table)}"]);

    /// <summary>Brings the members of a segment up to date with a query.</summary>
    public Task RefreshAsync(int segmentId, string query) => RunAsync(async (connection, transaction) =>
    {
        foreach (var statement in IsPostgres ? Postgres(query) : Sqlite(query))
        {
            await using var command = Command(connection, statement, segmentId);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync();
        }

        return 0;
    });

    /// <summary>Lets all members leave.</summary>
    public Task ClearAsync() => engine.ExecuteAsync([IsPostgres ? $"TRUNCATE {SchemaSql.Quote(Table)}" : $"DELETE FROM {SchemaSql.Quote(Table)}"]);

    /// <summary>The ids of the members, ascending.</summary>
    public Task<List<int>> ReadAsync(int segmentId) => RunAsync(async (connection, transaction) =>
    {
        await using var command = Command(connection, $"""SELECT "CustomerId" FROM "{Table}" WHERE "SegmentId" = @segment ORDER BY "CustomerId" """, segmentId);
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<int>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetInt32(0));
        return ids;
    });

    // The set is found once, and counted, so that PostgreSQL knows how large it is. Who is in already is left to the key: to look for them first, PostgreSQL, which
    // believes an empty table to stay empty, reads what it has just inserted again for each of them.
    private static IEnumerable<string> Postgres(string query) =>
    [
        "CREATE TEMP TABLE matching (\"Id\" int) ON COMMIT DROP",
        $"INSERT INTO matching {query}",
        "ANALYZE matching",
        $"""
         INSERT INTO "{Table}" ("SegmentId", "CustomerId", "EnteredOnUtc")
         SELECT @segment, x."Id", @now FROM matching x
         ON CONFLICT DO NOTHING
         """,
        $"""DELETE FROM "{Table}" WHERE "SegmentId" = @segment AND "CustomerId" NOT IN (SELECT "Id" FROM matching)"""
    ];

    private static IEnumerable<string> Sqlite(string query) =>
    [
        "CREATE TEMP TABLE matching (\"Id\" INTEGER PRIMARY KEY)",
        $"INSERT INTO matching {query}",
        $"""
         INSERT INTO "{Table}" ("SegmentId", "CustomerId", "EnteredOnUtc")
         SELECT @segment, x."Id", @now FROM matching x
         WHERE NOT EXISTS (SELECT 1 FROM "{Table}" m WHERE m."SegmentId" = @segment AND m."CustomerId" = x."Id")
         """,
        $"""DELETE FROM "{Table}" WHERE "SegmentId" = @segment AND NOT EXISTS (SELECT 1 FROM matching x WHERE x."Id" = "CustomerId")""",
        "DROP TABLE matching"
    ];

    private async Task<T> RunAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work)
    {
        await using var context = engine.CreateContext();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        var result = await work(connection, transaction);
        await transaction.CommitAsync();
        return result;
    }

    private DbCommand Command(DbConnection connection, string sql, int segmentId)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        var calendar = new ShopCalendar(clock.GetUtcNow().UtcDateTime, TimeZoneInfo.Utc);
        Add("@segment", DbType.Int32, segmentId);
        Add("@now", DbType.DateTime2, calendar.NowUtc);
        Add("@hours24", DbType.DateTime2, calendar.HoursAgo(24));
        foreach (var days in new[] { 30, 90, 365 })
            Add($"@days{days}", DbType.DateTime2, calendar.StartOf(calendar.DaysAgo(days)));
        return command;

        void Add(string name, DbType type, object value)
        {
            if (!sql.Contains(name, StringComparison.Ordinal))
                return;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, value);
            command.Parameters.Add(parameter);
        }
    }
}
