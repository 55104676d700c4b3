using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Words;
using Npgsql;
using Shop.Data;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Queries;

/// <summary>A shop with so many customers and orders that databases go by their indexes, whose queries are seen and explained.</summary>
internal sealed class QueryShop : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 17, 14, 30, 0, TimeSpan.Zero);

    private readonly CommandRecorder _recorder;
    private readonly TestDatabase _database;

    private QueryShop(CommandRecorder recorder, TestDatabase database)
    {
        _recorder = recorder;
        _database = database;
    }

    public static async Task<QueryShop> CreateAsync(string kind, DemoOptions size)
    {
        var recorder = new CommandRecorder();
        var settings = new SegmentsSettings
        {
            OrderStatusIds = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete],
            PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded]
        };
        var database = await TestDatabase.CreateAsync(kind, new SettableClock { Now = Now }, [typeof(SegmentsPlugin).Assembly],
            services => services.AddSingleton(settings));
        var shop = new QueryShop(recorder, database);
        await shop.AskAsync<BasicData>(data => data.EnsureAsync());
        await shop.AskAsync<DemoGenerator>(generator => generator.GenerateAsync(size));
        await shop.AddTextsAsync();
        if (kind == TestDatabase.Postgres)
            await shop.Engine.ExecuteAsync(["ANALYZE"]);
        return shop;
    }

    /// <summary>The language in which the plugin has its texts here.</summary>
    public int EnglishId { get; private set; }

    /// <summary>Asks one of the shop's services, as one request would.</summary>
    public async Task<TResult> AskAsync<TService, TResult>(Func<TService, Task<TResult>> ask) where TService : notnull
    {
        await using var scope = _database.Shop.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="AskAsync{TService,TResult}" />
    public Task AskAsync<TService>(Func<TService, Task> ask) where TService : notnull => AskAsync<TService, bool>(async service =>
    {
        await ask(service);
        return true;
    });

    /// <summary>Who is in a segment: of all customers, of whom the ranks are worked out first, or of a few.</summary>
    public Task<List<int>> FindAsync(TypicalSegment segment, CustomerScope? scope = null) => AskAsync<ISegmentEvaluator, List<int>>(async evaluator =>
    {
        var definition = await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(segment.Json));
        if (scope is not null)
            return await evaluator.FindMatchesAsync(definition, false, scope);
        await evaluator.RenewRanksAsync(definition, false);
        var (from, to) = await evaluator.GetIdRangeAsync();
        return await evaluator.FindMatchesAsync(definition, false, CustomerScope.Range(from, to));
    });

    /// <summary>The commands that are sent while something is done.</summary>
    public Task<IReadOnlyList<RecordedCommand>> RecordAsync(Func<Task> work) => _recorder.RecordAsync(work);

    /// <summary>How the database goes about a command with these very parameters.</summary>
    public async Task<QueryPlan> ExplainAsync(RecordedCommand command)
    {
        await using var context = Engine.CreateContext();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        if (connection is SqliteConnection)
        {
            var steps = await ReadAsync(connection, "EXPLAIN QUERY PLAN ", command, reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetString(3)));
            return QueryPlan.OfSqlite(command.Sql, steps);
        }

        var text = await ReadAsync(connection, "EXPLAIN (COSTS OFF) ", command, reader => reader.GetString(0));
        var json = await ReadAsync(connection, "EXPLAIN (FORMAT JSON) ", command, reader => reader.GetString(0));
        return QueryPlan.OfPostgres(string.Join('\n', text), string.Concat(json));
    }

    public async ValueTask DisposeAsync()
    {
        _recorder.Dispose();
        await _database.DisposeAsync();
    }

    private DatabaseEngine Engine => _database.Shop.Services.GetRequiredService<DatabaseEngine>();

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string prefix, RecordedCommand command, Func<DbDataReader, T> read)
    {
        await using var explaining = connection.CreateCommand();
        explaining.CommandText = prefix + command.Sql;
        foreach (var parameter in command.Parameters)
            explaining.Parameters.Add(Copy(parameter));
        var rows = new List<T>();
        await using var reader = await explaining.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    private static DbParameter Copy(DbParameter parameter) => parameter switch
    {
        NpgsqlParameter known => known.Clone(),
        SqliteParameter known => new SqliteParameter { ParameterName = known.ParameterName, SqliteType = known.SqliteType, Value = known.Value },
        _ => throw new NotSupportedException($"{parameter.GetType()} is of neither database.")
    };

    /// <summary>The plugin's English texts, so that it can say its segments in words.</summary>
    private async Task AddTextsAsync()
    {
        var language = await AskAsync<IRepository<Language>, int>(languages =>
            Task.FromResult(languages.Table.Where(language => language.LanguageCulture.StartsWith("en")).Select(language => language.Id).First()));
        var texts = DescriberHost.TextsOf("en-US")
            .Select(text => new LocaleStringResource { LanguageId = language, ResourceName = text.Key.ToLowerInvariant(), ResourceValue = text.Value }).ToList();
        await AskAsync<IRepository<LocaleStringResource>>(resources => resources.InsertAsync(texts, false));
        EnglishId = language;
    }
}
