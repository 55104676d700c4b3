using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the table of how discount requirements mean their segments, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-25 20:15:07:4182093", "Misc.Segments: discount requirements in all segments", MigrationProcessType.NoMatter)]
public class RequirementModeMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up() => Create.TableFor<RequirementMode>();
}
