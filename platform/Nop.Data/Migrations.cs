using System.Globalization;
using FluentMigrator;

namespace Nop.Data.Migrations;

public enum MigrationProcessType
{
    NoMatter = 0,
    Installation = 1,
    Update = 2
}

/// <summary>The moment and the occasion of a migration. The moment, as ticks, is its version among all plugins' migrations.</summary>
public partial class NopMigrationAttribute : MigrationAttribute
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd HH:mm:ss", "yyyy.MM.dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss:fffffff", "yyyy.MM.dd HH:mm:ss:fffffff", "yyyy/MM/dd HH:mm:ss:fffffff"];

    public NopMigrationAttribute(string dateTime, string description, MigrationProcessType targetMigrationProcess = MigrationProcessType.NoMatter)
        : base(DateTime.ParseExact(dateTime, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None).Ticks, description)
    {
        TargetMigrationProcess = targetMigrationProcess;
    }

    public virtual MigrationProcessType TargetMigrationProcess { get; }
}
