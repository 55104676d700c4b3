using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the tables of locks, refreshes, set aside customers and daily counts, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-25 20:12:31:5170922", "Misc.Segments: refreshes", MigrationProcessType.NoMatter)]
public class RefreshMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create.TableFor<SegmentLock>();
        Create.TableFor<RefreshRun>();
        Create.TableFor<SetAsideCustomer>();
        Create.TableFor<SegmentDay>();
    }
}
