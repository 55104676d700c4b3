using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Mapping;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the plugin's tables when it is installed; uninstalling drops them in the opposite order.</summary>
[NopMigration("2026-02-17 09:41:27:3816459", "Misc.Segments: tables", MigrationProcessType.Installation)]
public class SchemaMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create.TableFor<Segment>();
        Create.TableFor<SegmentMember>();
        Create.TableFor<SegmentMembershipChange>();
        Create.TableFor<DirtyCustomer>();
        Create.TableFor<RequirementSegment>();
        Create.TableFor<CampaignSegment>();

        // What happened to one segment, from one moment on.
        Create.Index("IX_CustomerSegmentChange_SegmentId_CreatedOnUtc")
            .OnTable(NameCompatibilityManager.GetTableName(typeof(SegmentMembershipChange)))
            .OnColumn(nameof(SegmentMembershipChange.SegmentId)).Ascending()
            .OnColumn(nameof(SegmentMembershipChange.CreatedOnUtc)).Ascending();
    }
}
