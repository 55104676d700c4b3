using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Mapping;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the tables of triggers, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-26 00:31:12:7340915", "Misc.Segments: triggers", MigrationProcessType.NoMatter)]
public class TriggerMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create.TableFor<QuietSegment>();
        Create.TableFor<SegmentTrigger>();
        Create.TableFor<TriggerFiring>();
        var firings = NameCompatibilityManager.GetTableName(typeof(TriggerFiring));

        // What one customer got by one trigger.
        Create.Index("IX_CustomerSegmentFiring_TriggerId_CustomerId").OnTable(firings)
            .OnColumn(nameof(TriggerFiring.TriggerId)).Ascending()
            .OnColumn(nameof(TriggerFiring.CustomerId)).Ascending();

        // What is due.
        Create.Index("IX_CustomerSegmentFiring_StateId_DueOnUtc").OnTable(firings)
            .OnColumn(nameof(TriggerFiring.StateId)).Ascending()
            .OnColumn(nameof(TriggerFiring.DueOnUtc)).Ascending();
    }
}
