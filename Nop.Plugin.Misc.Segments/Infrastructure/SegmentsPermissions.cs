using Nop.Core.Domain.Customers;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>The permissions that the plugin brings; at first administrators have all.</summary>
public class SegmentsPermissions : IPermissionConfigManager
{
    /// <inheritdoc />
    public IList<PermissionConfig> AllConfigs =>
    [
        Config("Admin area. Segments. View", SegmentsDefaults.ViewPermission),
        Config("Admin area. Segments. Create, edit, delete", SegmentsDefaults.ManagePermission),
        Config("Admin area. Segments. Download members", SegmentsDefaults.ExportPermission)
    ];

    private static PermissionConfig Config(string name, string systemName) =>
        new(name, systemName, nameof(StandardPermission.Customers), NopCustomerDefaults.AdministratorsRoleName);
}
