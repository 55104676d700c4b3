using Microsoft.EntityFrameworkCore;
using Nop.Core;
using Npgsql;
using NpgsqlTypes;

namespace Shop.Data.Postgres;

/// <summary>A shop on a PostgreSQL server. Text is citext, which compares without case; times carry no zone.</summary>
internal sealed class PostgresEngine : DatabaseEngine
{
    private readonly NpgsqlConnectionStringBuilder _settings;

    static PostgresEngine()
    {
        // The shop's times are UTC by agreement, not by type.
        AppContext.SetSwitch("Npgsql.EnableLegacyTimestampBehavior", true);
    }

    public PostgresEngine(string connectionString, ShopModel model) : base(model, new PostgresSchemaSql())
    {
        _settings = new NpgsqlConnectionStringBuilder(connectionString) { Enlist = true };
    }

    public override async Task CreateDatabaseAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = "postgres", Pooling = false, Enlist = false };
        await using (var connection = new NpgsqlConnection(server.ConnectionString))
        {
            await connection.OpenAsync();
            if (await ScalarAsync(connection, $"SELECT 1 FROM pg_database WHERE datname = '{_settings.Database!.Replace("'", "''")}'") is null)
                await ExecuteAsync(connection, $"CREATE DATABASE {SchemaSql.Quote(_settings.Database)}");
        }

        await using var own = new NpgsqlConnection(_settings.ConnectionString);
        await own.OpenAsync();
        await ExecuteAsync(own, "CREATE EXTENSION IF NOT EXISTS citext");
        await own.ReloadTypesAsync();
    }

    public override async Task<bool> TableExistsAsync(string table)
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync();
        var sql = $"SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '{table.Replace("'", "''")}'";
        return await ScalarAsync(context.Database.GetDbConnection(), sql) is not null;
    }

    public override async Task BulkInsertAsync(EntityMap map, IReadOnlyList<BaseEntity> entities)
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var table = SchemaSql.Quote(map.Table.Table);
        if (map.HasIdentity)
            await NumberAsync(connection, table, map.Key[0].Column.Name, entities);

        var columns = string.Join(", ", map.Columns.Select(c => SchemaSql.Quote(c.Column.Name)));
        var types = map.Columns.Select(c => TypeOf(c.Property.PropertyType)).ToList();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var entity in entities)
        {
            await writer.StartRowAsync();
            for (var i = 0; i < types.Count; i++)
                await WriteAsync(writer, map.Columns[i].Property.GetValue(entity), types[i]);
        }

        await writer.CompleteAsync();
    }

    public override async Task TruncateAsync(EntityMap map, bool resetIdentity)
    {
        await ExecuteAsync([$"TRUNCATE TABLE {SchemaSql.Quote(map.Table.Table)}{(resetIdentity ? " RESTART IDENTITY" : "")}"]);
    }

    protected override DbContextOptions<ShopDbContext> Configure(DbContextOptionsBuilder<ShopDbContext> builder)
    {
        return builder.UseNpgsql(_settings.ConnectionString).Options;
    }

    private static async Task NumberAsync(NpgsqlConnection connection, string table, string column, IReadOnlyList<BaseEntity> entities)
    {
        var sql = $"SELECT nextval(pg_get_serial_sequence('{table}', '{column}')) FROM generate_series(1, {entities.Count})";
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        foreach (var entity in entities)
        {
            await reader.ReadAsync();
            entity.Id = checked((int)reader.GetInt64(0));
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, object? value, NpgsqlDbType type)
    {
        return value switch
        {
            null => writer.WriteNullAsync(),
            Enum => writer.WriteAsync(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), type),
            _ => writer.WriteAsync(value, type)
        };
    }

    internal static NpgsqlDbType TypeOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return Type.GetTypeCode(plain) switch
        {
            TypeCode.Boolean => NpgsqlDbType.Boolean,
            TypeCode.Int16 => NpgsqlDbType.Smallint,
            TypeCode.Int32 => NpgsqlDbType.Integer,
            TypeCode.Int64 => NpgsqlDbType.Bigint,
            TypeCode.Double => NpgsqlDbType.Double,
            TypeCode.Decimal => NpgsqlDbType.Numeric,
            TypeCode.DateTime => NpgsqlDbType.Timestamp,
            TypeCode.String => NpgsqlDbType.Citext,
            _ => plain == typeof(Guid) ? NpgsqlDbType.Uuid : NpgsqlDbType.Bytea
        };
    }
}
