// The part of FluentMigrator 7.1's fluent syntax that a nopCommerce plugin uses to describe tables and indexes.

using System.Data;
using FluentMigrator.Builders.Create.Index;
using FluentMigrator.Builders.Create.Table;
using FluentMigrator.Infrastructure;

namespace FluentMigrator
{
    public enum TransactionBehavior
    {
        Default = 0,
        None = 1
    }

    public interface IMigration
    {
        void GetUpExpressions(IMigrationContext context);
        void GetDownExpressions(IMigrationContext context);
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class MigrationAttribute : Attribute
    {
        public MigrationAttribute(long version, string description)
        {
            Version = version;
            Description = description;
        }

        public long Version { get; }
        public string Description { get; }
    }
}

namespace FluentMigrator.Infrastructure
{
    public interface IFluentSyntax;

    public interface IMigrationContext;
}

namespace FluentMigrator.Builders
{
    public interface IColumnTypeSyntax<TNext> : IFluentSyntax where TNext : IFluentSyntax
    {
        TNext AsBinary();
        TNext AsBoolean();
        TNext AsDateTime();
        TNext AsDateTime2();
        TNext AsDecimal();
        TNext AsDecimal(int size, int precision);
        TNext AsDouble();
        TNext AsGuid();
        TNext AsInt16();
        TNext AsInt32();
        TNext AsInt64();
        TNext AsString();
        TNext AsString(int size);
    }

    public interface IColumnOptionSyntax<TNext, TNextFk> : IFluentSyntax where TNext : IFluentSyntax where TNextFk : IFluentSyntax
    {
        TNext WithDefaultValue(object value);
        TNext Identity();
        TNext Indexed();
        TNext PrimaryKey();
        TNext Nullable();
        TNext NotNullable();
        TNext Unique();
        TNextFk ForeignKey(string primaryTableName, string primaryColumnName);
    }

    public interface IForeignKeyCascadeSyntax<TNext, TNextFk> : IFluentSyntax where TNext : IFluentSyntax where TNextFk : IFluentSyntax
    {
        TNextFk OnDelete(Rule rule);
    }
}

namespace FluentMigrator.Builders.Create
{
    public interface ICreateExpressionRoot : IFluentSyntax
    {
        ICreateTableWithColumnOrSchemaOrDescriptionSyntax Table(string tableName);
        ICreateIndexForTableSyntax Index(string indexName);
    }
}

namespace FluentMigrator.Builders.Create.Table
{
    public interface ICreateTableWithColumnSyntax : IFluentSyntax
    {
        ICreateTableColumnAsTypeSyntax WithColumn(string name);
    }

    public interface ICreateTableWithColumnOrSchemaSyntax : ICreateTableWithColumnSyntax;

    public interface ICreateTableWithColumnOrSchemaOrDescriptionSyntax : ICreateTableWithColumnOrSchemaSyntax;

    public interface ICreateTableColumnAsTypeSyntax : IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>;

    public interface ICreateTableColumnOptionOrWithColumnSyntax :
        IColumnOptionSyntax<ICreateTableColumnOptionOrWithColumnSyntax, ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax>,
        ICreateTableWithColumnSyntax;

    public interface ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax :
        ICreateTableColumnOptionOrWithColumnSyntax,
        IForeignKeyCascadeSyntax<ICreateTableColumnOptionOrWithColumnSyntax, ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax>;
}

namespace FluentMigrator.Builders.Create.Index
{
    public interface ICreateIndexForTableSyntax : IFluentSyntax
    {
        ICreateIndexOnColumnOrInSchemaSyntax OnTable(string tableName);
    }

    public interface ICreateIndexOnColumnSyntax : IFluentSyntax
    {
        ICreateIndexColumnOptionsSyntax OnColumn(string columnName);
        ICreateIndexOptionsSyntax WithOptions();
    }

    public interface ICreateIndexOnColumnOrInSchemaSyntax : ICreateIndexOnColumnSyntax;

    public interface ICreateIndexColumnOptionsSyntax : IFluentSyntax
    {
        ICreateIndexMoreColumnOptionsSyntax Ascending();
        ICreateIndexMoreColumnOptionsSyntax Descending();
    }

    public interface ICreateIndexMoreColumnOptionsSyntax : ICreateIndexOnColumnSyntax;

    public interface ICreateIndexOptionsSyntax : IFluentSyntax
    {
        ICreateIndexOnColumnSyntax Unique();
    }
}
