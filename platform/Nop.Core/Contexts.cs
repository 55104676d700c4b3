using Microsoft.AspNetCore.Http;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Stores;
using Nop.Core.Domain.Tax;
using Nop.Core.Domain.Vendors;

namespace Nop.Core;

public partial interface IWorkContext
{
    Customer OriginalCustomerIfImpersonated { get; }
    Task<Customer> GetCurrentCustomerAsync();
    Task<Vendor> GetCurrentVendorAsync();
    Task<TaxDisplayType> GetTaxDisplayTypeAsync();
    Task<Currency> GetWorkingCurrencyAsync();
    Task<Language> GetWorkingLanguageAsync();
    Task SetCurrentCustomerAsync(Customer customer = null);
    Task SetTaxDisplayTypeAsync(TaxDisplayType taxDisplayType);
    Task SetWorkingCurrencyAsync(Currency currency);
    Task SetWorkingLanguageAsync(Language language);
}

public partial interface IStoreContext
{
    Task<int> GetActiveStoreScopeConfigurationAsync();
    Store GetCurrentStore();
    Task<Store> GetCurrentStoreAsync();
}

public partial interface IWebHelper
{
    string GetCurrentIpAddress();
    string GetCurrentRequestProtocol();
    string GetRawUrl(HttpRequest request);
    string GetStoreLocation(bool? useSsl = null);
    string GetThisPageUrl(bool includeQueryString, bool? useSsl = null, bool lowercaseUrl = false);
    string GetUrlReferrer();
    bool IsAjaxRequest(HttpRequest request);
    bool IsCurrentConnectionSecured();
}
