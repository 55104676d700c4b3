using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Security;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Localization;
using Nop.Services.Security;

namespace Shop.Services.Security;

internal sealed class PermissionService(IRepository<PermissionRecord> permissions, IRepository<PermissionRecordCustomerRoleMapping> mappings,
    IRepository<CustomerRole> roles, ICustomerService customers, ILocalizationService texts, ILanguageService languages, IWorkContext workContext,
    IShortTermCacheManager requestCache) : IPermissionService
{
    private static readonly CacheKey GrantedKey = new("Nop.permissionrecordcustomerrolemapping.granted.{0}");

    public Task<bool> AuthorizeAsync(PermissionRecord permission)
    {
        return AuthorizeAsync(permission?.SystemName!);
    }

    public Task<bool> AuthorizeAsync(PermissionRecord permission, Customer customer)
    {
        return AuthorizeAsync(permission?.SystemName!, customer);
    }

    public async Task<bool> AuthorizeAsync(string permissionRecordSystemName)
    {
        return await AuthorizeAsync(permissionRecordSystemName, await workContext.GetCurrentCustomerAsync());
    }

    public async Task<bool> AuthorizeAsync(string permissionRecordSystemName, Customer customer)
    {
        if (string.IsNullOrEmpty(permissionRecordSystemName) || customer is null)
            return false;
        foreach (var role in await customers.GetCustomerRolesAsync(customer))
            if (await AuthorizeAsync(permissionRecordSystemName, role.Id))
                return true;
        return false;
    }

    public async Task<bool> AuthorizeAsync(string permissionRecordSystemName, int customerRoleId)
    {
        var granted = await requestCache.GetAsync(async () => (await (
            from permission in permissions.Table
            join mapping in mappings.Table on permission.Id equals mapping.PermissionRecordId
            where mapping.CustomerRoleId == customerRoleId
            select permission.SystemName).ToListAsync()).ToHashSet(StringComparer.OrdinalIgnoreCase), GrantedKey, customerRoleId);
        return granted.Contains(permissionRecordSystemName);
    }

    public async Task DeletePermissionAsync(string permissionSystemName)
    {
        if (await permissions.Table.FirstOrDefaultAsync(p => p.SystemName == permissionSystemName) is not { } permission)
            return;
        var id = permission.Id;
        await mappings.DeleteAsync(m => m.PermissionRecordId == id);
        await texts.DeleteLocaleResourceAsync($"Security.Permission.{permissionSystemName}");
        await permissions.DeleteAsync(permission);
        requestCache.RemoveByPrefix("Nop.permissionrecordcustomerrolemapping.");
    }

    public async Task InsertPermissionMappingAsync(int customerRoleId, params string[] names)
    {
        foreach (var name in names)
            if (await permissions.Table.FirstOrDefaultAsync(p => p.SystemName == name) is { } permission
                && !await mappings.Table.AnyAsync(m => m.PermissionRecordId == permission.Id && m.CustomerRoleId == customerRoleId))
                await mappings.InsertAsync(new PermissionRecordCustomerRoleMapping { PermissionRecordId = permission.Id, CustomerRoleId = customerRoleId });
    }

    /// <summary>Adds what is missing of the permissions that the shop and its plugins declare.</summary>
    public async Task InsertPermissionsAsync(IEnumerable<IPermissionConfigManager> managers)
    {
        var known = (await permissions.Table.Select(p => p.SystemName).ToListAsync()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>();
        foreach (var config in managers.SelectMany(m => m.AllConfigs))
        {
            if (!known.Add(config.SystemName))
                continue;
            var record = new PermissionRecord { Name = config.Name, SystemName = config.SystemName, Category = config.Category };
            await permissions.InsertAsync(record);
            names[$"Security.Permission.{config.SystemName}"] = config.Name;
            foreach (var systemName in config.DefaultCustomerRoles)
            {
                var role = await customers.GetCustomerRoleBySystemNameAsync(systemName);
                if (role is null)
                {
                    role = new CustomerRole { Name = systemName, Active = true, SystemName = systemName };
                    await roles.InsertAsync(role);
                }

                await mappings.InsertAsync(new PermissionRecordCustomerRoleMapping { PermissionRecordId = record.Id, CustomerRoleId = role.Id });
            }
        }

        if (names.Count > 0 && (await languages.GetAllLanguagesAsync(true)).Count > 0)
            await texts.AddOrUpdateLocaleResourceAsync(names);
    }
}
