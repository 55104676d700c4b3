using FsCheck;
using FsCheck.Fluent;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Small shops that hold, in a few customers, everything that could be mistaken.</summary>
internal static class ShopGenerator
{
    private const int ProductCount = 7;
    private const int CategoryCount = 8;

    private static readonly string[] _emails =
    [
        "ann@example.com", "ann@example.com", "Bob@Example.com", "cleo@example.com", "dora@example.com", "eve%@example.com", "e_e@example.com",
        "Änne@example.com", "\"odd@name\"@Example.org", "\"two@signs\"@Example.org", "nowhere", "x@", ""
    ];

    private static readonly string[] _subscribers = ["ann@example.com", "ann@example.com", "Bob@Example.com", .. _emails.Where(email => email.Length > 0)];

    public static Gen<NaiveShop> Shops(ShopBasics basics) =>
        from clock in Clocks.Any
        from orderStatusIds in Gen.Frequency(
            (5, Gen.Constant<OrderStatus[]>([OrderStatus.Pending, OrderStatus.Processing, OrderStatus.Complete])),
            (1, Gen.Constant<OrderStatus[]>([OrderStatus.Complete])))
        from paymentStatusIds in Gen.Frequency(
            (5, Gen.Constant<PaymentStatus[]>([PaymentStatus.Paid, PaymentStatus.PartiallyRefunded])),
            (1, Gen.Constant<PaymentStatus[]>([PaymentStatus.Paid, PaymentStatus.PartiallyRefunded, PaymentStatus.Authorized, PaymentStatus.Refunded])))
        from categories in Categories(clock)
        from products in Gen.ArrayOf(Products(categories.Length), ProductCount)
        from count in Gen.Choose(10, 18)
        from customers in Gen.ArrayOf(Customers(basics, clock), count)
        from subscriptions in Gen.ArrayOf(Subscriptions(basics), 12)
        from moments in Gen.ArrayOf(Clocks.Moments(clock), 120)
        from seed in Gen.Choose(0, int.MaxValue)
        select new ShopFurnisher(new Random(seed), clock, moments)
            .Furnish(Assemble(basics, clock, orderStatusIds, paymentStatusIds, categories, products, customers, subscriptions));

    private static Gen<Category[]> Categories(Clock clock) =>
        from parents in Gen.CollectToArray(Enumerable.Range(0, CategoryCount), index => Gen.Choose(index < 2 ? 0 : index / 2, index))
        from deleted in Gen.ArrayOf(Rarely(5), CategoryCount)
        from tangled in Rarely(20)
        select Tree(parents, deleted, tangled, clock);

    /// <summary>The shop sees to it that what is below a deleted category is no longer below it; so the whole branch goes.</summary>
    private static Category[] Tree(int[] parents, bool[] deleted, bool tangled, Clock clock)
    {
        var categories = new Category[CategoryCount];
        for (var index = 0; index < CategoryCount; index++)
        {
            categories[index] = new Category
            {
                Id = index + 1,
                Name = $"Category {index + 1}",
                ParentCategoryId = parents[index],
                Published = true,
                Deleted = deleted[index] || (parents[index] > 0 && categories[parents[index] - 1].Deleted),
                CreatedOnUtc = clock.Now,
                UpdatedOnUtc = clock.Now
            };
        }

        // Spoilt data: a category below its own descendant. Nobody may hang on it.
        if (tangled && !categories[^1].Deleted)
        {
            var top = categories[^1];
            while (top.ParentCategoryId > 0)
                top = categories[top.ParentCategoryId - 1];
            top.ParentCategoryId = categories[^1].Id;
        }

        return categories;
    }

    private sealed record ProductPlan(bool Deleted, List<int> CategoryIds);

    private static Gen<ProductPlan> Products(int categoryCount) =>
        from deleted in Rarely(6)
        from first in Gen.Choose(0, categoryCount)
        from second in Gen.Choose(0, categoryCount * 2)
        select new ProductPlan(deleted, new[] { first, second }.Where(id => id > 0 && id <= categoryCount).Distinct().ToList());

