using FluentMigrator.Expressions;

namespace Shop.Data.Sqlite;

internal sealed class SqliteSchemaSql : SchemaSql
{
    protected override string TextCollation => " COLLATE NOCASE";

    public override string TypeOf(ColumnExpression column)
    {
        return column.Type switch
        {
            ColumnType.Boolean or ColumnType.Int16 or ColumnType.Int32 or ColumnType.Int64 => "INTEGER",
            ColumnType.Double => "REAL",
            ColumnType.Binary => "BLOB",
            _ => "TEXT"
        };
    }

    protected override string KeyColumn(ColumnExpression column)
    {
        return $"{Quote(column.Name)} INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT";
    }

    protected override string Boolean(bool value)
    {
        return value ? "1" : "0";
    }
}
