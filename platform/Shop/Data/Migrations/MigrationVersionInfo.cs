using FluentMigrator.Builders.Create.Table;
using Nop.Core;
using Nop.Data.Mapping.Builders;

namespace Shop.Data.Migrations;

/// <summary>A migration that has been applied. Versions are unique among all plugins.</summary>
internal sealed class MigrationVersionInfo : BaseEntity
{
    public long Version { get; set; }
    public DateTime? AppliedOn { get; set; }
    public string? Description { get; set; }
}

internal sealed class MigrationVersionInfoBuilder : NopEntityBuilder<MigrationVersionInfo>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(MigrationVersionInfo.Version)).AsInt64().PrimaryKey()
            .WithColumn(nameof(MigrationVersionInfo.Description)).AsString(1024).Nullable();
    }
}
