using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Infrastructure.Consumers;

/// <summary>Marks a customer whose cart or wishlist changed. A cart that becomes an order is emptied without events of its lines.</summary>
public class CartConsumer(DirtyCustomerMarker marker) :
    IConsumer<EntityInsertedEvent<ShoppingCartItem>>,
    IConsumer<EntityUpdatedEvent<ShoppingCartItem>>,
    IConsumer<EntityDeletedEvent<ShoppingCartItem>>,
    IConsumer<ClearShoppingCartEvent>
{
    /// <inheritdoc />
    public Task HandleEventAsync(EntityInsertedEvent<ShoppingCartItem> eventMessage) => MarkAsync(eventMessage.Entity.CustomerId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityUpdatedEvent<ShoppingCartItem> eventMessage) => MarkAsync(eventMessage.Entity.CustomerId);

    /// <inheritdoc />
    public Task HandleEventAsync(EntityDeletedEvent<ShoppingCartItem> eventMessage) => MarkAsync(eventMessage.Entity.CustomerId);

    /// <inheritdoc />
    public async Task HandleEventAsync(ClearShoppingCartEvent eventMessage)
    {
        foreach (var customerId in eventMessage.Cart.Select(item => item.CustomerId).Distinct())
            await MarkAsync(customerId);
    }

    private Task MarkAsync(int customerId) => marker.MarkAsync(customerId, RuleSources.Cart);
}
