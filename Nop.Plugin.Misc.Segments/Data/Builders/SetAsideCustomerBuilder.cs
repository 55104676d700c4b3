using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of customers for whom a segment could not be evaluated. The customer is no reference: the row may outlive it.</summary>
public class SetAsideCustomerBuilder : NopEntityBuilder<SetAsideCustomer>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(SetAsideCustomer.SegmentId)).AsInt32().PrimaryKey().ForeignKey<Segment>()
        .WithColumn(nameof(SetAsideCustomer.CustomerId)).AsInt32().PrimaryKey()
        .WithColumn(nameof(SetAsideCustomer.Error)).AsString(1_000).NotNullable();
}
