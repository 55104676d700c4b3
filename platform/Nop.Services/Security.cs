using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Security;

namespace Nop.Services.Security;

public partial interface IPermissionService
{
    Task<bool> AuthorizeAsync(PermissionRecord permission);
    Task<bool> AuthorizeAsync(PermissionRecord permission, Customer customer);
    Task<bool> AuthorizeAsync(string permissionRecordSystemName);
    Task<bool> AuthorizeAsync(string permissionRecordSystemName, Customer customer);
    Task<bool> AuthorizeAsync(string permissionRecordSystemName, int customerRoleId);
    Task DeletePermissionAsync(string permissionSystemName);
    Task InsertPermissionMappingAsync(int customerRoleId, params string[] permissions);
}
