using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Services.Customers;
using Nop.Services.Messages;

namespace Shop.Services.Messages;

internal sealed class MessageTokenProvider(ICustomerService customers, IWebHelper webHelper) : IMessageTokenProvider
{
    public async Task AddCustomerTokensAsync(IList<Token> tokens, int customerId)
    {
        if (await customers.GetCustomerByIdAsync(customerId) is { } customer)
            await AddCustomerTokensAsync(tokens, customer);
    }

    public async Task AddCustomerTokensAsync(IList<Token> tokens, Customer customer)
    {
        tokens.Add(new Token("Customer.Email", customer.Email));
        tokens.Add(new Token("Customer.Username", customer.Username));
        tokens.Add(new Token("Customer.FullName", await customers.GetCustomerFullNameAsync(customer)));
        tokens.Add(new Token("Customer.FirstName", customer.FirstName));
        tokens.Add(new Token("Customer.LastName", customer.LastName));
    }

    public Task AddNewsLetterSubscriptionTokensAsync(IList<Token> tokens, NewsLetterSubscription subscription)
    {
        var page = $"{webHelper.GetStoreLocation()}newsletter/subscriptionactivation/{subscription.NewsLetterSubscriptionGuid}";
        tokens.Add(new Token("NewsLetterSubscription.Email", subscription.Email));
        tokens.Add(new Token("NewsLetterSubscription.ActivationUrl", $"{page}/true", true));
        tokens.Add(new Token("NewsLetterSubscription.DeactivationUrl", $"{page}/false", true));
        return Task.CompletedTask;
    }

    public Task AddStoreTokensAsync(IList<Token> tokens, Store store, EmailAccount emailAccount, int languageId)
    {
        tokens.Add(new Token("Store.Name", store.Name));
        tokens.Add(new Token("Store.URL", store.Url, true));
        tokens.Add(new Token("Store.Email", emailAccount.Email));
        tokens.Add(new Token("Store.CompanyName", store.CompanyName));
        tokens.Add(new Token("Store.CompanyAddress", store.CompanyAddress));
        tokens.Add(new Token("Store.CompanyPhoneNumber", store.CompanyPhoneNumber));
        tokens.Add(new Token("Store.CompanyVat", store.CompanyVat));
        return Task.CompletedTask;
    }
}
