using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Mapping;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the tables of excluded segments, sendings and deliveries, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-25 21:24:38:6041937", "Misc.Segments: sending campaigns", MigrationProcessType.NoMatter)]
public class CampaignSendingMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create.TableFor<CampaignExclusion>();
        Create.TableFor<CampaignSending>();
        Create.TableFor<CampaignDelivery>();

        // Who was mailed lately, by whatever campaign.
        Create.Index("IX_CustomerSegmentDelivery_Email_SentOnUtc")
            .OnTable(NameCompatibilityManager.GetTableName(typeof(CampaignDelivery)))
            .OnColumn(nameof(CampaignDelivery.Email)).Ascending()
            .OnColumn(nameof(CampaignDelivery.SentOnUtc)).Ascending();
    }
}
