using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>
/// The table of segments that campaigns are not sent to. The segment is no reference: the choice outlives it, or the campaign would go to those it was
/// to spare.
/// </summary>
public class CampaignExclusionBuilder : NopEntityBuilder<CampaignExclusion>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CampaignExclusion.CampaignId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignExclusion.SegmentId)).AsInt32().PrimaryKey();
}
