using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;

namespace Nop.Services.Customers;

public partial interface ICustomerService
{
    Task AddCustomerRoleMappingAsync(CustomerCustomerRoleMapping roleMapping);
    Task DeleteCustomerAsync(Customer customer);
    Task DeleteCustomerRoleAsync(CustomerRole customerRole);
    Task<IList<CustomerRole>> GetAllCustomerRolesAsync(bool showHidden = false);
    Task<Address> GetCustomerBillingAddressAsync(Customer customer);
    Task<Customer> GetCustomerByEmailAsync(string email);
    Task<Customer> GetCustomerByIdAsync(int customerId);
    Task<string> GetCustomerFullNameAsync(Customer customer);
    Task<CustomerRole> GetCustomerRoleByIdAsync(int customerRoleId);
    Task<CustomerRole> GetCustomerRoleBySystemNameAsync(string systemName);
    Task<int[]> GetCustomerRoleIdsAsync(Customer customer, bool showHidden = false);
    Task<IList<CustomerRole>> GetCustomerRolesAsync(Customer customer, bool showHidden = false);
    Task<IList<Customer>> GetCustomersByIdsAsync(int[] customerIds);
    Task<Customer> GetOrCreateBackgroundTaskUserAsync();
    Task InsertCustomerAsync(Customer customer);
    Task InsertCustomerRoleAsync(CustomerRole customerRole);
    Task<bool> IsAdminAsync(Customer customer, bool onlyActiveCustomerRoles = true);
    Task<bool> IsGuestAsync(Customer customer, bool onlyActiveCustomerRoles = true);
    Task<bool> IsInCustomerRoleAsync(Customer customer, string customerRoleSystemName, bool onlyActiveCustomerRoles = true);
    Task<bool> IsRegisteredAsync(Customer customer, bool onlyActiveCustomerRoles = true);
    Task RemoveCustomerRoleMappingAsync(Customer customer, CustomerRole role);
    Task UpdateCustomerAsync(Customer customer);
    Task UpdateCustomerRoleAsync(CustomerRole customerRole);
}
