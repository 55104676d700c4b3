using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Customers;
using Shop.Demo;

namespace Shop.Web;

/// <summary>Signs customers in and out with a cookie, and knows who is signed in.</summary>
public sealed class CustomerSignIn(
    ICustomerService customerService,
    IEventPublisher eventPublisher,
    IHttpContextAccessor httpContextAccessor,
    IRepository<Customer> customers,
    IRepository<CustomerPassword> passwords)
{
    /// <summary>The name of the cookie's authentication scheme.</summary>
    public const string Scheme = "Shop.Authentication";

    private const string CUSTOMER_CLAIM = "customer";

    /// <summary>The customer whose e-mail and password these are, if that account may sign in.</summary>
    public async Task<Customer?> FindAsync(string? email, string? password)
    {
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password))
            return null;

        var customer = await customerService.GetCustomerByEmailAsync(email.Trim());
        if (customer is not { Active: true, Deleted: false, IsSystemAccount: false })
            return null;

        var kept = await passwords.Table.Where(p => p.CustomerId == customer.Id).OrderByDescending(p => p.Id).FirstOrDefaultAsync();
        return kept is not null && CustomerPasswords.Matches(kept, password) ? customer : null;
    }

    /// <summary>Signs a customer in; a guest's page becomes that customer's.</summary>
    public async Task SignInAsync(Customer customer, bool isPersistent)
    {
        var identity = new ClaimsIdentity([new Claim(CUSTOMER_CLAIM, customer.CustomerGuid.ToString("N"))], Scheme);
        await Context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = isPersistent });
        customer.LastLoginDateUtc = DateTime.UtcNow;
        await customerService.UpdateCustomerAsync(customer);
        await eventPublisher.PublishAsync(new CustomerLoggedinEvent(customer));
    }

    /// <summary>Ends the session of whoever is signed in.</summary>
    public async Task SignOutAsync(Customer customer)
    {
        await eventPublisher.PublishAsync(new CustomerLoggedOutEvent(customer));
        await Context.SignOutAsync(Scheme);
    }

    /// <summary>The customer who is signed in, or nobody.</summary>
    public async Task<Customer?> GetSignedInCustomerAsync()
    {
        if (httpContextAccessor.HttpContext is not { } context)
            return null;

        var result = await context.AuthenticateAsync(Scheme);
        if (!Guid.TryParse(result.Principal?.FindFirstValue(CUSTOMER_CLAIM), out var guid))
            return null;

        return await customers.Table.FirstOrDefaultAsync(c => c.CustomerGuid == guid && c.Active && !c.Deleted && !c.IsSystemAccount);
    }

    private HttpContext Context => httpContextAccessor.HttpContext ?? throw new NopException("Signing in needs a request.");
}
