using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the table of rank thresholds, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-25 15:40:00:0000000", "Misc.Segments: rank thresholds", MigrationProcessType.NoMatter)]
public class RankThresholdMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up() => Create.TableFor<RankThreshold>();
}
