using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Shop.Services.Customers;
using Shop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>In which order the shop says what it does.</summary>
public sealed class ShopEventOrderTests
{
    private EventShop _shop = null!;
    private EventScene _scene = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await EventShop.CreateAsync();
        _scene = new EventScene(_shop);
        await _scene.PrepareAsync();
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task Money_that_is_reserved_is_taken_or_given_free()
    {
        await _scene.PlaceAsync(paid: false);
        Assert.That(await HeardAsync(() => _scene.ProcessAsync(processing => processing.MarkAsAuthorizedAsync(_scene.Order))),
            Is.EqualTo(new[] { "EntityUpdated<Order>", "OrderAuthorizedEvent", "EntityUpdated<Order>", "OrderStatusChangedEvent" }));
        Assert.That(await HeardAsync(() => _scene.ProcessAsync(processing => processing.CaptureAsync(_scene.Order))),
            Is.EqualTo(new[] { "EntityUpdated<Order>", "OrderPaidEvent" }));

        await _scene.PlaceAsync(paid: false);
        await _scene.ProcessAsync(processing => processing.MarkAsAuthorizedAsync(_scene.Order));
        Assert.That(await HeardAsync(() => _scene.ProcessAsync(processing => processing.VoidAsync(_scene.Order))),
            Is.EqualTo(new[] { "EntityUpdated<Order>", "OrderVoidedEvent" }));
        Assert.That(_scene.Order.PaymentStatus, Is.EqualTo(PaymentStatus.Voided));
    }

    [Test]
    public async Task An_import_stores_an_order_and_then_its_lines_and_a_recurring_order_is_placed()
    {
        await _scene.PlaceAsync();
        var imported = new Order
        {
            OrderGuid = Guid.NewGuid(),
            CustomerId = _scene.Customer.Id,
            BillingAddressId = _scene.Order.BillingAddressId,
            CustomOrderNumber = "1",
            CreatedOnUtc = _scene.Now
        };
        Assert.That(await HeardAsync(() => _shop.AskAsync<OrderImport>(import =>
                import.ImportAsync(imported, [new OrderItem { OrderItemGuid = Guid.NewGuid(), ProductId = _scene.Product.Id, Quantity = 1 }]))),
            Is.EqualTo(new[] { "EntityInserted<Order>", "EntityInserted<OrderItem>" }));

        await _shop.AskAsync<RecurringOrders>(async recurring => _scene.Kept["payment"] = await recurring.StartAsync(_scene.Order, 30, 12));
        Assert.That(await HeardAsync(() => _shop.AskAsync<RecurringOrders>(recurring => recurring.PlaceNextAsync(_scene.Get<RecurringPayment>("payment")))),
            Is.EqualTo(new[]
            {
                "EntityInserted<Order>", "EntityUpdated<Order>", "EntityInserted<OrderItem>", "OrderPlacedEvent", "EntityUpdated<Order>", "OrderStatusChangedEvent",
                "OrderPaidEvent", "EntityInserted<RecurringPaymentHistory>", "EntityUpdated<RecurringPayment>"
            }));
    }

    [Test]
    public async Task A_customer_deleted_for_good_is_an_account_that_was_updated()
    {
        await _scene.PlaceAsync();
        await _scene.ReviewAsync(approved: true);
        await _scene.SubscribeAsync(_scene.Customer.Email);

        var heard = await HeardAsync(() => _shop.AskAsync<CustomerErasure>(erasure => erasure.EraseAsync(_scene.Customer)));

        Assert.That(heard, Is.EqualTo(new[]
        {
            "EntityDeleted<ProductReview>", "EntityDeleted<NewsLetterSubscription>", "EmailUnsubscribedEvent", "EntityDeleted<CustomerCustomerRoleMapping>",
            "EntityInserted<CustomerCustomerRoleMapping>", "EntityUpdated<Customer>", "CustomerPermanentlyDeleted"
        }));
        Assert.That((_scene.Customer.Deleted, _scene.Customer.Active, _scene.Customer.Email), Is.EqualTo((true, false, "")));
        Assert.That(_shop.Rows<Order>().Select(order => order.CustomerId), Is.EqualTo(new[] { _scene.Customer.Id }));
    }

    private async Task<List<string>> HeardAsync(Func<Task> work)
    {
        _shop.Heard.Clear();
        await work();
        return _shop.Heard.Where(name => name != "EntityInserted<OrderNote>").ToList();
    }
}
