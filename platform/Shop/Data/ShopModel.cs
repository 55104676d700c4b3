using System.Collections.Concurrent;
using System.Reflection;
using FluentMigrator.Builders.Create.Table;
using FluentMigrator.Expressions;
using Nop.Core;
using Nop.Data.Extensions;
using Nop.Data.Mapping;
using Shop.Data.Mapping;

namespace Shop.Data;

/// <summary>A stored property and its column.</summary>
internal sealed record ColumnMap(PropertyInfo Property, ColumnExpression Column);

/// <summary>A class of entities and its table, as its builder and the automatic mapping describe it.</summary>
internal sealed class EntityMap
{
    public EntityMap(Type type)
    {
        Type = type;
        Table = new CreateTableExpression { Table = NameCompatibilityManager.GetTableName(type) };
        new CreateTableExpressionBuilder(Table).RetrieveTableExpressions(type);
        Columns = [.. Table.Columns.Select(column => new ColumnMap(PropertyOf(column.Name), column))];
        Key = [.. Columns.Where(c => c.Column.IsPrimaryKey)];
    }

    public Type Type { get; }
    public CreateTableExpression Table { get; }
    public IReadOnlyList<ColumnMap> Columns { get; }
    public IReadOnlyList<ColumnMap> Key { get; }

    /// <summary>Whether the rows are numbered by the database.</summary>
    public bool HasIdentity => Key is [{ Column.IsIdentity: true }];

    private PropertyInfo PropertyOf(string column)
    {
        return Type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .FirstOrDefault(p => string.Equals(NameCompatibilityManager.GetColumnName(Type, p.Name), column, StringComparison.OrdinalIgnoreCase))
            ?? throw new NopException($"The builder of {Type.Name} declares the column '{column}', which no property of the class has.");
    }
}

/// <summary>Everything that is stored: the shop's own entities and those of the loaded plugins.</summary>
internal sealed class ShopModel
{
    private static readonly ConcurrentDictionary<string, ShopModel> Known = new();

    private ShopModel(IReadOnlyList<Assembly> assemblies)
    {
        EntityBuilders.Register(assemblies);
        Entities = [.. assemblies.SelectMany(a => a.GetTypes())
            .Where(t => typeof(BaseEntity).IsAssignableFrom(t) && t is { IsAbstract: false, ContainsGenericParameters: false })
            .Select(t => new EntityMap(t))];
        CoreEntities = [.. Entities.Where(e => e.Type.Assembly == typeof(BaseEntity).Assembly || e.Type.Assembly == typeof(ShopModel).Assembly)];
    }

    public IReadOnlyList<EntityMap> Entities { get; }

    /// <summary>Those whose tables the shop itself creates; a plugin's come with its migrations.</summary>
    public IReadOnlyList<EntityMap> CoreEntities { get; }

    public EntityMap this[Type type] => Entities.FirstOrDefault(e => e.Type == type)
        ?? throw new NopException($"{type.FullName} is not stored: its assembly is not loaded.");

    /// <summary>The model over the shop's and these plugins' entities. The same assemblies share one, and with it the translated queries.</summary>
    public static ShopModel Of(IEnumerable<Assembly> plugins)
    {
        Assembly[] assemblies = [typeof(BaseEntity).Assembly, typeof(ShopModel).Assembly, .. plugins.Distinct()];
        var key = string.Join('|', assemblies.Select(a => $"{a.ManifestModule.ModuleVersionId}{a.GetHashCode()}"));
        return Known.GetOrAdd(key, _ => new ShopModel(assemblies));
    }
}
