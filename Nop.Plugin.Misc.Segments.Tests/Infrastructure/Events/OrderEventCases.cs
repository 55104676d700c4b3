using Nop.Core.Domain.Common;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Data;
using Nop.Services.Discounts;
using Nop.Services.Orders;
using Shop.Services.Orders;
using static Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events.EventRules;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>What happens to orders and carts.</summary>
internal static class OrderEventCases
{
    public static IEnumerable<EventCase> All =>
    [
        new("A customer places an order", _ => Orders("count", 1), scene => scene.PlaceCartAsync()) { Before = scene => scene.AddToCartAsync() },
        new("A guest places an order, and guests are taken in", _ => Orders("count", 1), async scene => await scene.ProcessAsync(async processing =>
            await processing.PlaceAsync(await scene.AddGuestAsync(), EventScene.StoreId, [new OrderLine(scene.Product.Id, 1, 10)], true)))
        {
            IncludeGuests = true
        },
        new("A cart becomes an order", _ => Field("customer.hasCart", "is", true), scene => scene.PlaceCartAsync()) { Before = scene => scene.AddToCartAsync() },
        new("An order is marked as paid", _ => Orders("count", 1), scene => scene.ProcessAsync(processing => processing.MarkAsPaidAsync(scene.Order)))
        {
            Before = scene => scene.PlaceAsync(paid: false)
        },
        new("The money for an order is reserved", _ => Orders("count", 1, Filter("order.paymentStatus", (int)PaymentStatus.Authorized)), AuthorizeAsync)
        {
            Before = scene => scene.PlaceAsync(paid: false)
        },
        new("Reserved money is taken", _ => Orders("count", 1), scene => scene.ProcessAsync(processing => processing.CaptureAsync(scene.Order)))
        {
            Before = PlaceAuthorizedAsync
        },
        new("Reserved money is given free", _ => Orders("count", 1, Filter("order.paymentStatus", (int)PaymentStatus.Authorized)),
            scene => scene.ProcessAsync(processing => processing.VoidAsync(scene.Order)))
        {
            Before = PlaceAuthorizedAsync
        },
        new("All the money is given back", _ => Orders("count", 1), scene => scene.ProcessAsync(processing => processing.RefundAsync(scene.Order)))
        {
            Before = scene => scene.PlaceAsync()
        },
        new("A part of the money is given back", _ => Orders("total", 20),
            scene => scene.ProcessAsync(processing => processing.PartiallyRefundAsync(scene.Order, 5)))
        {
            Before = scene => scene.PlaceAsync()
        },
        new("An order is cancelled", _ => Orders("count", 1), scene => scene.ProcessAsync(processing => processing.CancelAsync(scene.Order)))
        {
            Before = scene => scene.PlaceAsync()
        },
        new("A merchant sets the status of an order", _ => Orders("count", 1, Filter("order.status", (int)OrderStatus.Complete)),
            scene => scene.ProcessAsync(processing => processing.ChangeStatusAsync(scene.Order, OrderStatus.Complete)))
        {
            Before = scene => scene.PlaceAsync()
        },
        new("An order is shipped, or changed in another way", _ => Orders("count", 1, Filter("order.shippingStatus", (int)ShippingStatus.Shipped)), scene =>
        {
            scene.Order.ShippingStatus = ShippingStatus.Shipped;
            return scene.Shop.AskAsync<IOrderService>(orders => orders.UpdateOrderAsync(scene.Order));
        })
        {
            Before = scene => scene.PlaceAsync()
        },
        new("An order is deleted", _ => Orders("count", 1), scene => scene.ProcessAsync(processing => processing.DeleteAsync(scene.Order)))
        {
            Before = scene => scene.PlaceAsync()
        },
        new("Orders are imported", _ => Activity("items", "quantity", 7), ImportAsync) { Before = scene => scene.PlaceAsync() },
        new("A recurring order comes again", _ => Orders("count", 2),
            scene => scene.Shop.AskAsync<RecurringOrders>(recurring => recurring.PlaceNextAsync(scene.Get<RecurringPayment>("payment"))))
        {
            Before = async scene =>
            {
                await scene.PlaceAsync();
                await scene.Shop.AskAsync<RecurringOrders>(async recurring => scene.Kept["payment"] = await recurring.StartAsync(scene.Order, 30, 12));
            }
        },
        new("A merchant changes a line of an order, or adds one", _ => Activity("items", "quantity", 5), scene =>
        {
            var line = scene.Line;
            line.Quantity = 6;
            return scene.Shop.UpdateAsync(line);
        })
        {
            Before = scene => scene.PlaceAsync()
        },
        new("A merchant takes a line out of an order", _ => Activity("items", "quantity", 1), scene => scene.Shop.DeleteAsync(scene.Line))
        {
            Before = scene => scene.PlaceAsync()
        },
        new("A merchant changes the address of an order", _ => Orders("count", 1, Filter("order.country", 1)), scene =>
        {
            var address = scene.Shop.Rows<Address>().Single(row => row.Id == scene.Order.BillingAddressId);
            address.CountryId = 1;
            return scene.Shop.UpdateAsync(address);
        })
        {
            Before = scene => scene.PlaceAsync()
        },
        new("A discount is used with an order", _ => Activity("discounts", "timesUsed", 1), scene => scene.PlaceCartAsync())
        {
            Before = async scene =>
            {
                await scene.AddDiscountAsync();
                await scene.AddToCartAsync();
            },
            After = DeleteDiscountAsync
        },
        new("A merchant strikes the use of a discount", _ => Activity("discounts", "timesUsed", 1),
            scene => scene.Shop.DeleteAsync(scene.Shop.Rows<DiscountUsageHistory>().Single(use => use.OrderId == scene.Order.Id)))
        {
            Before = scene => scene.UseDiscountAsync(),
            After = DeleteDiscountAsync
        },
        new("A merchant changes a discount: it takes a coupon code from now on", _ => Orders("count", 1, Yes("order.usedCoupon")), scene =>
        {
            var discount = scene.Get<Discount>("discount");
            discount.RequiresCouponCode = true;
            discount.CouponCode = "SPRING";
            return scene.Shop.AskAsync<IDiscountService>(discounts => discounts.UpdateDiscountAsync(discount));
        })
        {
            Before = scene => scene.UseDiscountAsync(),
            After = DeleteDiscountAsync
        },
        new("A discount is deleted, and the database deletes its uses", _ => Orders("count", 1, Filter("order.store", EventScene.StoreId), Yes("order.usedCoupon")),
            DeleteDiscountAsync)
        {
            Before = async scene =>
            {
                await scene.UseDiscountAsync();
                var discount = scene.Get<Discount>("discount");
                discount.RequiresCouponCode = true;
                discount.CouponCode = "SPRING";
                await scene.Shop.AskAsync<IDiscountService>(discounts => discounts.UpdateDiscountAsync(discount));
            }
        },
        new("A customer puts something into the cart, or more of it", _ => Activity("cart", "units", 3), scene => scene.AddToCartAsync(3)),
        new("A customer puts something on the wishlist", _ => Activity("wishlist", "items", 1), scene => scene.AddToCartAsync(1, ShoppingCartType.Wishlist)),
        new("A customer takes something out of the cart, or the shop does because it lay there for too long", _ => Activity("cart", "items", 1), async scene =>
            await scene.Shop.AskAsync<ShoppingCart>(async carts =>
                await carts.SetQuantityAsync(scene.Customer, (await carts.ItemsAsync(scene.Customer, EventScene.StoreId)).Single().Id, 0)))
        {
            Before = scene => scene.AddToCartAsync()
        }
    ];

