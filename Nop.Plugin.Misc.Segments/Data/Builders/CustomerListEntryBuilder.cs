using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of the addresses on lists. They go with their list.</summary>
public class CustomerListEntryBuilder : NopEntityBuilder<CustomerListEntry>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(CustomerListEntry.ListId)).AsInt32().ForeignKey<CustomerList>()
        .WithColumn(nameof(CustomerListEntry.Email)).AsString(255).NotNullable();
}