    private sealed record OrderPlan(
        DateTime CreatedOnUtc, OrderStatus Status, PaymentStatus Payment, bool Deleted, decimal Total, decimal Refunded, int StoreId, int[] ProductIds);

    private static Gen<OrderPlan> Orders(ShopBasics basics, Clock clock) =>
        from created in Clocks.Moments(clock)
        from status in Gen.Frequency(
            (8, Gen.Constant(OrderStatus.Complete)), (2, Gen.Constant(OrderStatus.Processing)),
            (1, Gen.Constant(OrderStatus.Pending)), (2, Gen.Constant(OrderStatus.Cancelled)))
        from payment in Gen.Frequency(
            (10, Gen.Constant(PaymentStatus.Paid)), (3, Gen.Constant(PaymentStatus.PartiallyRefunded)),
            (2, Gen.Elements(PaymentStatus.Pending, PaymentStatus.Authorized, PaymentStatus.Refunded, PaymentStatus.Voided)))
        from deleted in Rarely(10)
        from total in Gen.Elements(0m, 0.1m, 0.2m, 0.3m, 5m, 9.99m, 10m, 10m, 10.01m, 20m, 33.33m, 99.9999m, 100m, 100.0001m, 1000m, 123456.7891m)
        from refunded in Gen.Elements(0m, total, Math.Round(total / 2, 4), Math.Min(total, 0.1m))
        from store in Gen.Elements(basics.Stores.ToArray())
        from lines in Gen.Choose(0, 3)
        from products in Gen.ArrayOf(Gen.Choose(1, ProductCount), lines)
        select new OrderPlan(created, status, payment, deleted, total,
            payment is PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded ? refunded : 0, store.Id, products);

    private sealed record CustomerPlan(
        bool Registered, bool Deleted, bool Active, bool System, string? Email, int CountryId, DateTime CreatedOnUtc, List<int> RoleIds, OrderPlan[] Orders);