    private static Task AuthorizeAsync(EventScene scene) => scene.ProcessAsync(processing => processing.MarkAsAuthorizedAsync(scene.Order));

    private static async Task PlaceAuthorizedAsync(EventScene scene)
    {
        await scene.PlaceAsync(paid: false);
        await AuthorizeAsync(scene);
    }

    private static Task DeleteDiscountAsync(EventScene scene) =>
        scene.Shop.AskAsync<IDiscountService>(discounts => discounts.DeleteDiscountAsync(scene.Get<Discount>("discount")));

    private static Task ImportAsync(EventScene scene)
    {
        var order = new Order
        {
            OrderGuid = Guid.NewGuid(),
            StoreId = EventScene.StoreId,
            CustomerId = scene.Other.Id,
            BillingAddressId = scene.Order.BillingAddressId,
            OrderStatus = OrderStatus.Complete,
            PaymentStatus = PaymentStatus.Paid,
            OrderTotal = 70,
            CustomOrderNumber = "old-1",
            CreatedOnUtc = scene.Now.AddYears(-1)
        };
        return scene.Shop.AskAsync<OrderImport>(import =>
            import.ImportAsync(order, [new OrderItem { OrderItemGuid = Guid.NewGuid(), ProductId = scene.Product.Id, Quantity = 7, PriceInclTax = 70 }]));
    }
}
