using System.Reflection;
using System.Text.RegularExpressions;
using Nop.Core.Domain.Customers;
using Nop.Services.Security;

namespace Shop.Services.Security;

/// <summary>The shop's own permissions, which administrators have.</summary>
internal sealed partial class StandardPermissions : IPermissionConfigManager
{
    public IList<PermissionConfig> AllConfigs =>
    [
        .. from category in typeof(StandardPermission).GetNestedTypes()
           from field in category.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral)
           let systemName = (string)field.GetRawConstantValue()!
           select new PermissionConfig($"{category.Name}. {Words().Replace(systemName[(systemName.IndexOf('.') + 1)..], " ")}", systemName, category.Name,
               NopCustomerDefaults.AdministratorsRoleName)
    ];

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}
