using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Customers;
using Shop.Demo;

namespace Shop.Services.Customers;

/// <summary>Signs customers in and out. Whoever is not signed in is a guest with a customer record of its own.</summary>
public sealed class Visitors(IHttpContextAccessor accessor, ICustomerService customers, IRepository<Customer> customerRows,
    IRepository<CustomerPassword> passwords,
    IRepository<ShoppingCartItem> cartItems, IWorkContext workContext, IEventPublisher events, TimeProvider clock)
{
    /// <summary>Signs the customer with this e-mail and password in; null if there is none.</summary>
    public async Task<Customer?> SignInAsync(string email, string password, bool remember = true)
    {
        var customer = await customers.GetCustomerByEmailAsync(email?.Trim() ?? "");
        if (customer is null || customer.Deleted || !customer.Active)
            return null;
        var kept = await passwords.Table.Where(p => p.CustomerId == customer.Id).OrderByDescending(p => p.Id).FirstOrDefaultAsync();
        if (kept is null || !CustomerPasswords.Matches(kept, password ?? ""))
            return null;
        await SignInAsync(customer, remember);
        return customer;
    }

    /// <summary>Signs a customer in: the guest's cart goes along, the guest's orders do not.</summary>
    public async Task SignInAsync(Customer customer, bool remember = true)
    {
        var guest = await workContext.GetCurrentCustomerAsync();
        await MoveCartAsync(guest, customer);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, customer.CustomerGuid.ToString())], "Password");
        await accessor.HttpContext!.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = remember });
        await workContext.SetCurrentCustomerAsync(customer);
        customer.LastLoginDateUtc = clock.GetUtcNow().UtcDateTime;
        await customers.UpdateCustomerAsync(customer);
        await events.PublishAsync(new CustomerLoggedinEvent(customer, guest.Id == customer.Id ? null : guest));
    }

    /// <summary>Becomes a guest again.</summary>
    public async Task SignOutAsync()
    {
        var customer = await workContext.GetCurrentCustomerAsync();
        await accessor.HttpContext!.SignOutAsync();
        accessor.HttpContext!.User = new ClaimsPrincipal(new ClaimsIdentity());
        accessor.HttpContext.Response.Cookies.Delete(WorkContext.GuestCookie);
        await workContext.SetCurrentCustomerAsync();
        await events.PublishAsync(new CustomerLoggedOutEvent(customer));
    }

    /// <summary>Makes the current guest, with the same record, a registered customer and signs it in; null if the e-mail is taken.</summary>
    public async Task<Customer?> RegisterAsync(string email, string password, string firstName, string lastName, int countryId = 0)
    {
        if (await customers.GetCustomerByEmailAsync(email) is not null)
            return null;
        var customer = await workContext.GetCurrentCustomerAsync();
        if (await customers.IsRegisteredAsync(customer))
            return null;
        customer.Email = customer.Username = email;
        customer.FirstName = firstName;
        customer.LastName = lastName;
        customer.CountryId = countryId;
        await passwords.InsertAsync(CustomerPasswords.Create(customer.Id, password, clock.GetUtcNow().UtcDateTime));
        var registered = await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.RegisteredRoleName);
        await customers.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = registered.Id });
        await customers.RemoveCustomerRoleMappingAsync(customer, await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.GuestsRoleName));
        await customers.UpdateCustomerAsync(customer);
        await events.PublishAsync(new CustomerRegisteredEvent(customer));
        await SignInAsync(customer);
        await events.PublishAsync(new CustomerActivatedEvent(customer));
        return customer;
    }

    private async Task MoveCartAsync(Customer guest, Customer customer)
    {
        if (guest.Id == customer.Id)
            return;
        var items = await cartItems.Table.Where(i => i.CustomerId == guest.Id).ToListAsync();
        foreach (var item in items)
        {
            var own = await cartItems.Table.FirstOrDefaultAsync(i => i.CustomerId == customer.Id && i.ProductId == item.ProductId
                && i.StoreId == item.StoreId && i.ShoppingCartTypeId == item.ShoppingCartTypeId);
            if (own is null)
            {
                await cartItems.DeleteAsync(item);
                item.CustomerId = customer.Id;
                await cartItems.InsertAsync(item);
                continue;
            }

            own.Quantity += item.Quantity;
            own.UpdatedOnUtc = clock.GetUtcNow().UtcDateTime;
            await cartItems.UpdateAsync(own);
            await cartItems.DeleteAsync(item);
        }

        if (items.Count == 0)
            return;
        customer.HasShoppingCartItems = true;
        await customerRows.UpdateAsync(customer);
    }
}
