using System.Data.Common;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Nop.Core;

namespace Shop.Data;

/// <summary>A database of one kind: opens conversations that honour the caller's transaction, creates and fills tables.</summary>
internal abstract class DatabaseEngine
{
    private DbContextOptions<ShopDbContext>? _options;

    protected DatabaseEngine(ShopModel model, SchemaSql schema)
    {
        Model = model;
        Schema = schema;
        Queries = new ShopQueryProvider(this);
    }

    public ShopModel Model { get; }
    public SchemaSql Schema { get; }
    public ShopQueryProvider Queries { get; }

    protected DbContextOptions<ShopDbContext> Options => _options ??= Configure(new DbContextOptionsBuilder<ShopDbContext>()
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ReplaceService<IModelCacheKeyFactory, ShopDbContext.ModelKeys>()
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.AmbientTransactionWarning)));

    /// <summary>The engine for a connection string: PostgreSQL if it names a host, otherwise SQLite, whose file may stand alone.</summary>
    public static DatabaseEngine For(string database, ShopModel model)
    {
        return database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new Postgres.PostgresEngine(database, model)
            : new Sqlite.SqliteEngine(database, model);
    }

    /// <summary>Begins a conversation, within the current transaction scope if there is one; throws if that is already complete.</summary>
    public virtual ShopDbContext CreateContext()
    {
        // Reading Transaction.Current is what throws in a scope that is complete: a shop's database drivers do the same on opening.
        _ = Transaction.Current;
        return NewContext();
    }

    protected ShopDbContext NewContext()
    {
        var context = new ShopDbContext(Options, Model, Schema);
        // Every write here is one statement or within a scope.
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        context.Database.AutoSavepointsEnabled = false;
        return context;
    }

    /// <summary>Makes the database if there is none yet.</summary>
    public abstract Task CreateDatabaseAsync();

    public abstract Task<bool> TableExistsAsync(string table);

    /// <summary>Inserts many rows at once and numbers the entities; the caller holds the transaction.</summary>
    public abstract Task BulkInsertAsync(EntityMap map, IReadOnlyList<BaseEntity> entities);

    public abstract Task TruncateAsync(EntityMap map, bool resetIdentity);

    /// <summary>Waits until a single statement may write, where that is not the database's own to arrange; null where it is.</summary>
    public virtual Task<IDisposable?> WaitToWriteAsync()
    {
        return Task.FromResult<IDisposable?>(null);
    }

    /// <summary>Called when a scope that the shop began itself is complete and only waits to be left.</summary>
    public virtual void ScopeCompleted(Transaction transaction)
    {
    }

    public async Task ExecuteAsync(IEnumerable<string> statements)
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync();
        foreach (var statement in statements)
            await ExecuteAsync(context.Database.GetDbConnection(), statement);
    }

    protected abstract DbContextOptions<ShopDbContext> Configure(DbContextOptionsBuilder<ShopDbContext> builder);

    protected static async Task<int> ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    protected static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
