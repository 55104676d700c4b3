using System.Security.Claims;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Tax;
using Nop.Core.Domain.Vendors;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Directory;
using Nop.Services.Localization;

namespace Shop.Services.Customers;

/// <summary>
/// Who asks, in which language: the signed-in customer, the guest that a cookie names, a new guest, or outside of a request the background task.
/// </summary>
internal sealed class WorkContext(IHttpContextAccessor accessor, ICustomerService customers, IRepository<Customer> rows, IRepository<Vendor> vendors,
    ILanguageService languages, ICurrencyService currencies, CurrencySettings currencySettings, IStoreContext stores, IEventPublisher events,
    TimeProvider clock) : IWorkContext
{
    internal const string GuestCookie = ".Shop.Customer";

    // The tasks' own page is asked for by the shop itself.
    private static readonly PathString TaskPath = "/scheduletask/runtask";
    private Customer? _customer;
    private Language? _language;

    public Customer OriginalCustomerIfImpersonated => null!;

    public async Task<Customer> GetCurrentCustomerAsync()
    {
        return _customer ??= await FindAsync();
    }

    public async Task SetCurrentCustomerAsync(Customer? customer = null)
    {
        _language = null;
        _customer = customer ?? await FindAsync();
    }

    public async Task<Vendor> GetCurrentVendorAsync()
    {
        var customer = await GetCurrentCustomerAsync();
        var vendor = await vendors.GetByIdAsync(customer.VendorId);
        return vendor is { Deleted: false, Active: true } ? vendor : null!;
    }

    public async Task<Language> GetWorkingLanguageAsync()
    {
        if (_language is not null)
            return _language;
        var published = await languages.GetAllLanguagesAsync();
        var customer = await GetCurrentCustomerAsync();
        var store = await stores.GetCurrentStoreAsync();
        return _language = published.FirstOrDefault(l => l.Id == customer.LanguageId) ?? published.FirstOrDefault(l => l.Id == store?.DefaultLanguageId)
            ?? published.FirstOrDefault()!;
    }

    public async Task SetWorkingLanguageAsync(Language language)
    {
        var customer = await GetCurrentCustomerAsync();
        customer.LanguageId = language?.Id;
        await customers.UpdateCustomerAsync(customer);
        _language = null;
        await events.PublishAsync(new CustomerChangeWorkingLanguageEvent(customer));
    }

    public async Task<Currency> GetWorkingCurrencyAsync()
    {
        return await currencies.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId) ?? (await currencies.GetAllCurrenciesAsync()).FirstOrDefault()!;
    }

    public async Task SetWorkingCurrencyAsync(Currency currency)
    {
        var customer = await GetCurrentCustomerAsync();
        customer.CurrencyId = currency?.Id;
        await customers.UpdateCustomerAsync(customer);
    }

    public Task<TaxDisplayType> GetTaxDisplayTypeAsync()
    {
        return Task.FromResult(TaxDisplayType.IncludingTax);
    }

    public async Task SetTaxDisplayTypeAsync(TaxDisplayType taxDisplayType)
    {
        var customer = await GetCurrentCustomerAsync();
        customer.TaxDisplayType = taxDisplayType;
        await customers.UpdateCustomerAsync(customer);
    }

    private async Task<Customer> FindAsync()
    {
        var context = accessor.HttpContext;
        if (context is null || context.Request.Path.Equals(TaskPath, StringComparison.OrdinalIgnoreCase))
            return await customers.GetOrCreateBackgroundTaskUserAsync();

        if (await ByGuidAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier)) is { } signedIn)
            return signedIn;
        if (await ByGuidAsync(context.Request.Cookies[GuestCookie]) is { } guest && !await customers.IsRegisteredAsync(guest)
            && !await customers.IsAdminAsync(guest))
            return guest;
        return await NewGuestAsync(context);
    }

    private async Task<Customer?> ByGuidAsync(string? text)
    {
        if (!Guid.TryParse(text, out var guid))
            return null;
        return await rows.Table.Where(c => c.CustomerGuid == guid && c.Active && !c.Deleted && !c.IsSystemAccount).OrderBy(c => c.Id).FirstOrDefaultAsync();
    }

    private async Task<Customer> NewGuestAsync(HttpContext context)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var guest = new Customer { CustomerGuid = Guid.NewGuid(), Active = true, CreatedOnUtc = now, LastActivityDateUtc = now };
        await customers.InsertCustomerAsync(guest);
        if (await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.GuestsRoleName) is { } role)
            await customers.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = guest.Id, CustomerRoleId = role.Id });
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(GuestCookie, guest.CustomerGuid.ToString(),
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    IsEssential = true,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365)
                });
        return guest;
    }
}
