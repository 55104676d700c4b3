using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of what was given: its key is the role and the customer together.</summary>
public class RoleGrantBuilder : NopEntityBuilder<RoleGrant>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(RoleGrant.CustomerRoleId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(RoleGrant.CustomerId)).AsInt32().PrimaryKey().Indexed();
}
