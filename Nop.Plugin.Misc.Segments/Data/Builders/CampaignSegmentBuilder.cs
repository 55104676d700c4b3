using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>
/// The table of segments that campaigns are sent to. The segment is no reference: the choice outlives it, or a campaign for a few would turn into one
/// for everybody.
/// </summary>
public class CampaignSegmentBuilder : NopEntityBuilder<CampaignSegment>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CampaignSegment.CampaignId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignSegment.SegmentId)).AsInt32().PrimaryKey();
}
