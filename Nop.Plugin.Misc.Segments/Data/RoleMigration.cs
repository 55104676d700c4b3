using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the tables of roles that segments give, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-26 00:54:08:2618340", "Misc.Segments: roles", MigrationProcessType.NoMatter)]
public class RoleMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create.TableFor<SegmentRole>();
        Create.TableFor<RoleGrant>();
    }
}
