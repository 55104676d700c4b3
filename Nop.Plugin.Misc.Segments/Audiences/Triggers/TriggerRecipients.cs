using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Stores;
using Nop.Services.Localization;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Where a customer belongs: to a store, and in a language of it.</summary>
public class TriggerRecipients(IStoreService storeService, ILanguageService languageService)
{
    /// <summary>The store where the customer registered, else the first.</summary>
    public async Task<Store> FindStoreAsync(Customer customer)
    {
        var stores = await storeService.GetAllStoresAsync();
        return stores.FirstOrDefault(store => store.Id == customer.RegisteredInStoreId) ?? stores[0];
    }

    /// <summary>The customer's language, if the store has it; else the store's own, else the first.</summary>
    public async Task<Language> FindLanguageAsync(Customer customer)
    {
        var store = await FindStoreAsync(customer);
        var languages = await languageService.GetAllLanguagesAsync(storeId: store.Id);
        return languages.FirstOrDefault(language => language.Id == customer.LanguageId)
            ?? languages.FirstOrDefault(language => language.Id == store.DefaultLanguageId)
            ?? languages[0];
    }
}
