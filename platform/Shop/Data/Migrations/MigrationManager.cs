using System.Reflection;
using System.Transactions;
using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using Nop.Data;
using Nop.Data.Migrations;

namespace Shop.Data.Migrations;

/// <summary>Applies the migrations of an assembly, and takes them back.</summary>
public sealed class MigrationManager
{
    private readonly DatabaseEngine _engine;
    private readonly IRepository<MigrationVersionInfo> _versions;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;

    internal MigrationManager(DatabaseEngine engine, IRepository<MigrationVersionInfo> versions, IServiceProvider services, TimeProvider clock)
    {
        _engine = engine;
        _versions = versions;
        _services = services;
        _clock = clock;
    }

    /// <summary>Creates the shop's own tables if they are not there.</summary>
    internal static async Task CreateCoreTablesAsync(DatabaseEngine engine)
    {
        if (await engine.TableExistsAsync("Customer"))
            return;
        using var scope = new TransactionScope(TransactionScopeOption.Required, TimeSpan.FromMinutes(5), TransactionScopeAsyncFlowOption.Enabled);
        await engine.ExecuteAsync(CoreSchema.Expressions(engine.Model).SelectMany(engine.Schema.Statements));
        scope.Complete();
    }

    /// <summary>Applies what is of this occasion or of any and was not applied before; or only notes it down as applied.</summary>
    public async Task ApplyUpMigrationsAsync(Assembly assembly, MigrationProcessType occasion, bool commitVersionOnly = false)
    {
        var applied = (await _versions.Table.Select(v => v.Version).ToListAsync()).ToHashSet();
        foreach (var (type, attribute) in MigrationsOf(assembly).OrderBy(m => m.Attribute.Version))
        {
            var wanted = attribute.TargetMigrationProcess == MigrationProcessType.NoMatter || attribute.TargetMigrationProcess == occasion;
            if (!wanted || applied.Contains(attribute.Version))
                continue;

            using var scope = NewScope();
            if (!commitVersionOnly)
                await RunAsync(type, (migration, context) => migration.GetUpExpressions(context));
            await _versions.InsertAsync(new MigrationVersionInfo
            {
                Version = attribute.Version,
                AppliedOn = _clock.GetUtcNow().UtcDateTime,
                Description = attribute.Description
            }, false);
            scope.Complete();
        }
    }

    /// <summary>Takes all applied migrations back, newest first.</summary>
    public async Task ApplyDownMigrationsAsync(Assembly assembly)
    {
        var applied = (await _versions.Table.Select(v => v.Version).ToListAsync()).ToHashSet();
        foreach (var (type, attribute) in MigrationsOf(assembly).Where(m => applied.Contains(m.Attribute.Version)).OrderByDescending(m => m.Attribute.Version))
        {
            using var scope = NewScope();
            await RunAsync(type, (migration, context) => migration.GetDownExpressions(context));
            var version = attribute.Version;
            await _versions.DeleteAsync(v => v.Version == version);
            scope.Complete();
        }
    }

    private static TransactionScope NewScope()
    {
        return new TransactionScope(TransactionScopeOption.Required,
            new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TimeSpan.FromMinutes(5) },
                TransactionScopeAsyncFlowOption.Enabled);
    }

    // Only public classes are seen, as in FluentMigrator.
    private static IEnumerable<(Type Type, NopMigrationAttribute Attribute)> MigrationsOf(Assembly assembly)
    {
        return from type in assembly.GetExportedTypes()
               where typeof(IMigration).IsAssignableFrom(type) && !type.IsAbstract
               let attribute = type.GetCustomAttribute<NopMigrationAttribute>()
               where attribute is not null
               select (type, attribute);
    }

    private async Task RunAsync(Type type, Action<IMigration, IMigrationContext> collect)
    {
        var context = new MigrationContext();
        collect((IMigration)ActivatorUtilities.CreateInstance(_services, type), context);
        await _engine.ExecuteAsync(context.Expressions.SelectMany(_engine.Schema.Statements));
    }
}
