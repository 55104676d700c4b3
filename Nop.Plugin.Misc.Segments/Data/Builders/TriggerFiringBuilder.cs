using FluentMigrator.Builders.Create.Table;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of what triggers have done and are still to do. Customers are no references: they are erased from it by their own event.</summary>
public class TriggerFiringBuilder : NopEntityBuilder<TriggerFiring>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(TriggerFiring.TriggerId)).AsInt32().ForeignKey<SegmentTrigger>()
        .WithColumn(nameof(TriggerFiring.Detail)).AsString(1_000).Nullable();
}
