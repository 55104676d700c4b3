using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of full refreshes.</summary>
public class RefreshRunBuilder : NopEntityBuilder<RefreshRun>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(RefreshRun.SegmentId)).AsInt32().ForeignKey<Segment>()
        .WithColumn(nameof(RefreshRun.RulesKey)).AsString(64).NotNullable();
}
