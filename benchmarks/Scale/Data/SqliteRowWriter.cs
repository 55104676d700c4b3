using Microsoft.Data.Sqlite;
using Nop.Core;
using Shop.Data;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>Writes rows with one prepared statement a table, each call in one transaction.</summary>
internal sealed class SqliteRowWriter(string file, ShopModel model) : IRowWriter
{
    private readonly SqliteConnection _connection = new(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, Pooling = false }.ConnectionString);
    private readonly List<string> _indexes = [];
    private readonly Dictionary<Type, SqliteCommand> _inserts = [];

    /// <inheritdoc />
    public async Task OpenAsync(IReadOnlyList<Type> entities)
    {
        await _connection.OpenAsync();
        await ExecuteAsync("PRAGMA synchronous=OFF");
        await ExecuteAsync("PRAGMA cache_size=-262144");
        foreach (var entity in entities)
            await PutIndexesAsideAsync(model[entity].Table.Table);
    }

    /// <inheritdoc />
    public async Task WriteAsync<T>(IEnumerable<T> rows) where T : BaseEntity
    {
        var columns = model[typeof(T)].Columns;
        if (!_inserts.TryGetValue(typeof(T), out var insert))
            _inserts[typeof(T)] = insert = InsertInto(model[typeof(T)]);
        await using var transaction = _connection.BeginTransaction();
        insert.Transaction = transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
                insert.Parameters[i].Value = columns[i].Property.GetValue(row) ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }

    /// <inheritdoc />
    public async Task FinishAsync()
    {
        foreach (var index in _indexes)
            await ExecuteAsync(index);
        // Numbering goes on after the highest id by itself.
        await ExecuteAsync("ANALYZE");
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _inserts.Values)
            await insert.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task PutIndexesAsideAsync(string table)
    {
        var names = new List<string>();
        await using (var command = _connection.CreateCommand())
        {
            // Those of keys have no text.
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = $table";
            command.Parameters.AddWithValue("$table", table);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
                _indexes.Add(reader.GetString(1));
            }
        }

        foreach (var name in names)
            await ExecuteAsync($"DROP INDEX {SchemaSql.Quote(name)}");
    }

    private SqliteCommand InsertInto(EntityMap map)
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"INSERT INTO {SchemaSql.Quote(map.Table.Table)} ({string.Join(", ", map.Columns.Select(c => SchemaSql.Quote(c.Column.Name)))}) "
            + $"VALUES ({string.Join(", ", map.Columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < map.Columns.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        return command;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
