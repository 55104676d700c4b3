using System.Data;
using System.Globalization;
using FluentMigrator.Expressions;

namespace Shop.Data;

/// <summary>Turns what a migration describes into the SQL of one kind of database.</summary>
internal abstract class SchemaSql
{
    /// <summary>The type of a column, collation aside.</summary>
    public abstract string TypeOf(ColumnExpression column);

    protected abstract string KeyColumn(ColumnExpression column);

    protected abstract string TextCollation { get; }

    /// <summary>A column must have a value unless it says otherwise.</summary>
    public static bool IsNullable(ColumnExpression column)
    {
        return column.IsNullable == true && !column.IsPrimaryKey;
    }

    public static string Quote(string name)
    {
        return $"\"{name.Replace("\"", "\"\"")}\"";
    }

    public IEnumerable<string> Statements(MigrationExpression expression)
    {
        return expression switch
        {
            CreateTableExpression table => CreateTable(table),
            DeleteTableExpression table => [$"DROP TABLE {Quote(table.Table)}"],
            CreateIndexExpression index => [CreateIndex(index.Name, index.Table, index.Columns, index.IsUnique)],
            DeleteIndexExpression index => [$"DROP INDEX {Quote(index.Name)}"],
            _ => throw new NotSupportedException($"{expression.GetType().Name} has no SQL")
        };
    }

    private IEnumerable<string> CreateTable(CreateTableExpression table)
    {
        var parts = new List<string>();
        var numbered = table.Columns.Any(c => c.IsIdentity);
        parts.AddRange(table.Columns.Select(Column));
        if (!numbered)
        {
            var key = string.Join(", ", table.Columns.Where(c => c.IsPrimaryKey).Select(c => Quote(c.Name)));
            parts.Add($"CONSTRAINT {Quote($"PK_{table.Table}")} PRIMARY KEY ({key})");
        }

        foreach (var column in table.Columns.Where(c => c.ForeignKey is not null))
        {
            var key = column.ForeignKey;
            var name = $"FK_{table.Table}_{column.Name}_{key.PrimaryTable}_{key.PrimaryColumn}";
            parts.Add($"CONSTRAINT {Quote(name)} FOREIGN KEY ({Quote(column.Name)}) " +
                $"REFERENCES {Quote(key.PrimaryTable)} ({Quote(key.PrimaryColumn)}){OnDelete(key.OnDelete)}");
        }

        yield return $"CREATE TABLE {Quote(table.Table)} ({string.Join(", ", parts)})";
        foreach (var column in table.Columns.Where(c => c.IsIndexed || c.IsUnique))
            yield return CreateIndex($"IX_{table.Table}_{column.Name}", table.Table, [(column.Name, false)], column.IsUnique);
    }

    private string Column(ColumnExpression column)
    {
        if (column.IsIdentity)
            return KeyColumn(column);
        var collation = column.Type == ColumnType.String ? TextCollation : "";
        var sql = $"{Quote(column.Name)} {TypeOf(column)}{collation} {(IsNullable(column) ? "NULL" : "NOT NULL")}";
        return column.DefaultValue is null ? sql : $"{sql} DEFAULT {Literal(column.DefaultValue)}";
    }

    protected abstract string Boolean(bool value);

    private string Literal(object value)
    {
        return value switch
        {
            bool flag => Boolean(flag),
            string text => $"'{text.Replace("'", "''")}'",
            DateTime date => $"'{date.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'",
            Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"{value.GetType().Name} cannot be a default value")
        };
    }

    private static string OnDelete(Rule rule)
    {
        return rule switch
        {
            Rule.Cascade => " ON DELETE CASCADE",
            Rule.SetNull => " ON DELETE SET NULL",
            Rule.SetDefault => " ON DELETE SET DEFAULT",
            _ => ""
        };
    }

    private static string CreateIndex(string name, string table, IEnumerable<(string Column, bool Descending)> columns, bool unique)
    {
        var list = string.Join(", ", columns.Select(c => Quote(c.Column) + (c.Descending ? " DESC" : "")));
        return $"CREATE {(unique ? "UNIQUE " : "")}INDEX {Quote(name)} ON {Quote(table)} ({list})";
    }
}
