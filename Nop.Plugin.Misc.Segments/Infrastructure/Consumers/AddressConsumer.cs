using Nop.Core.Domain.Common;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks the customers of orders whose billing or shipping address a merchant changed. Customers' own addresses are others than those of orders.</summary>
public class AddressConsumer(DirtyCustomerMarker marker, IRepository<Order> orders) : IConsumer<EntityUpdatedEvent<Address>>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<Address> eventMessage)
    {
        var id = eventMessage.Entity.Id;
        return marker.MarkAsync(
            () => orders.Table.Where(order => order.BillingAddressId == id || order.ShippingAddressId == id).Select(order => order.CustomerId).Distinct(),
            RuleSources.Orders);
    }
}
