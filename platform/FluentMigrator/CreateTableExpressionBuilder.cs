using System.Data;
using FluentMigrator.Expressions;

namespace FluentMigrator.Builders.Create.Table;

/// <summary>Collects the columns of one table.</summary>
public class CreateTableExpressionBuilder :
    ICreateTableWithColumnOrSchemaOrDescriptionSyntax, ICreateTableColumnAsTypeSyntax,
    ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax
{
    internal CreateTableExpressionBuilder(CreateTableExpression expression)
    {
        Expression = expression;
    }

    internal CreateTableExpression Expression { get; }

    private ColumnExpression Column => Expression.Columns[^1];

    public ICreateTableColumnAsTypeSyntax WithColumn(string name)
    {
        Expression.Columns.Add(new ColumnExpression { Name = name });
        return this;
    }

    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsBinary() => As(ColumnType.Binary);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsBoolean() => As(ColumnType.Boolean);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsDateTime() => As(ColumnType.DateTime);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsDateTime2() => As(ColumnType.DateTime);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsDecimal() => As(ColumnType.Decimal);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsDouble() => As(ColumnType.Double);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsGuid() => As(ColumnType.Guid);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsInt16() => As(ColumnType.Int16);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsInt32() => As(ColumnType.Int32);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsInt64() => As(ColumnType.Int64);
    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsString() => As(ColumnType.String);

    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsDecimal(int size, int precision)
    {
        Column.Precision = (size, precision);
        return As(ColumnType.Decimal);
    }

    ICreateTableColumnOptionOrWithColumnSyntax IColumnTypeSyntax<ICreateTableColumnOptionOrWithColumnSyntax>.AsString(int size)
    {
        Column.Size = size;
        return As(ColumnType.String);
    }

    public ICreateTableColumnOptionOrWithColumnSyntax WithDefaultValue(object value) => With(c => c.DefaultValue = value);

    public ICreateTableColumnOptionOrWithColumnSyntax Identity() => With(c => c.IsIdentity = true);

    public ICreateTableColumnOptionOrWithColumnSyntax Indexed() => With(c => c.IsIndexed = true);

    public ICreateTableColumnOptionOrWithColumnSyntax PrimaryKey() => With(c => c.IsPrimaryKey = true);

    public ICreateTableColumnOptionOrWithColumnSyntax Nullable() => With(c => c.IsNullable = true);

    public ICreateTableColumnOptionOrWithColumnSyntax NotNullable() => With(c => c.IsNullable = false);

    public ICreateTableColumnOptionOrWithColumnSyntax Unique() => With(c => c.IsUnique = true);

    public ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax ForeignKey(string primaryTableName, string primaryColumnName) =>
        With(c => c.ForeignKey = new ForeignKeyExpression { PrimaryTable = primaryTableName, PrimaryColumn = primaryColumnName });

    public ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax OnDelete(Rule rule) => With(c => c.ForeignKey.OnDelete = rule);

    private CreateTableExpressionBuilder As(ColumnType type)
    {
        return With(c => c.Type = type);
    }

    private CreateTableExpressionBuilder With(Action<ColumnExpression> change)
    {
        change(Column);
        return this;
    }
}
