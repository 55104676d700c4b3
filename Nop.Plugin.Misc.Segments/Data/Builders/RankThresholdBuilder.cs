using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Data.Builders;

/// <summary>The table of rank thresholds.</summary>
public class RankThresholdBuilder : NopEntityBuilder<RankThreshold>
{
    /// <inheritdoc />
    public override void MapEntity(CreateTableExpressionBuilder table) => table
        .WithColumn(nameof(RankThreshold.Key)).AsString(64).NotNullable().Unique()
        .WithColumn(nameof(RankThreshold.Number)).AsString(40).Nullable();
}
