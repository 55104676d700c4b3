using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of segments.</summary>
public class SegmentBuilder : NopEntityBuilder<Segment>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(Segment.Name)).AsString(200).NotNullable()
        .WithColumn(nameof(Segment.Description)).AsString(1_000).Nullable()
        .WithColumn(nameof(Segment.Definition)).AsString(int.MaxValue).NotNullable();
}
