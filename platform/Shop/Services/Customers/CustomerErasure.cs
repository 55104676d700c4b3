using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Messages;
using Shop.Services.Catalog;

namespace Shop.Services.Customers;

/// <summary>
/// Forgets a customer for good, as the law demands. The row stays without anything personal, and so do the orders, returns and points. The shop says that
/// the account was updated, not that it was deleted, and last that the customer is gone for good.
/// </summary>
public sealed class CustomerErasure(ICustomerService customers, ProductReviews productReviews, INewsLetterSubscriptionService subscriptions,
    IRepository<BackInStockSubscription> backInStock, IRepository<ProductReview> reviews, IRepository<ShoppingCartItem> cartItems,
    IRepository<GenericAttribute> attributes, IEventPublisher events)
{
    public async Task EraseAsync(Customer customer)
    {
        if (customer.IsSystemAccount)
            throw new NopException($"System customer account ({customer.SystemName}) could not be deleted");

        var (id, email) = (customer.Id, customer.Email);
        foreach (var waiting in await backInStock.Table.Where(b => b.CustomerId == id).ToListAsync())
            await backInStock.DeleteAsync(waiting);
        await productReviews.DeleteAsync(await reviews.Table.Where(r => r.CustomerId == id).ToListAsync());
        foreach (var subscription in await subscriptions.GetNewsLetterSubscriptionsByEmailAsync(email))
            await subscriptions.DeleteNewsLetterSubscriptionAsync(subscription);
        foreach (var item in await cartItems.Table.Where(i => i.CustomerId == id).ToListAsync())
            await cartItems.DeleteAsync(item);
        await attributes.DeleteAsync(await attributes.Table.Where(a => a.EntityId == id && a.KeyGroup == nameof(Customer)).ToListAsync());

        await customers.RemoveCustomerRoleMappingAsync(customer, await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.RegisteredRoleName));
        var guests = await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.GuestsRoleName);
        if (!(await customers.GetCustomerRoleIdsAsync(customer, true)).Contains(guests.Id))
            await customers.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = id, CustomerRoleId = guests.Id });

        Clear(customer);
        await customers.UpdateCustomerAsync(customer);
        await events.PublishAsync(new CustomerPermanentlyDeleted(id, email));
    }

    private static void Clear(Customer customer)
    {
        customer.Email = customer.Username = customer.EmailToRevalidate = "";
        customer.FirstName = customer.LastName = customer.Gender = customer.Company = customer.Phone = customer.Fax = "";
        customer.StreetAddress = customer.StreetAddress2 = customer.ZipPostalCode = customer.City = customer.County = "";
        customer.VatNumber = customer.AdminComment = customer.LastIpAddress = customer.CustomCustomerAttributesXML = "";
        customer.DateOfBirth = null;
        customer.CountryId = customer.StateProvinceId = 0;
        customer.Active = false;
        customer.Deleted = true;
    }
}
