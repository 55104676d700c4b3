using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of how the segments of discount requirements are meant; no references, as with the segments themselves.</summary>
public class RequirementModeBuilder : NopEntityBuilder<RequirementMode>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(RequirementMode.DiscountRequirementId)).AsInt32().PrimaryKey();
}
