using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.ScheduleTasks;

namespace Shop.Services.Customers;

/// <summary>
/// Deletes visitors who left nothing. In one statement and without an event: what hangs on them goes with them by the database's own rules,
/// and nobody is told.
/// </summary>
public sealed class DeleteGuestsTask(IRepository<Customer> customers, IRepository<CustomerRole> roles, IRepository<CustomerCustomerRoleMapping> mappings,
    IRepository<ShoppingCartItem> cartItems, IRepository<Order> orders, IRepository<ProductReview> reviews, CustomerSettings settings, TimeProvider clock)
        : IScheduleTask
{
    private const int DEFAULT_MINUTES = 1440;

    public async Task ExecuteAsync()
    {
        var minutes = settings.DeleteGuestTaskOlderThanMinutes > 0 ? settings.DeleteGuestTaskOlderThanMinutes : DEFAULT_MINUTES;
        var before = clock.GetUtcNow().UtcDateTime.AddMinutes(-minutes);
        var guests = from mapping in mappings.Table
                     join role in roles.Table on mapping.CustomerRoleId equals role.Id
                     where role.SystemName == NopCustomerDefaults.GuestsRoleName
                     select mapping.CustomerId;
        await customers.DeleteAsync(c => c.CreatedOnUtc < before && c.LastActivityDateUtc < before && !c.IsSystemAccount && guests.Contains(c.Id)
            && !cartItems.Table.Any(i => i.CustomerId == c.Id) && !orders.Table.Any(o => o.CustomerId == c.Id)
                && !reviews.Table.Any(r => r.CustomerId == c.Id));
    }
}
