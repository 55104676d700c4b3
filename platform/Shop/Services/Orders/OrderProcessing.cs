using Nop.Core;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Customers;
using Nop.Services.Logging;
using Nop.Services.Orders;

namespace Shop.Services.Orders;

/// <summary>A line of an order to place: a product and how many, at this price each.</summary>
public sealed record OrderLine(int ProductId, int Quantity, decimal UnitPrice);

/// <summary>What happens to orders, with every event in the order in which a shop fires it.</summary>
public sealed class OrderProcessing(IOrderService orders, ICustomerService customers, ShoppingCart carts, IRepository<Address> addresses,
    IRepository<OrderNote> notes, IRepository<OrderItem> orderItems, IRepository<DiscountUsageHistory> usages, IRepository<CustomerRole> roles,
    IEventPublisher events, ICustomerActivityService activities, IWorkContext workContext, TimeProvider clock)
{
    private const string PAYMENT_METHOD = "Payments.CheckMoneyOrder";

    /// <summary>Makes the customer's cart an order; null if it is empty.</summary>
    public async Task<Order?> PlaceFromCartAsync(Customer customer, int storeId, bool paid, params string[] couponCodes)
    {
        var cart = await carts.LoadAsync(customer, storeId, couponCodes);
        if (cart.Lines.Count == 0)
            return null;
        return await PlaceAsync(customer, storeId, cart.Lines, [.. cart.Discounts.Where(d => d.Applied)], paid);
    }

    /// <summary>Places an order for a customer without a cart, as the shop's staff does; no discount is given.</summary>
    public Task<Order> PlaceAsync(Customer customer, int storeId, IReadOnlyList<OrderLine> lines, bool paid)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lines.Count);
        return PlaceAsync(customer, storeId, [.. lines.Select(l => new CartLine(
            new ShoppingCartItem { CustomerId = customer.Id, ProductId = l.ProductId, Quantity = l.Quantity, StoreId = storeId,
                ShoppingCartType = ShoppingCartType.ShoppingCart },
            new Nop.Core.Domain.Catalog.Product { Id = l.ProductId, Price = l.UnitPrice }))], [], paid);
    }

    public static bool CanMarkAsPaid(Order order)
    {
        return order.OrderStatus != OrderStatus.Cancelled
            && order.PaymentStatus is not (PaymentStatus.Paid or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Voided);
    }

    /// <summary>Notes that the money is there.</summary>
    public async Task MarkAsPaidAsync(Order order)
    {
        if (!CanMarkAsPaid(order))
            throw new NopException("You can't mark this order as paid");
        order.PaymentStatus = PaymentStatus.Paid;
        order.PaidDateUtc = Now;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, "Order has been marked as paid");
        await CheckStatusAsync(order);
        await PaidAsync(order);
    }

    /// <summary>Notes that the money is reserved, but not taken yet.</summary>
    public async Task MarkAsAuthorizedAsync(Order order)
    {
        if (order.OrderStatus == OrderStatus.Cancelled || order.PaymentStatus != PaymentStatus.Pending)
            throw new NopException("You can't mark this order as authorized");
        order.PaymentStatus = PaymentStatus.Authorized;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, "Order has been marked as authorized");
        await events.PublishAsync(new OrderAuthorizedEvent(order));
        await CheckStatusAsync(order);
    }

    /// <summary>Takes the money that was reserved.</summary>
    public async Task CaptureAsync(Order order)
    {
        if (order.OrderStatus is OrderStatus.Cancelled or OrderStatus.Pending || order.PaymentStatus != PaymentStatus.Authorized)
            throw new NopException("Cannot do capture for order.");
        order.PaymentStatus = PaymentStatus.Paid;
        order.PaidDateUtc = Now;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, "Order has been captured");
        await CheckStatusAsync(order);
        await PaidAsync(order);
    }

    /// <summary>Gives money free that was reserved.</summary>
    public async Task VoidAsync(Order order)
    {
        if (order.OrderTotal == 0 || order.PaymentStatus != PaymentStatus.Authorized)
            throw new NopException("You can't void this order");
        order.PaymentStatus = PaymentStatus.Voided;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, "Order has been voided");
        await CheckStatusAsync(order);
        await events.PublishAsync(new OrderVoidedEvent(order));
    }

    public static bool CanCancel(Order order)
    {
        return order.OrderStatus != OrderStatus.Cancelled;
    }

    /// <summary>Cancels an order. What was paid stays noted as paid.</summary>
    public async Task CancelAsync(Order order)
    {
        if (!CanCancel(order))
            throw new NopException("Cannot do cancel for order.");
        await SetStatusAsync(order, OrderStatus.Cancelled);
        await NoteAsync(order, "Order has been cancelled");
    }

    public static bool CanRefund(Order order)
    {
        return order.OrderTotal > 0 && order.RefundedAmount == 0 && order.PaymentStatus == PaymentStatus.Paid;
    }

    /// <summary>Gives all the money back.</summary>
    public async Task RefundAsync(Order order)
    {
        if (!CanRefund(order))
            throw new NopException("You can't refund this order");
        await GiveBackAsync(order, order.OrderTotal, PaymentStatus.Refunded);
    }

    public static bool CanPartiallyRefund(Order order, decimal amount)
    {
        return amount > 0 && amount <= order.OrderTotal - order.RefundedAmount && order.PaymentStatus is PaymentStatus.Paid or PaymentStatus.PartiallyRefunded;
    }

    /// <summary>Gives a part of the money back; with the last part the order is refunded.</summary>
    public async Task PartiallyRefundAsync(Order order, decimal amount)
    {
        if (!CanPartiallyRefund(order, amount))
            throw new NopException("You can't partially refund this order");
        var all = order.RefundedAmount + amount >= order.OrderTotal;
        await GiveBackAsync(order, amount, all ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded);
    }

    /// <summary>Sets an order's status by hand.</summary>
    public async Task ChangeStatusAsync(Order order, OrderStatus status)
    {
        var before = order.OrderStatus;
        if (before == status)
            return;
        order.OrderStatus = status;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, $"Order status has been edited. New status: {status}");
        await events.PublishAsync(new OrderStatusChangedEvent(order, before));
    }

    /// <summary>Takes an order off the lists.</summary>
    public async Task DeleteAsync(Order order)
    {
        await NoteAsync(order, "Order has been deleted");
        await orders.DeleteOrderAsync(order);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Order> PlaceAsync(Customer customer, int storeId, IReadOnlyList<CartLine> lines, IReadOnlyList<CartDiscount> discounts, bool paid)
    {
        var order = await SaveAsync(customer, storeId, lines, discounts, paid);
        var cart = new List<ShoppingCartItem>();
        foreach (var line in lines)
        {
            var item = new OrderItem
            {
                OrderItemGuid = Guid.NewGuid(),
                OrderId = order.Id,
                ProductId = line.Product.Id,
                Quantity = line.Item.Quantity,
                UnitPriceInclTax = line.Product.Price,
                UnitPriceExclTax = line.Product.Price,
                PriceInclTax = line.Total,
                PriceExclTax = line.Total
            };
            await orders.InsertOrderItemAsync(item);
            await events.PublishAsync(new ShoppingCartItemMovedToOrderItemEvent(line.Item, item));
            cart.Add(line.Item);
        }

        await carts.ClearAsync(customer, [.. cart.Where(i => i.Id > 0)]);
        await events.PublishAsync(new ClearShoppingCartEvent(cart));
        foreach (var discount in discounts)
            await usages.InsertAsync(new DiscountUsageHistory { DiscountId = discount.Discount.Id, OrderId = order.Id, CreatedOnUtc = Now });
        await NoteAsync(order, "Order placed");
        await events.PublishAsync(new ResetCheckoutDataEvent(customer, storeId));
        await activities.InsertActivityAsync("PublicStore.PlaceOrder", $"Placed a new order (ID = {order.Id})", order);
        await FinishPlacingAsync(order);
        return order;
    }

    /// <summary>What is said once an order is there with all that belongs to it.</summary>
    internal async Task FinishPlacingAsync(Order order)
    {
        await events.PublishAsync(new OrderPlacedEvent(order));
        await CheckStatusAsync(order);
        if (order.PaymentStatus == PaymentStatus.Paid)
            await PaidAsync(order);
    }

    private async Task<Order> SaveAsync(Customer customer, int storeId, IReadOnlyList<CartLine> lines, IReadOnlyList<CartDiscount> discounts, bool paid)
    {
        var subtotal = lines.Sum(l => l.Total);
        var off = discounts.Sum(d => d.Amount);
        var billing = await BillingAddressAsync(customer);
        var order = new Order
        {
            OrderGuid = Guid.NewGuid(),
            StoreId = storeId,
            CustomerId = customer.Id,
            BillingAddressId = billing.Id,
            ShippingAddressId = billing.Id,
            CustomerLanguageId = (await workContext.GetWorkingLanguageAsync())?.Id ?? 0,
            OrderSubtotalInclTax = subtotal,
            OrderSubtotalExclTax = subtotal,
            OrderDiscount = off,
            OrderTotal = Math.Max(subtotal - off, 0),
            CurrencyRate = 1,
            CustomerCurrencyCode = (await workContext.GetWorkingCurrencyAsync())?.CurrencyCode,
            OrderStatus = OrderStatus.Pending,
            PaymentStatus = paid ? PaymentStatus.Paid : PaymentStatus.Pending,
            PaymentMethodSystemName = PAYMENT_METHOD,
            PaidDateUtc = paid ? Now : null,
            ShippingStatus = ShippingStatus.NotYetShipped,
            ShippingMethod = "Ground",
            CustomOrderNumber = "",
            CreatedOnUtc = Now
        };
        await InsertAsync(order);
        return order;
    }

    /// <summary>The number is known only once the order is stored: lines follow after both.</summary>
    internal async Task InsertAsync(Order order)
    {
        await orders.InsertOrderAsync(order);
        order.CustomOrderNumber = order.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await orders.UpdateOrderAsync(order);
    }

    private async Task<Address> BillingAddressAsync(Customer customer)
    {
        var own = await customers.GetCustomerBillingAddressAsync(customer);
        var address = new Address
        {
            FirstName = own?.FirstName ?? customer.FirstName,
            LastName = own?.LastName ?? customer.LastName,
            Email = own?.Email ?? customer.Email,
            Company = own?.Company ?? customer.Company,
            CountryId = own?.CountryId ?? (customer.CountryId > 0 ? customer.CountryId : null),
            City = own?.City ?? customer.City,
            Address1 = own?.Address1 ?? customer.StreetAddress,
            ZipPostalCode = own?.ZipPostalCode ?? customer.ZipPostalCode,
            PhoneNumber = own?.PhoneNumber ?? customer.Phone,
            CreatedOnUtc = Now
        };
        await addresses.InsertAsync(address);
        return address;
    }

    private async Task GiveBackAsync(Order order, decimal amount, PaymentStatus status)
    {
        order.RefundedAmount += amount;
        order.PaymentStatus = status;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, $"Order has been marked as {(status == PaymentStatus.Refunded ? "refunded" : "partially refunded")}. Amount = {amount}");
        await CheckStatusAsync(order);
        await events.PublishAsync(new OrderRefundedEvent(order, amount));
    }

    // A paid order is being processed; one that is refunded stays where it was.
    private async Task CheckStatusAsync(Order order)
    {
        if (order.PaymentStatus == PaymentStatus.Paid && order.PaidDateUtc is null)
        {
            order.PaidDateUtc = Now;
            await orders.UpdateOrderAsync(order);
        }

        if (order.OrderStatus == OrderStatus.Pending && order.PaymentStatus is PaymentStatus.Authorized or PaymentStatus.Paid)
            await SetStatusAsync(order, OrderStatus.Processing);
        if (order.OrderStatus is not (OrderStatus.Cancelled or OrderStatus.Complete) && order.PaymentStatus == PaymentStatus.Paid
            && order.ShippingStatus is ShippingStatus.ShippingNotRequired or ShippingStatus.Delivered)
            await SetStatusAsync(order, OrderStatus.Complete);
    }

    private async Task SetStatusAsync(Order order, OrderStatus status)
    {
        var before = order.OrderStatus;
        if (before == status)
            return;
        order.OrderStatus = status;
        await orders.UpdateOrderAsync(order);
        await NoteAsync(order, $"Order status has been changed to {status}");
        await events.PublishAsync(new OrderStatusChangedEvent(order, before));
    }

    private async Task PaidAsync(Order order)
    {
        await events.PublishAsync(new OrderPaidEvent(order));
        await AddPurchasedRolesAsync(order);
    }

    private async Task AddPurchasedRolesAsync(Order order)
    {
        var bought = orderItems.Table.Where(i => i.OrderId == order.Id).Select(i => i.ProductId);
        var earned = await roles.Table.Where(r => r.PurchasedWithProductId > 0 && bought.Contains(r.PurchasedWithProductId)).ToListAsync();
        if (earned.Count == 0 || await customers.GetCustomerByIdAsync(order.CustomerId) is not { } customer)
            return;
        var known = await customers.GetCustomerRoleIdsAsync(customer, true);
        foreach (var role in earned.Where(r => !known.Contains(r.Id)))
            await customers.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = role.Id });
    }

    private Task NoteAsync(Order order, string note)
    {
        return notes.InsertAsync(new OrderNote { OrderId = order.Id, Note = note, CreatedOnUtc = Now });
    }
}
