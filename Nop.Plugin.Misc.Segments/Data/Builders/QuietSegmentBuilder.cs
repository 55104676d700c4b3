using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of segments for which no trigger fires yet.</summary>
public class QuietSegmentBuilder : NopEntityBuilder<QuietSegment>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(QuietSegment.SegmentId)).AsInt32().PrimaryKey().ForeignKey<Segment>();
}
