using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Data;
using Nop.Services.Orders;

namespace Shop.Services.Orders;

/// <summary>Orders that come again by themselves: each is a new order with the lines of the first one, for which no cart was filled.</summary>
public sealed class RecurringOrders(OrderProcessing processing, IOrderService orders, IRepository<RecurringPayment> payments,
    IRepository<RecurringPaymentHistory> history, TimeProvider clock)
{
    /// <summary>Lets an order come again, every so many days.</summary>
    public async Task<RecurringPayment> StartAsync(Order first, int days, int times)
    {
        var payment = new RecurringPayment
        {
            InitialOrderId = first.Id,
            CycleLength = days,
            TotalCycles = times,
            IsActive = true,
            StartDateUtc = Now,
            CreatedOnUtc = Now
        };
        await payments.InsertAsync(payment);
        await history.InsertAsync(new RecurringPaymentHistory { RecurringPaymentId = payment.Id, OrderId = first.Id, CreatedOnUtc = Now });
        return payment;
    }

    /// <summary>Places the next one, paid as the first one was.</summary>
    public async Task<Order> PlaceNextAsync(RecurringPayment payment)
    {
        var first = await orders.GetOrderByIdAsync(payment.InitialOrderId);
        var next = new Order
        {
            OrderGuid = Guid.NewGuid(),
            StoreId = first.StoreId,
            CustomerId = first.CustomerId,
            BillingAddressId = first.BillingAddressId,
            ShippingAddressId = first.ShippingAddressId,
            CustomerLanguageId = first.CustomerLanguageId,
            OrderSubtotalInclTax = first.OrderSubtotalInclTax,
            OrderSubtotalExclTax = first.OrderSubtotalExclTax,
            OrderTotal = first.OrderTotal,
            CurrencyRate = first.CurrencyRate,
            CustomerCurrencyCode = first.CustomerCurrencyCode,
            OrderStatus = OrderStatus.Pending,
            PaymentStatus = first.PaymentStatus,
            PaymentMethodSystemName = first.PaymentMethodSystemName,
            PaidDateUtc = first.PaymentStatus == PaymentStatus.Paid ? Now : null,
            ShippingStatus = first.ShippingStatus,
            ShippingMethod = first.ShippingMethod,
            CustomOrderNumber = "",
            CreatedOnUtc = Now
        };
        await processing.InsertAsync(next);
        foreach (var line in await orders.GetOrderItemsAsync(first.Id))
            await orders.InsertOrderItemAsync(new OrderItem
            {
                OrderItemGuid = Guid.NewGuid(),
                OrderId = next.Id,
                ProductId = line.ProductId,
                Quantity = line.Quantity,
                UnitPriceInclTax = line.UnitPriceInclTax,
                UnitPriceExclTax = line.UnitPriceExclTax,
                PriceInclTax = line.PriceInclTax,
                PriceExclTax = line.PriceExclTax
            });
        await processing.FinishPlacingAsync(next);
        await history.InsertAsync(new RecurringPaymentHistory { RecurringPaymentId = payment.Id, OrderId = next.Id, CreatedOnUtc = Now });
        await payments.UpdateAsync(payment);
        return next;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
