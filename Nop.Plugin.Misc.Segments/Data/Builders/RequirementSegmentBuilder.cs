using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>
/// The table of segments that discount requirements ask about. The requirement is no reference: a shop deletes requirements in ways of its own,
/// and none of them may be stopped by this table. Nor is the segment: the choice outlives it, or "in none of them" would let more customers in.
/// </summary>
public class RequirementSegmentBuilder : NopEntityBuilder<RequirementSegment>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(RequirementSegment.DiscountRequirementId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(RequirementSegment.SegmentId)).AsInt32().PrimaryKey();
}
