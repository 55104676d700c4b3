// What the fluent syntax collects. The shop that runs a migration turns it into SQL; nothing here is part of the public shape.

using System.Data;
using FluentMigrator.Infrastructure;

namespace FluentMigrator.Expressions;

internal enum ColumnType
{
    Binary,
    Boolean,
    DateTime,
    Decimal,
    Double,
    Guid,
    Int16,
    Int32,
    Int64,
    String
}

internal sealed class ForeignKeyExpression
{
    public string PrimaryTable { get; init; }
    public string PrimaryColumn { get; init; }
    public Rule OnDelete { get; set; } = Rule.None;
}

internal sealed class ColumnExpression
{
    public string Name { get; init; }
    public ColumnType Type { get; set; }

    /// <summary>Characters of a string; null is without limit.</summary>
    public int? Size { get; set; }

    /// <summary>Digits of a decimal, and how many of them stand after the point.</summary>
    public (int Digits, int Scale) Precision { get; set; } = (18, 4);

    /// <summary>Null until said: a key and a value type are then not nullable.</summary>
    public bool? IsNullable { get; set; }

    public bool IsPrimaryKey { get; set; }
    public bool IsIdentity { get; set; }
    public bool IsIndexed { get; set; }
    public bool IsUnique { get; set; }
    public object DefaultValue { get; set; }
    public ForeignKeyExpression ForeignKey { get; set; }
}

internal abstract class MigrationExpression;

internal sealed class CreateTableExpression : MigrationExpression
{
    public string Table { get; init; }
    public List<ColumnExpression> Columns { get; } = [];
}

internal sealed class DeleteTableExpression : MigrationExpression
{
    public string Table { get; init; }
}

internal sealed class CreateIndexExpression : MigrationExpression
{
    public string Name { get; init; }
    public string Table { get; set; }
    public List<(string Column, bool Descending)> Columns { get; } = [];
    public bool IsUnique { get; set; }
}

internal sealed class DeleteIndexExpression : MigrationExpression
{
    public string Name { get; init; }
    public string Table { get; init; }
}

internal sealed class MigrationContext : IMigrationContext
{
    public List<MigrationExpression> Expressions { get; } = [];
}
