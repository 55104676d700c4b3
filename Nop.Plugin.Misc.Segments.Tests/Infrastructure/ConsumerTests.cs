using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;
using Nop.Core.Domain.Vendors;
using Nop.Core.Events;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public class ConsumerTests(string kind)
{
    private MembershipShop _shop = null!;
    private List<int> _customers = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await MembershipShop.CreateAsync(kind);
        _customers = await _shop.AddCustomersAsync(3);
        await _shop.AddSegmentAsync("orders");
        await _shop.AddSegmentAsync("newsletter");
        await _shop.AddSegmentAsync("catalog");
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is null)
            return;

        _shop.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = null;
        Assert.That(_shop.Log, Is.Empty);
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Orders_of_a_bulk_call_mark_their_customers_though_its_transaction_is_complete()
    {
        var orders = new List<Order> { await _shop.NewOrderAsync(_customers[0]), await _shop.NewOrderAsync(_customers[1]) };
        await _shop.InScopeAsync<IRepository<Order>>(repository => repository.InsertAsync(orders));
        AssertMarked((_customers[0], RuleSources.Orders), (_customers[1], RuleSources.Orders));
    }

    [Test]
    public async Task A_line_marks_the_customer_of_its_order_also_in_a_bulk_call()
    {
        var order = await _shop.NewOrderAsync(_customers[2]);
        await _shop.InScopeAsync<IRepository<Order>>(repository => repository.InsertAsync(order, false));
        var product = new Product { Name = "Bike", CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch };
        await _shop.InScopeAsync<IRepository<Product>>(repository => repository.InsertAsync(product, false));

        await _shop.InScopeAsync<IRepository<OrderItem>>(repository => repository.InsertAsync(
            new List<OrderItem> { new() { OrderId = order.Id, ProductId = product.Id, Quantity = 1, OrderItemGuid = Guid.NewGuid() } }));

        AssertMarked((_customers[2], RuleSources.Orders));
    }

    [Test]
    public async Task Events_of_orders_accounts_roles_and_subscriptions_mark_the_customer()
    {
        var order = await _shop.NewOrderAsync(_customers[0]);
        var customer = _shop.Rows<Customer>().Single(row => row.Id == _customers[0]);
        var account = RuleSources.Profile | RuleSources.Roles | RuleSources.Newsletter;

        await AssertMarksAsync(new OrderPlacedEvent(order), RuleSources.Orders);
        await AssertMarksAsync(new OrderPaidEvent(order), RuleSources.Orders);
        await AssertMarksAsync(new OrderStatusChangedEvent(order, OrderStatus.Pending), RuleSources.Orders);
        await AssertMarksAsync(new OrderRefundedEvent(order, 5), RuleSources.Orders);
        await AssertMarksAsync(new EntityDeletedEvent<Order>(order), RuleSources.Orders);
        await AssertMarksAsync(new EntityUpdatedEvent<Customer>(customer), account);
        await AssertMarksAsync(new CustomerRegisteredEvent(customer), account);
        await AssertMarksAsync(new EntityDeletedEvent<Customer>(customer), RuleSources.Profile);
        await AssertMarksAsync(new EntityInsertedEvent<CustomerCustomerRoleMapping>(new() { CustomerId = customer.Id }), RuleSources.Roles);
        await AssertMarksAsync(new EmailUnsubscribedEvent(new NewsLetterSubscription { Email = "C0@Example.com" }), RuleSources.Newsletter);
        await AssertMarksAsync(new EntityInsertedEvent<NewsLetterSubscription>(new() { Email = "c0@example.com" }), RuleSources.Newsletter);

        async Task AssertMarksAsync<T>(T what, RuleSources sources)
        {
            await PublishAsync(what);
            AssertMarked((_customers[0], sources));
            await _shop.InScopeAsync<IRepository<DirtyCustomer>>(repository => repository.TruncateAsync());
        }
    }

    [Test]
    public async Task What_else_customers_do_marks_them()
    {
        var everything = Enum.GetValues<RuleSources>().Aggregate((all, one) => all | one);
        await _shop.AddSegmentAsync(everything.ToString());
        var id = _customers[1];
        var order = await _shop.NewOrderAsync(id);
        order.ShippingAddressId = order.BillingAddressId;
        await _shop.InScopeAsync<IRepository<Order>>(repository => repository.InsertAsync(order, false));
        var cartItem = new ShoppingCartItem { CustomerId = id };
        var review = new ProductReview { CustomerId = id };
        var attribute = new GenericAttribute { KeyGroup = "customer", EntityId = id, Key = "k", Value = "v" };
        var password = new CustomerPassword { CustomerId = id };

        await AssertMarksAsync(new EntityInsertedEvent<ShoppingCartItem>(cartItem), RuleSources.Cart);
        await AssertMarksAsync(new EntityUpdatedEvent<ShoppingCartItem>(cartItem), RuleSources.Cart);
        await AssertMarksAsync(new EntityDeletedEvent<ShoppingCartItem>(cartItem), RuleSources.Cart);
        await AssertMarksAsync(new ClearShoppingCartEvent([cartItem, new ShoppingCartItem { CustomerId = id }]), RuleSources.Cart);
        await AssertMarksAsync(new EntityInsertedEvent<ProductReview>(review), RuleSources.Reviews);
        await AssertMarksAsync(new EntityUpdatedEvent<ProductReview>(review), RuleSources.Reviews);
        await AssertMarksAsync(new EntityDeletedEvent<ProductReview>(review), RuleSources.Reviews);
        await AssertMarksAsync(new ProductReviewApprovedEvent(review), RuleSources.Reviews);
        await AssertMarksAsync(new EntityInsertedEvent<ReturnRequest>(new() { CustomerId = id }), RuleSources.Returns);
        await AssertMarksAsync(new EntityUpdatedEvent<ReturnRequest>(new() { CustomerId = id }), RuleSources.Returns);
        await AssertMarksAsync(new EntityDeletedEvent<ReturnRequest>(new() { CustomerId = id }), RuleSources.Returns);
        await AssertMarksAsync(new EntityInsertedEvent<RewardPointsHistory>(new() { CustomerId = id }), RuleSources.RewardPoints);
        await AssertMarksAsync(new EntityUpdatedEvent<RewardPointsHistory>(new() { CustomerId = id }), RuleSources.RewardPoints);
        await AssertMarksAsync(new EntityDeletedEvent<RewardPointsHistory>(new() { CustomerId = id }), RuleSources.RewardPoints);
        await AssertMarksAsync(new EntityInsertedEvent<BackInStockSubscription>(new() { CustomerId = id }), RuleSources.BackInStock);
        await AssertMarksAsync(new EntityUpdatedEvent<BackInStockSubscription>(new() { CustomerId = id }), RuleSources.BackInStock);
        await AssertMarksAsync(new EntityDeletedEvent<BackInStockSubscription>(new() { CustomerId = id }), RuleSources.BackInStock);
        await AssertMarksAsync(new EntityInsertedEvent<GenericAttribute>(attribute), RuleSources.GenericAttributes);
        await AssertMarksAsync(new EntityUpdatedEvent<GenericAttribute>(attribute), RuleSources.GenericAttributes);
        await AssertMarksAsync(new EntityDeletedEvent<GenericAttribute>(attribute), RuleSources.GenericAttributes);
        await AssertMarksAsync(new EntityInsertedEvent<CustomerPassword>(password), RuleSources.Profile);
        await AssertMarksAsync(new CustomerPasswordChangedEvent(password), RuleSources.Profile);
        await AssertMarksAsync(new EntityInsertedEvent<DiscountUsageHistory>(new() { OrderId = order.Id }), RuleSources.Orders);
        await AssertMarksAsync(new EntityUpdatedEvent<DiscountUsageHistory>(new() { OrderId = order.Id }), RuleSources.Orders);
        await AssertMarksAsync(new EntityDeletedEvent<DiscountUsageHistory>(new() { OrderId = order.Id }), RuleSources.Orders);
        await AssertMarksAsync(new EntityUpdatedEvent<Address>(new() { Id = order.BillingAddressId }), RuleSources.Orders);

        await PublishAsync(new EntityInsertedEvent<GenericAttribute>(new() { KeyGroup = "Order", EntityId = id, Key = "k", Value = "v" }));
        await PublishAsync(new EntityUpdatedEvent<Product>(new Product()));
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);

        async Task AssertMarksAsync<T>(T what, RuleSources sources)
        {
            await PublishAsync(what);
            AssertMarked((id, sources));
            await _shop.InScopeAsync<IRepository<DirtyCustomer>>(repository => repository.TruncateAsync());
        }
    }

    [Test]
    public async Task What_rules_can_name_marks_everyone_when_it_is_gone_or_means_something_else()
    {
        var everything = Enum.GetValues<RuleSources>().Aggregate((all, one) => all | one);
        await _shop.AddSegmentAsync(everything.ToString());

        await AssertMarksAsync(new EntityDeletedEvent<Affiliate>(new()), RuleSources.Profile | RuleSources.Orders);
        await AssertMarksAsync(new EntityDeletedEvent<Currency>(new()), RuleSources.Profile);
        await AssertMarksAsync(new EntityDeletedEvent<CustomerAttribute>(new()), RuleSources.Profile);
        await AssertMarksAsync(new EntityDeletedEvent<CustomerAttributeValue>(new()), RuleSources.Profile);
        await AssertMarksAsync(new EntityDeletedEvent<Language>(new()), RuleSources.Profile | RuleSources.Orders);
        await AssertMarksAsync(new EntityDeletedEvent<StateProvince>(new()), RuleSources.Profile);
        await AssertMarksAsync(new EntityDeletedEvent<Vendor>(new()), RuleSources.Profile | RuleSources.Catalog);
        await AssertMarksAsync(new EntityDeletedEvent<Manufacturer>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityDeletedEvent<ProductTag>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityDeletedEvent<Product>(new()), RuleSources.Catalog | RuleSources.Orders | RuleSources.Reviews);
        await AssertMarksAsync(new EntityInsertedEvent<ProductManufacturer>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityUpdatedEvent<ProductManufacturer>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityDeletedEvent<ProductManufacturer>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityInsertedEvent<ProductProductTagMapping>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityDeletedEvent<ProductProductTagMapping>(new()), RuleSources.Catalog);
        await AssertMarksAsync(new EntityUpdatedEvent<Discount>(new()), RuleSources.Orders);
        await AssertMarksAsync(new EntityDeletedEvent<Discount>(new()), RuleSources.Orders);
        await AssertMarksAsync(new EntityDeletedEvent<Store>(new()), RuleSources.Profile | RuleSources.Orders | RuleSources.Newsletter);
        await AssertMarksAsync(new EntityDeletedEvent<Country>(new()), RuleSources.Profile | RuleSources.Orders);

        async Task AssertMarksAsync<T>(T what, RuleSources sources)
        {
            await PublishAsync(what);
            AssertMarked((DirtyCustomerMarker.EveryCustomer, sources));
            await _shop.InScopeAsync<IRepository<DirtyCustomer>>(repository => repository.TruncateAsync());
        }
    }

    [Test]
    public async Task Who_signs_in_is_marked_and_so_is_the_guest_that_was_before_when_guests_count()
    {
        await _shop.AddSegmentAsync("orders:guests", change: segment => segment.IncludeGuests = true);
        await PublishAsync(new CustomerLoggedinEvent(new Customer { Id = _customers[0], Email = "a@example.com" }, new Customer { Id = _customers[1] }));
        Assert.That(_shop.Rows<DirtyCustomer>().Select(row => row.CustomerId), Is.EquivalentTo(new[] { _customers[0], _customers[1] }));
    }

    [Test]
    public async Task Visitors_without_a_name_and_system_accounts_are_nothing_to_look_at()
    {
        await PublishAsync(new EntityInsertedEvent<Customer>(new Customer { Id = _customers[0] }));
        await PublishAsync(new EntityUpdatedEvent<Customer>(new Customer { Id = _customers[1], Email = "bot@example.com", IsSystemAccount = true }));
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
    }

    [Test]
    public async Task What_touches_everyone_marks_everyone()
    {
        await PublishAsync(new EntityInsertedEvent<ProductCategory>(new ProductCategory()));
        await PublishAsync(new EntityDeletedEvent<CustomerRole>(new CustomerRole()));
        await PublishAsync(new EntityUpdatedEvent<Setting>(new Setting("segmentssettings.orderstatusids", "30")));
        await PublishAsync(new EntityUpdatedEvent<Setting>(new Setting("othersettings.x", "1")));
        AssertMarked(
            (DirtyCustomerMarker.EveryCustomer, RuleSources.Catalog),
            (DirtyCustomerMarker.EveryCustomer, RuleSources.Roles),
            (DirtyCustomerMarker.EveryCustomer, RuleSources.Orders));
    }

    [Test]
    public async Task Only_what_an_active_segment_reads_is_noted()
    {
        foreach (var segment in _shop.Rows<Segment>())
            await _shop.InScopeAsync<ISegmentService>(service => service.DeleteAsync(segment));
        await _shop.AddSegmentAsync("orders", active: false);
        await _shop.AddSegmentAsync("profile");

        await PublishAsync(new OrderPlacedEvent(await _shop.NewOrderAsync(_customers[0])));
        await PublishAsync(new EmailSubscribedEvent(new NewsLetterSubscription { Email = "c0@example.com" }));

        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
    }

    [Test]
    public async Task Nothing_happens_where_the_plugin_is_not_installed()
    {
        _shop.Installed = false;
        _shop.Services.GetRequiredService<ActiveSegments>().Forget();
        await PublishAsync(new OrderPlacedEvent(await _shop.NewOrderAsync(_customers[0])));
        await PublishAsync(new CustomerPermanentlyDeleted(_customers[0], "c0@example.com"));
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
    }

    [Test]
    public async Task A_request_marks_a_customer_once_and_signals_at_its_end()
    {
        await using var scope = _shop.Services.CreateAsyncScope();
        var response = new Completion();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Features.Set<IHttpResponseFeature>(response);
        _shop.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var order = await _shop.NewOrderAsync(_customers[0]);

        await PublishAsync(new EntityInsertedEvent<Order>(order));
        // Another drain leaves the row alone: the order has no lines yet.
        await _shop.DrainAsync();
        await PublishAsync(new OrderPlacedEvent(order));
        await PublishAsync(new OrderPaidEvent(order));
        await PublishAsync(new EntityInsertedEvent<CustomerCustomerRoleMapping>(new() { CustomerId = _customers[0] }));

        AssertMarked((_customers[0], RuleSources.Orders), (_customers[0], RuleSources.Roles));
        Assert.That(response.Ends, Has.Count.EqualTo(1));
        var signal = _shop.Services.GetRequiredService<DrainSignal>();
        using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.That(async () => await signal.WaitAsync(brief.Token), Throws.InstanceOf<OperationCanceledException>(), "not before the response");

        await response.Ends[0]();
        var expected = new Dictionary<int, RuleSources> { [_customers[0]] = RuleSources.Orders | RuleSources.Roles };
        var marks = await signal.WaitAsync(CancellationToken.None);
        Assert.That(marks.Customers, Is.EqualTo(expected));
        Assert.That(marks.RowIds, Is.EqualTo(_shop.Rows<DirtyCustomer>().Select(row => row.Id)));

        await _shop.Services.GetRequiredService<QueueDrainer>().DrainAsync(marks);
        Assert.That(_shop.Rows<DirtyCustomer>(), Is.Empty);
    }

    private Task PublishAsync<T>(T what) => _shop.InScopeAsync<IEventPublisher>(publisher => publisher.PublishAsync(what));

    private void AssertMarked(params (int CustomerId, RuleSources Sources)[] expected) =>
        Assert.That(_shop.Rows<DirtyCustomer>().Select(row => (row.CustomerId, (RuleSources)row.SourcesId)), Is.EqualTo(expected));

    private sealed class Completion : HttpResponseFeature
    {
        public List<Func<Task>> Ends { get; } = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => Ends.Add(() => callback(state));
    }
}
