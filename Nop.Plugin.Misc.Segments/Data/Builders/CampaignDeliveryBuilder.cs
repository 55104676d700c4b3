using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of what was sent to whom. No references: it outlives segments, and customers are erased from it by their own event.</summary>
public class CampaignDeliveryBuilder : NopEntityBuilder<CampaignDelivery>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CampaignDelivery.CampaignId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignDelivery.Number)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignDelivery.Email)).AsString(255).PrimaryKey();
}
