using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Messages;

namespace Shop.Services.Messages;

internal sealed class NewsLetterSubscriptionService(IRepository<NewsLetterSubscription> subscriptions, IRepository<Customer> customers,
    IRepository<CustomerCustomerRoleMapping> roleMappings, ICustomerService customerService, IEventPublisher events) : INewsLetterSubscriptionService
{
    public async Task InsertNewsLetterSubscriptionAsync(NewsLetterSubscription newsLetterSubscription, bool publishSubscriptionEvents = true)
    {
        await subscriptions.InsertAsync(newsLetterSubscription);
        if (newsLetterSubscription.Active && publishSubscriptionEvents)
            await events.PublishAsync(new EmailSubscribedEvent(newsLetterSubscription));
    }

    public async Task UpdateNewsLetterSubscriptionAsync(NewsLetterSubscription newsLetterSubscription, bool publishSubscriptionEvents = true)
    {
        var old = await subscriptions.LoadOriginalCopyAsync(newsLetterSubscription);
        await subscriptions.UpdateAsync(newsLetterSubscription);
        if (!publishSubscriptionEvents)
            return;
        var moved = old.Active && newsLetterSubscription.Active && !string.Equals(old.Email, newsLetterSubscription.Email, StringComparison.OrdinalIgnoreCase);
        if ((old.Active && !newsLetterSubscription.Active) || moved)
            await events.PublishAsync(new EmailUnsubscribedEvent(old));
        if ((!old.Active && newsLetterSubscription.Active) || moved)
            await events.PublishAsync(new EmailSubscribedEvent(newsLetterSubscription));
    }

    public async Task DeleteNewsLetterSubscriptionAsync(NewsLetterSubscription newsLetterSubscription, bool publishSubscriptionEvents = true)
    {
        await subscriptions.DeleteAsync(newsLetterSubscription);
        if (publishSubscriptionEvents)
            await events.PublishAsync(new EmailUnsubscribedEvent(newsLetterSubscription));
    }

    public Task<NewsLetterSubscription> GetNewsLetterSubscriptionByIdAsync(int newsLetterSubscriptionId)
    {
        return subscriptions.GetByIdAsync(newsLetterSubscriptionId, _ => default!);
    }

    public async Task<IList<NewsLetterSubscription>> GetNewsLetterSubscriptionsByEmailAsync(string email, int storeId = 0, int subscriptionTypeId = 0,
        bool? isActive = null)
    {
        return await subscriptions.Table.Where(s => s.Email == email && (storeId == 0 || s.StoreId == storeId)
            && (subscriptionTypeId == 0 || s.TypeId == subscriptionTypeId) && (isActive == null || s.Active == isActive)).OrderBy(s => s.Id).ToListAsync();
    }

    public async Task<IList<NewsLetterSubscription>> GetNewsLetterSubscriptionsByGuidAsync(Guid newsLetterSubscriptionGuid)
    {
        return await subscriptions.Table.Where(s => s.NewsLetterSubscriptionGuid == newsLetterSubscriptionGuid).OrderBy(s => s.Id).ToListAsync();
    }

    public async Task<IPagedList<NewsLetterSubscription>> GetAllNewsLetterSubscriptionsAsync(string? email = null, DateTime? createdFromUtc = null,
        DateTime? createdToUtc = null, int storeId = 0, bool? isActive = null, int customerRoleId = 0, int subscriptionTypeId = 0, int pageIndex = 0,
        int pageSize = int.MaxValue)
    {
        var guests = await customerService.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.GuestsRoleName);
        return await subscriptions.GetAllPagedAsync(query =>
        {
            if (!string.IsNullOrEmpty(email))
                query = query.Where(s => s.Email.Contains(email));
            query = query.Where(s => (createdFromUtc == null || s.CreatedOnUtc >= createdFromUtc) && (createdToUtc == null || s.CreatedOnUtc <= createdToUtc)
                && (storeId == 0 || s.StoreId == storeId) && (isActive == null || s.Active == isActive));
            if (customerRoleId == 0 || customerRoleId == guests?.Id)
            {
                // "Guests" are those without any customer record of that e-mail.
                query = query.Where(s => subscriptionTypeId == 0 || s.TypeId == subscriptionTypeId);
                if (customerRoleId != 0)
                    query = query.Where(s => !customers.Table.Any(c => c.Email == s.Email));
                return query.OrderBy(s => s.Email);
            }

            // As in nopCommerce 4.90, the kind of subscription is not looked at where a role is chosen.
            return (from subscription in query
                    join customer in customers.Table on subscription.Email equals customer.Email
                    join mapping in roleMappings.Table on customer.Id equals mapping.CustomerId
                    where mapping.CustomerRoleId == customerRoleId
                    select subscription).OrderBy(s => s.Email);
        }, pageIndex, pageSize);
    }
}

internal sealed class NewsLetterSubscriptionTypeService(IRepository<NewsLetterSubscriptionType> types) : INewsLetterSubscriptionTypeService
{
    public async Task<IList<NewsLetterSubscriptionType>> GetAllNewsLetterSubscriptionTypesAsync(int storeId = 0)
    {
        return await types.GetAllAsync(query => query.OrderBy(t => t.DisplayOrder).ThenBy(t => t.Id));
    }
}
