using System.ComponentModel.DataAnnotations.Schema;
using System.Data;
using System.Reflection;
using FluentMigrator.Builders.Create;
using FluentMigrator.Builders.Create.Table;
using FluentMigrator.Expressions;
using Nop.Core;
using Nop.Data.Mapping;
using Nop.Data.Mapping.Builders;

namespace Nop.Data.Extensions;

public static class FluentMigratorExtensions
{
    private static readonly Dictionary<Type, ColumnType> TypesToMap = new()
    {
        [typeof(int)] = ColumnType.Int32,
        [typeof(long)] = ColumnType.Int64,
        [typeof(string)] = ColumnType.String,
        [typeof(bool)] = ColumnType.Boolean,
        [typeof(decimal)] = ColumnType.Decimal,
        [typeof(DateTime)] = ColumnType.DateTime,
        [typeof(byte[])] = ColumnType.Binary,
        [typeof(Guid)] = ColumnType.Guid
    };

    /// <summary>The builder that belongs to an entity, or null; the running shop says which there are.</summary>
    internal static Func<Type, IEntityBuilder> FindBuilder { get; set; } = _ => null;

    public static ICreateTableColumnOptionOrWithColumnSyntax AsNopDateTime2(this ICreateTableColumnAsTypeSyntax syntax)
    {
        return syntax.AsDateTime2();
    }

    /// <summary>References another table's key, by default deleting with it; the column is always indexed too.</summary>
    public static ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax ForeignKey<TPrimary>(this ICreateTableColumnOptionOrWithColumnSyntax column,
        string primaryTableName = null, string primaryColumnName = null, Rule onDelete = Rule.Cascade) where TPrimary : BaseEntity
    {
        return column.Indexed()
            .ForeignKey(primaryTableName ?? NameCompatibilityManager.GetTableName(typeof(TPrimary)), primaryColumnName ?? nameof(BaseEntity.Id))
            .OnDelete(onDelete);
    }

    /// <summary>Creates the table of an entity: what its builder declares, then every other property of a plain type.</summary>
    public static void TableFor<TEntity>(this ICreateExpressionRoot expressionRoot) where TEntity : BaseEntity
    {
        var builder = (CreateTableExpressionBuilder)expressionRoot.Table(NameCompatibilityManager.GetTableName(typeof(TEntity)));
        builder.RetrieveTableExpressions(typeof(TEntity));
    }

    public static void RetrieveTableExpressions(this CreateTableExpressionBuilder builder, Type type)
    {
        FindBuilder(type)?.MapEntity(builder);
        var columns = builder.Expression.Columns;
        if (!columns.Any(c => c.IsPrimaryKey))
            columns.Insert(0, new ColumnExpression { Name = nameof(BaseEntity.Id), Type = ColumnType.Int32, IsPrimaryKey = true, IsIdentity = true, IsNullable = false });

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.Name == nameof(BaseEntity.Id) || !property.CanWrite || property.IsDefined(typeof(NotMappedAttribute)))
                continue;
            var name = NameCompatibilityManager.GetColumnName(type, property.Name);
            var (plain, nullable) = property.PropertyType.GetTypeToMap();
            if (plain is null || columns.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)))
                continue;
            columns.Add(new ColumnExpression { Name = name, Type = TypesToMap[plain], IsNullable = nullable });
        }
    }

    /// <summary>The plain type of a property that maps by itself, and whether it may be null; (null, false) for all others.</summary>
    public static (Type, bool) GetTypeToMap(this Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return TypesToMap.ContainsKey(plain) ? (plain, plain != type || !plain.IsValueType) : (null, false);
    }
}