    private static Gen<CustomerPlan> Customers(ShopBasics basics, Clock clock) =>
        from guest in Rarely(4)
        from deleted in Rarely(12)
        from inactive in Rarely(12)
        from system in Rarely(15)
        from email in Gen.Frequency((1, Gen.Constant<string?>(null)), (5, Gen.Elements<string?>(_emails)))
        from country in Gen.Elements(basics.Countries.Select(country => country.Id).Append(0).ToArray())
        from created in Clocks.Registrations(clock)
        from roles in Gen.SubListOf(basics.Roles.Where(role => role != basics.Registered && role != basics.Guests).Select(role => role.Id).ToArray())
        from count in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Constant(1)), (3, Gen.Choose(2, 3)), (1, Gen.Choose(4, 7)))
        from orders in Gen.ArrayOf(Orders(basics, clock), count)
        select new CustomerPlan(!guest, deleted, !inactive, system, guest ? null : email, country, created, roles, orders);

    private static Gen<NewsLetterSubscription> Subscriptions(ShopBasics basics) =>
        from email in Gen.Elements(_subscribers)
        from written in Gen.Elements(email, email, email.ToUpperInvariant(), email.ToLowerInvariant())
        from active in Gen.Elements(true, true, false)
        from store in Gen.Elements(basics.Stores.ToArray())
        from type in Gen.Elements(basics.NewsletterTypes.ToArray())
        select new NewsLetterSubscription { Email = written, Active = active, StoreId = store.Id, TypeId = type.Id };

    private static Gen<bool> Rarely(int outOf) => Gen.Choose(1, outOf).Select(number => number == 1);

    private static NaiveShop Assemble(
        ShopBasics basics, Clock clock, OrderStatus[] orderStatuses, PaymentStatus[] paymentStatuses,
        Category[] categories, ProductPlan[] products, CustomerPlan[] customers, NewsLetterSubscription[] subscriptions)
    {
        var shop = new NaiveShop
        {
            Now = clock.Now,
            TimeZone = clock.Zone,
            OrderStatusIds = orderStatuses.Select(status => (int)status).ToList(),
            PaymentStatusIds = paymentStatuses.Select(status => (int)status).ToList(),
            Basics = basics,
            Categories = [.. categories]
        };

        foreach (var plan in products)
        {
            var id = shop.Products.Count + 1;
            shop.Products.Add(new Product
            {
                Id = id,
                Name = $"Product {id}",
                Published = true,
                Deleted = plan.Deleted,
                CreatedOnUtc = clock.Now,
                UpdatedOnUtc = clock.Now
            });
            foreach (var categoryId in plan.CategoryIds)
                shop.ProductCategories.Add(new ProductCategory { Id = shop.ProductCategories.Count + 1, ProductId = id, CategoryId = categoryId });
        }

        foreach (var plan in customers)
            Add(shop, basics, plan);

        foreach (var subscription in subscriptions)
        {
            // Generated values are shared between samples; each shop gets its own rows.
            shop.Subscriptions.Add(new NewsLetterSubscription
            {
                Id = shop.Subscriptions.Count + 1,
                NewsLetterSubscriptionGuid = new Guid(shop.Subscriptions.Count + 1, 1, 0, new byte[8]),
                Email = subscription.Email,
                Active = subscription.Active,
                StoreId = subscription.StoreId,
                TypeId = subscription.TypeId,
                CreatedOnUtc = clock.Now
            });
        }

        return shop;
    }

    private static void Add(NaiveShop shop, ShopBasics basics, CustomerPlan plan)
    {
        // Gaps in the ids, as in any shop that has been open for a while.
        var customerId = 10 + (shop.Customers.Count * 3);
        shop.Customers.Add(new Customer
        {
            Id = customerId,
            CustomerGuid = new Guid(customerId, 2, 0, new byte[8]),
            Email = plan.Email,
            Username = plan.Email,
            CountryId = plan.CountryId,
            Active = plan.Active,
            Deleted = plan.Deleted,
            IsSystemAccount = plan.System,
            SystemName = plan.System ? $"System{customerId}" : null,
            CreatedOnUtc = plan.CreatedOnUtc,
            LastActivityDateUtc = plan.CreatedOnUtc
        });
        foreach (var roleId in plan.RoleIds.Append(plan.Registered ? basics.Registered.Id : basics.Guests.Id))
            shop.CustomerRoles.Add(new CustomerCustomerRoleMapping { CustomerId = customerId, CustomerRoleId = roleId });

        foreach (var order in plan.Orders)
        {
            var orderId = shop.Orders.Count + 1;
            shop.Orders.Add(new Order
            {
                Id = orderId,
                OrderGuid = new Guid(orderId, 3, 0, new byte[8]),
                CustomOrderNumber = orderId.ToString(),
                CustomerId = customerId,
                CreatedOnUtc = order.CreatedOnUtc,
                OrderStatus = order.Status,
                PaymentStatus = order.Payment,
                Deleted = order.Deleted,
                OrderTotal = order.Total,
                RefundedAmount = order.Refunded,
                StoreId = order.StoreId,
                CustomerCurrencyCode = "EUR",
                CurrencyRate = 1
            });
            foreach (var productId in order.ProductIds)
            {
                shop.OrderItems.Add(new OrderItem
                {
                    Id = shop.OrderItems.Count + 1,
                    OrderItemGuid = new Guid(shop.OrderItems.Count + 1, 4, 0, new byte[8]),
                    OrderId = orderId,
                    ProductId = productId,
                    Quantity = 1 + (orderId + productId) % 4,
                    UnitPriceInclTax = 2.5m * (1 + productId % 3),
                    PriceInclTax = 2.5m * (1 + productId % 3) * (1 + (orderId + productId) % 4) - orderId % 2
                });
            }
        }
    }
}
