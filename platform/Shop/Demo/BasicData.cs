using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Security;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Services.Configuration;
using Nop.Services.Security;

namespace Shop.Demo;

/// <summary>What every shop has before its first customer comes: roles, languages, currencies, countries, stores, the accounts of its staff.</summary>
public sealed class BasicData(
    IRepository<Country> countries,
    IRepository<Currency> currencies,
    IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> customerRoles,
    IRepository<CustomerPassword> passwords,
    IRepository<CustomerRole> roles,
    IRepository<EmailAccount> emailAccounts,
    IRepository<Language> languages,
    IRepository<NewsLetterSubscriptionType> subscriptionTypes,
    IRepository<PermissionRecord> permissions,
    IRepository<PermissionRecordCustomerRoleMapping> rolePermissions,
    IRepository<Store> stores,
    ISettingService settings,
    TimeProvider clock)
{
    public const string AdminEmail = "admin@example.com";
    public const string ClerkEmail = "clerk@example.com";

    /// <summary>The system name of the role that may enter the admin area and do nothing there.</summary>
    public const string ClerksRoleName = "Clerks";

    /// <summary>Adds whatever is missing. Can be called at every start.</summary>
    /// <returns>The accounts that were made now, with the passwords that can be read nowhere else.</returns>
    public async Task<IReadOnlyList<NewAccount>> EnsureAsync()
    {
        await EnsureRolesAsync();
        await EnsureDirectoryAsync();
        await EnsureStoresAsync();
        await EnsureMessagesAsync();
        await EnsureSystemAccountAsync(NopCustomerDefaults.SearchEngineCustomerName, "search-engine@example.com");
        await EnsureSystemAccountAsync(NopCustomerDefaults.BackgroundTaskCustomerName, "background-task@example.com");

        NewAccount?[] accounts =
        [
            await EnsureStaffAsync(AdminEmail, "Ada", "Winter", NopCustomerDefaults.AdministratorsRoleName),
            await EnsureStaffAsync(ClerkEmail, "Colin", "Summer", ClerksRoleName)
        ];
        await EnsureClerksMayEnterAsync();
        return accounts.OfType<NewAccount>().ToList();
    }

    private async Task EnsureRolesAsync()
    {
        // In this order an empty table gives them the ids that every shop has: 1 to 5.
        await EnsureRoleAsync("Administrators", NopCustomerDefaults.AdministratorsRoleName, isSystemRole: true);
        await EnsureRoleAsync("Forum Moderators", NopCustomerDefaults.ForumModeratorsRoleName, isSystemRole: true);
        await EnsureRoleAsync("Registered", NopCustomerDefaults.RegisteredRoleName, isSystemRole: true);
        await EnsureRoleAsync("Guests", NopCustomerDefaults.GuestsRoleName, isSystemRole: true);
        await EnsureRoleAsync("Vendors", NopCustomerDefaults.VendorsRoleName, isSystemRole: true);
        await EnsureRoleAsync("Clerks", ClerksRoleName, isSystemRole: false);
    }

    private async Task EnsureRoleAsync(string name, string systemName, bool isSystemRole)
    {
        if (roles.Table.Any(role => role.SystemName == systemName))
            return;
        await roles.InsertAsync(new CustomerRole { Name = name, SystemName = systemName, Active = true, IsSystemRole = isSystemRole }, false);
    }

    private async Task EnsureDirectoryAsync()
    {
        await EnsureCurrencyAsync("Euro", "EUR", 1M, "de-DE", 1);
        await EnsureCurrencyAsync("British pound", "GBP", 0.86M, "en-GB", 2);
        await EnsureCurrencyAsync("US dollar", "USD", 1.09M, "en-US", 3);
        await EnsureCurrencySettingsAsync();

        await EnsureLanguageAsync("English", "en-US", "en", "us.png", 1);
        await EnsureLanguageAsync("Deutsch", "de-DE", "de", "de.png", 2);
        await EnsureLanguageAsync("Nederlands", "nl-NL", "nl", "nl.png", 3);

        await EnsureCountryAsync("Germany", 1);
        await EnsureCountryAsync("Netherlands", 2);
        await EnsureCountryAsync("United Kingdom", 3);
    }

    private async Task EnsureCurrencyAsync(string name, string code, decimal rate, string culture, int order)
    {
        if (currencies.Table.Any(currency => currency.CurrencyCode == code))
            return;
        await currencies.InsertAsync(new Currency
        {
            Name = name,
            CurrencyCode = code,
            Rate = rate,
            DisplayLocale = culture,
            Published = true,
            DisplayOrder = order,
            CreatedOnUtc = Now,
            UpdatedOnUtc = Now
        }, false);
    }

    private async Task EnsureCurrencySettingsAsync()
    {
        var currencySettings = await settings.LoadSettingAsync<CurrencySettings>();
        if (currencySettings.PrimaryStoreCurrencyId > 0)
            return;
        var euro = currencies.Table.First(currency => currency.CurrencyCode == "EUR").Id;
        currencySettings.PrimaryStoreCurrencyId = euro;
        currencySettings.PrimaryExchangeRateCurrencyId = euro;
        await settings.SaveSettingAsync(currencySettings);
    }

    private async Task EnsureLanguageAsync(string name, string culture, string seoCode, string flag, int order)
    {
        if (languages.Table.Any(language => language.LanguageCulture == culture))
            return;
        await languages.InsertAsync(new Language
        {
            Name = name,
            LanguageCulture = culture,
            UniqueSeoCode = seoCode,
            FlagImageFileName = flag,
            Published = true,
            DisplayOrder = order
        }, false);
    }

    private async Task EnsureCountryAsync(string name, int order)
    {
        if (!countries.Table.Any(country => country.Name == name))
            await countries.InsertAsync(Countries.Create(name, order), false);
    }

    private async Task EnsureStoresAsync()
    {
        if (stores.Table.Any())
            return;
        var english = languages.Table.First(language => language.UniqueSeoCode == "en").Id;
        await stores.InsertAsync(new Store
        {
            Name = "Northgate",
            DefaultTitle = "Northgate: bikes, outdoor and home",
            Url = "http://localhost:5000/",
            Hosts = "localhost,127.0.0.1",
            CompanyName = "Northgate Trading",
            CompanyAddress = "1 Harbour Street, 20457 Hamburg",
            DefaultLanguageId = english,
            DisplayOrder = 1
        }, false);
        await stores.InsertAsync(new Store
        {
            Name = "Northgate Outlet",
            DefaultTitle = "Northgate Outlet: last season, less money",
            Url = "http://outlet.localhost:5000/",
            Hosts = "outlet.localhost",
            CompanyName = "Northgate Trading",
            CompanyAddress = "1 Harbour Street, 20457 Hamburg",
            DefaultLanguageId = english,
            DisplayOrder = 2
        }, false);
    }

    private async Task EnsureMessagesAsync()
    {
        await EnsureSubscriptionTypeAsync("Newsletter", tickedByDefault: true, 1);
        await EnsureSubscriptionTypeAsync("Special offers", tickedByDefault: false, 2);

        var accountSettings = await settings.LoadSettingAsync<EmailAccountSettings>();
        if (accountSettings.DefaultEmailAccountId > 0 || emailAccounts.Table.Any())
            return;
        var account = new EmailAccount
        {
            Email = "shop@example.com",
            DisplayName = "Northgate",
            Host = "localhost",
            Port = 25,
            Username = string.Empty,
            Password = string.Empty,
            MaxNumberOfEmails = 50
        };
        await emailAccounts.InsertAsync(account, false);
        accountSettings.DefaultEmailAccountId = account.Id;
        await settings.SaveSettingAsync(accountSettings);
    }

    private async Task EnsureSubscriptionTypeAsync(string name, bool tickedByDefault, int order)
    {
        if (subscriptionTypes.Table.Any(type => type.Name == name))
            return;
        await subscriptionTypes.InsertAsync(
            new NewsLetterSubscriptionType { Name = name, TickedByDefault = tickedByDefault, DisplayOrder = order }, false);
    }

    private async Task EnsureSystemAccountAsync(string systemName, string email)
    {
        if (customers.Table.Any(customer => customer.SystemName == systemName))
            return;
        var account = Account(email);
        account.SystemName = systemName;
        account.IsSystemAccount = true;
        account.AdminComment = "Built-in account: requests that no person makes.";
        await customers.InsertAsync(account, false);
        await AddRoleAsync(account, NopCustomerDefaults.GuestsRoleName);
    }

    private async Task<NewAccount?> EnsureStaffAsync(string email, string firstName, string lastName, string role)
    {
        if (customers.Table.Any(customer => customer.Email == email))
            return null;
        var account = Account(email);
        account.Username = email;
        account.FirstName = firstName;
        account.LastName = lastName;
        await customers.InsertAsync(account, false);
        // Staff is not in the role Registered: who works here does not count among the shop's customers.
        await AddRoleAsync(account, role);

        var password = CustomerPasswords.Generate();
        await passwords.InsertAsync(CustomerPasswords.Create(account.Id, password, Now), false);
        return new NewAccount(email, password);
    }

    private Customer Account(string email)
    {
        return new Customer
        {
            CustomerGuid = Guid.NewGuid(),
            Email = email,
            Active = true,
            CreatedOnUtc = Now,
            LastActivityDateUtc = Now,
            RegisteredInStoreId = stores.Table.OrderBy(store => store.DisplayOrder).First().Id
        };
    }

    private async Task AddRoleAsync(Customer account, string systemName)
    {
        var role = roles.Table.First(one => one.SystemName == systemName);
        await customerRoles.InsertAsync(new CustomerCustomerRoleMapping { CustomerId = account.Id, CustomerRoleId = role.Id }, false);
    }

    private async Task EnsureClerksMayEnterAsync()
    {
        const string systemName = StandardPermission.Security.ACCESS_ADMIN_PANEL;
        var permission = permissions.Table.FirstOrDefault(one => one.SystemName == systemName);
        if (permission is null)
        {
            permission = new PermissionRecord { Name = "Access admin area", SystemName = systemName, Category = "Security" };
            await permissions.InsertAsync(permission, false);
            await GrantAsync(permission, NopCustomerDefaults.AdministratorsRoleName);
        }

        await GrantAsync(permission, ClerksRoleName);
    }

    private async Task GrantAsync(PermissionRecord permission, string roleSystemName)
    {
        var roleId = roles.Table.First(role => role.SystemName == roleSystemName).Id;
        if (rolePermissions.Table.Any(mapping => mapping.PermissionRecordId == permission.Id && mapping.CustomerRoleId == roleId))
            return;
        await rolePermissions.InsertAsync(
            new PermissionRecordCustomerRoleMapping { PermissionRecordId = permission.Id, CustomerRoleId = roleId }, false);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
