using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of locks: a row for each, with its name for a key.</summary>
public class SegmentLockBuilder : NopEntityBuilder<SegmentLock>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SegmentLock.Name)).AsString(50).PrimaryKey();
}
