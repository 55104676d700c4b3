using System.Linq.Expressions;
using Nop.Core;
using Npgsql;
using NpgsqlTypes;
using Shop.Data;
using Shop.Data.Postgres;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>Writes rows with COPY.</summary>
internal sealed class PostgresRowWriter(string connectionString, ShopModel model) : IRowWriter
{
    private readonly NpgsqlConnection _connection = new(
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Enlist = false, CommandTimeout = 0 }.ConnectionString);

    private readonly List<string> _indexes = [];
    private readonly Dictionary<Type, (string Copy, Delegate Write)> _tables = [];
    private IReadOnlyList<Type> _entities = [];

    /// <inheritdoc />
    public async Task OpenAsync(IReadOnlyList<Type> entities)
    {
        _entities = entities;
        await _connection.OpenAsync();
        await _connection.ReloadTypesAsync();
        // Triggers check the references, row by row; as a replica a session does without.
        await ExecuteAsync("SET session_replication_role = replica");
        await ExecuteAsync("SET maintenance_work_mem = '512MB'");
        foreach (var entity in entities)
            await PutIndexesAsideAsync(model[entity].Table.Table);
    }

    /// <inheritdoc />
    public async Task WriteAsync<T>(IEnumerable<T> rows) where T : BaseEntity
    {
        if (!_tables.TryGetValue(typeof(T), out var table))
            _tables[typeof(T)] = table = (CopyOf(model[typeof(T)]), Writer<T>(model[typeof(T)]));
        var write = (Action<NpgsqlBinaryImporter, T>)table.Write;
        await using var importer = await _connection.BeginBinaryImportAsync(table.Copy);
        foreach (var row in rows)
        {
            await importer.StartRowAsync();
            write(importer, row);
        }

        await importer.CompleteAsync();
    }

    /// <inheritdoc />
    public async Task FinishAsync()
    {
        foreach (var index in _indexes)
            await ExecuteAsync(index);
        foreach (var map in _entities.Select(entity => model[entity]).Where(map => map.HasIdentity))
        {
            var (table, key) = (SchemaSql.Quote(map.Table.Table), map.Key[0].Column.Name);
            await ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{table}', '{key}'), greatest(1, (SELECT max({SchemaSql.Quote(key)}) FROM {table})))");
        }

        // Marks the pages as seen too, which the first queries would have to do otherwise.
        await ExecuteAsync("VACUUM (ANALYZE)");
        await ExecuteAsync("CHECKPOINT");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task PutIndexesAsideAsync(string table)
    {
        var names = new List<string>();
        await using (var command = new NpgsqlCommand(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = $1 AND indexname NOT IN "
            + "(SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u'))", _connection))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = table });
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

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string CopyOf(EntityMap map) =>
        $"COPY {SchemaSql.Quote(map.Table.Table)} ({string.Join(", ", map.Columns.Select(c => SchemaSql.Quote(c.Column.Name)))}) FROM STDIN (FORMAT BINARY)";

    // Compiled, because reflection and boxing would take longer than the database.
    private static Action<NpgsqlBinaryImporter, T> Writer<T>(EntityMap map)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(T));
        var columns = map.Columns.Select(column => WriteColumn(importer, Expression.Property(row, column.Property), PostgresEngine.TypeOf(column.Property.PropertyType)));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, T>>(Expression.Block(columns), importer, row).Compile();
    }

    private static Expression WriteColumn(Expression importer, Expression value, NpgsqlDbType type)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null)
            return Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<int>.HasValue)), Write(Expression.Property(value, nameof(Nullable<int>.Value))), WriteNull());
        return value.Type.IsValueType ? Write(value) : Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), WriteNull(), Write(value));

        Expression Write(Expression written) =>
            Expression.Call(importer, nameof(NpgsqlBinaryImporter.Write), [written.Type], written, Expression.Constant(type));

        Expression WriteNull() => Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), []);
    }
}
