using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of triggers. They go with their segment.</summary>
public class SegmentTriggerBuilder : NopEntityBuilder<SegmentTrigger>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SegmentTrigger.SegmentId)).AsInt32().ForeignKey<Segment>()
        .WithColumn(nameof(SegmentTrigger.Name)).AsString(200).NotNullable()
        .WithColumn(nameof(SegmentTrigger.Url)).AsString(1_000).Nullable()
        .WithColumn(nameof(SegmentTrigger.Secret)).AsString(200).Nullable();
}
