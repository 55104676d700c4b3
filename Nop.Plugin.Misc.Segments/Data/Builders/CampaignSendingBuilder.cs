using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of sendings. Its key lets one of two who begin at the same moment begin, and the other join in.</summary>
public class CampaignSendingBuilder : NopEntityBuilder<CampaignSending>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CampaignSending.CampaignId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignSending.Number)).AsInt32().PrimaryKey()
        .WithColumn(nameof(CampaignSending.IncludedIds)).AsString(int.MaxValue).NotNullable()
        .WithColumn(nameof(CampaignSending.ExcludedIds)).AsString(int.MaxValue).NotNullable();
}
