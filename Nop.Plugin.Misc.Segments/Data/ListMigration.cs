using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Mapping;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data;

/// <summary>Creates the tables of lists of e-mail addresses, when the plugin is installed and when it is updated.</summary>
[NopMigration("2026-11-26 00:46:21:5308174", "Misc.Segments: lists of e-mail addresses", MigrationProcessType.NoMatter)]
public class ListMigration : AutoReversingMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create.TableFor<CustomerList>();
        Create.TableFor<CustomerListEntry>();

        // Which lists one customer stands on.
        Create.Index("IX_CustomerSegmentListEntry_Email_ListId")
            .OnTable(NameCompatibilityManager.GetTableName(typeof(CustomerListEntry)))
            .OnColumn(nameof(CustomerListEntry.Email)).Ascending()
            .OnColumn(nameof(CustomerListEntry.ListId)).Ascending();
    }
}
