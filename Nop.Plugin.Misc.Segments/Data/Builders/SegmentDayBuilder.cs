using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of daily counts.</summary>
public class SegmentDayBuilder : NopEntityBuilder<SegmentDay>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SegmentDay.SegmentId)).AsInt32().PrimaryKey().ForeignKey<Segment>()
        .WithColumn(nameof(SegmentDay.Day)).AsDateTime2().PrimaryKey();
}
