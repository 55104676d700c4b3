using FluentMigrator.Builders.Create.Table;
using Nop.Core.Domain.Customers;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of members: its key is the segment and the customer together.</summary>
public class SegmentMemberBuilder : NopEntityBuilder<SegmentMember>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SegmentMember.SegmentId)).AsInt32().PrimaryKey().ForeignKey<Segment>()
        .WithColumn(nameof(SegmentMember.CustomerId)).AsInt32().PrimaryKey().ForeignKey<Customer>();
}
