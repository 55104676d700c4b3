using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of segments that campaigns are sent to.</summary>
public class CampaignSegmentBuilder : NopEntityBuilder<CampaignSegment>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CampaignSegment.CampaignId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignSegment.SegmentId)).AsInt32().PrimaryKey().ForeignKey<Segment>();
}
