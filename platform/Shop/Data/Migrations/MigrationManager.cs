using System.Reflection;
using System.Transactions;
using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using Nop.Data;
using Nop.Data.Migrations;

namespace Shop.Data.Migrations;

/// <summary>Applies the migrations of an assembly, and takes them back.</summary>
internal sealed class MigrationManager(DatabaseEngine engine, IRepository<MigrationVersionInfo> versions, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Creates the shop's own tables if they are not there.</summary>
    public static async Task CreateCoreTablesAsync(DatabaseEngine engine)
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
        var applied = (await versions.Table.Select(v => v.Version).ToListAsync()).ToHashSet();
        foreach (var (type, attribute) in MigrationsOf(assembly).OrderBy(m => m.Attribute.Version))
        {
            var wanted = attribute.TargetMigrationProcess == MigrationProcessType.NoMatter || attribute.TargetMigrationProcess == occasion;
            if (!wanted || applied.Contains(attribute.Version))
                continue;

            using var scope = NewScope();
            if (!commitVersionOnly)
                await RunAsync(type, (migration, context) => migration.GetUpExpressions(context));
            await versions.InsertAsync(new MigrationVersionInfo { Version = attribute.Version, AppliedOn = clock.GetUtcNow().UtcDateTime, Description = attribute.Description }, false);
            scope.Complete();
        }
    }

    /// <summary>Takes all applied migrations back, newest first.</summary>
    public async Task ApplyDownMigrationsAsync(Assembly assembly)
    {
        var applied = (await versions.Table.Select(v => v.Version).ToListAsync()).ToHashSet();
        foreach (var (type, attribute) in MigrationsOf(assembly).Where(m => applied.Contains(m.Attribute.Version)).OrderByDescending(m => m.Attribute.Version))
        {
            using var scope = NewScope();
            await RunAsync(type, (migration, context) => migration.GetDownExpressions(context));
            var version = attribute.Version;
            await versions.DeleteAsync(v => v.Version == version);
            scope.Complete();
        }
    }

    private static TransactionScope NewScope()
    {
        return new TransactionScope(TransactionScopeOption.Required,
            new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TimeSpan.FromMinutes(5) }, TransactionScopeAsyncFlowOption.Enabled);
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
        collect((IMigration)ActivatorUtilities.CreateInstance(services, type), context);
        await engine.ExecuteAsync(context.Expressions.SelectMany(engine.Schema.Statements));
    }
}
