using System.Collections.Concurrent;
using FluentMigrator.Builders.Create.Table;
using Nop.Core;

namespace Nop.Data.Mapping
{
    /// <summary>Names of tables and columns that differ from the names of classes and properties.</summary>
    public partial interface INameCompatibility
    {
        Dictionary<Type, string> TableNames { get; }
        Dictionary<(Type, string), string> ColumnName { get; }
    }

    public static partial class NameCompatibilityManager
    {
        private static readonly ConcurrentDictionary<Type, string> Tables = new();
        private static readonly ConcurrentDictionary<(Type, string), string> Columns = new();

        internal static void Register(INameCompatibility names)
        {
            foreach (var (type, name) in names.TableNames)
                Tables[type] = name;
            foreach (var (property, name) in names.ColumnName)
                Columns[property] = name;
        }

        public static string GetTableName(Type type)
        {
            return Tables.TryGetValue(type, out var name) ? name : type.Name;
        }

        public static string GetColumnName(Type type, string propertyName)
        {
            return Columns.TryGetValue((type, propertyName), out var name) ? name : propertyName;
        }
    }
}

namespace Nop.Data.Mapping.Builders
{
    public partial interface IEntityBuilder
    {
        void MapEntity(CreateTableExpressionBuilder table);
    }

    /// <summary>Says what the automatic mapping of an entity cannot know: lengths, keys, references.</summary>
    public abstract partial class NopEntityBuilder<TEntity> : IEntityBuilder where TEntity : BaseEntity
    {
        public abstract void MapEntity(CreateTableExpressionBuilder table);
    }
}
