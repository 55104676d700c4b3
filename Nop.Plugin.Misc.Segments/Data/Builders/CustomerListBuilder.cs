using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of lists of e-mail addresses.</summary>
public class CustomerListBuilder : NopEntityBuilder<CustomerList>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CustomerList.Name)).AsString(200).NotNullable();
}
