using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of who entered and left. Customers are no references: history outlives them.</summary>
public class SegmentMembershipChangeBuilder : NopEntityBuilder<SegmentMembershipChange>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SegmentMembershipChange.SegmentId)).AsInt32().ForeignKey<Segment>();
}
