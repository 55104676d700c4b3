using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of roles that segments give. It refers to neither: what was given has to be taken back when one of them is gone.</summary>
public class SegmentRoleBuilder : NopEntityBuilder<SegmentRole>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SegmentRole.CustomerRoleId)).AsInt32().PrimaryKey();
}
