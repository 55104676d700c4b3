using System.Diagnostics;
using System.Transactions;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;
using Nop.Data;

namespace Shop.Demo;

/// <summary>Fills a shop that has its basic data with made-up customers and what they did.</summary>
public sealed class DemoGenerator(
    CatalogueData catalogue,
    PromotionData promotions,
    IRepository<Address> addresses,
    IRepository<Country> countries,
    IRepository<Currency> currencies,
    IRepository<Customer> customers,
    IRepository<CustomerAddressMapping> customerAddresses,
    IRepository<CustomerCustomerRoleMapping> customerRoles,
    IRepository<CustomerRole> roles,
    IRepository<DiscountUsageHistory> discountUsages,
    IRepository<Language> languages,
    IRepository<NewsLetterSubscription> subscriptions,
    IRepository<NewsLetterSubscriptionType> subscriptionTypes,
    IRepository<Order> orders,
    IRepository<OrderItem> orderItems,
    IRepository<Product> products,
    IRepository<ProductReview> reviews,
    IRepository<ShoppingCartItem> cartItems,
    IRepository<Store> stores,
    TimeProvider clock)
{
    /// <summary>The most rows that one insert holds.</summary>
    public const int ChunkSize = 10_000;

    // A shop's orders have fewer than three lines on average: with them a chunk stays below the limit.
    private const int ORDERS_AT_ONCE = 3_000;

    private int _itemCount;
    private int _reviewCount;
    private int _subscriptionCount;

    /// <summary>Whether nobody has sold or listed anything here yet.</summary>
    public bool IsShopEmpty()
    {
        return !orders.Table.Any() && !products.Table.Any();
    }

    /// <summary>Writes customers, catalogue and orders, all of them or none. No events are published: there is nobody to hear them yet.</summary>
    public async Task<DemoSummary> GenerateAsync(
        DemoOptions options, IProgress<DemoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        using var scope = new TransactionScope(TransactionScopeOption.Required, TransactionManager.MaximumTimeout, TransactionScopeAsyncFlowOption.Enabled);
        var now = clock.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var calendar = new SalesCalendar(now);
        var ids = ReadIds();

        progress?.Report(new DemoProgress("Products", 0, 1));
        var offers = await catalogue.WriteAsync(options.Seed, calendar.Opened);
        var discountId = await promotions.WriteAsync(calendar.Opened, ids.SubscriptionTypes[0]);
        progress?.Report(new DemoProgress("Products", 1, 1));

        var departments = offers.Max(offer => offer.Department) + 1;
        var plans = new PopulationPlanner(options, calendar, now, departments).Plan();
        var customerFactory = new CustomerFactory(options.Seed, ids, offers, now);
        var homeStores = await WriteCustomersAsync(options, plans, customerFactory, ids, calendar, progress, cancellationToken);
        var orderFactory = new OrderFactory(options.Seed, ids, offers, now);
        await WriteOrdersAsync(plans, homeStores, orderFactory, discountId, progress, cancellationToken);
        await WriteRatingsAsync(offers);
        scope.Complete();

        return new DemoSummary(
            options.Customers, options.Guests, options.Orders, _itemCount, offers.Count, _reviewCount, _subscriptionCount, watch.Elapsed);
    }

    private ShopIds ReadIds()
    {
        return new ShopIds(
            roles.Table.First(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName).Id,
            roles.Table.First(role => role.SystemName == NopCustomerDefaults.GuestsRoleName).Id,
            stores.Table.OrderBy(store => store.DisplayOrder).ThenBy(store => store.Id).Select(store => store.Id).ToArray(),
            subscriptionTypes.Table.OrderBy(type => type.DisplayOrder).ThenBy(type => type.Id).Select(type => type.Id).ToArray(),
            countries.Table.ToList().ToDictionary(country => country.Name, country => country.Id, StringComparer.Ordinal),
            languages.Table.ToList().ToDictionary(language => language.UniqueSeoCode, language => language.Id, StringComparer.Ordinal),
            currencies.Table.ToList().ToDictionary(currency => currency.CurrencyCode, currency => (currency.Id, currency.Rate), StringComparer.Ordinal));
    }

    private async Task<Dictionary<int, int>> WriteCustomersAsync(
        DemoOptions options,
        List<CustomerPlan> plans,
        CustomerFactory factory,
        ShopIds ids,
        SalesCalendar calendar,
        IProgress<DemoProgress>? progress,
        CancellationToken cancellationToken)
    {
        var homeStores = new Dictionary<int, int>(plans.Count);
        var number = 0;
        foreach (var chunk in plans.Chunk(ChunkSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drafts = chunk.Select(plan => factory.Create(plan, number++)).ToList();
            await addresses.InsertAsync(drafts.Select(draft => draft.Address).ToList(), false);
            foreach (var draft in drafts)
                draft.Customer.BillingAddressId = draft.Customer.ShippingAddressId = draft.Address.Id;
            await customers.InsertAsync(drafts.Select(draft => draft.Customer).ToList(), false);
            foreach (var draft in drafts)
                Connect(draft, homeStores);

            await customerRoles.InsertAsync(drafts.Select(draft => RoleOf(draft, ids)).ToList(), false);
            await customerAddresses.InsertAsync(
                drafts.Select(draft => new CustomerAddressMapping { CustomerId = draft.Customer.Id, AddressId = draft.Address.Id }).ToList(), false);
            await InsertChunkedAsync(cartItems, drafts.SelectMany(draft => draft.Cart));
            _subscriptionCount += await InsertChunkedAsync(subscriptions, drafts.SelectMany(draft => draft.Subscriptions));
            progress?.Report(new DemoProgress("Customers", number, plans.Count));
        }

        var readers = Enumerable.Range(0, options.Customers / 12).Select(i => factory.CreateLoneSubscription(i, calendar.Opened));
        _subscriptionCount += await InsertChunkedAsync(subscriptions, readers);
        return homeStores;
    }

    private static void Connect(CustomerDraft draft, Dictionary<int, int> homeStores)
    {
        draft.Plan.CustomerId = draft.Customer.Id;
        draft.Plan.AddressId = draft.Address.Id;
        homeStores[draft.Customer.Id] = draft.Customer.RegisteredInStoreId;
        foreach (var item in draft.Cart)
            item.CustomerId = draft.Customer.Id;
    }

    private static CustomerCustomerRoleMapping RoleOf(CustomerDraft draft, ShopIds ids)
    {
        var role = draft.Plan.Kind == CustomerKind.Guest ? ids.GuestsRole : ids.RegisteredRole;
        return new CustomerCustomerRoleMapping { CustomerId = draft.Customer.Id, CustomerRoleId = role };
    }

    private async Task WriteOrdersAsync(
        List<CustomerPlan> plans,
        Dictionary<int, int> homeStores,
        OrderFactory factory,
        int discountId,
        IProgress<DemoProgress>? progress,
        CancellationToken cancellationToken)
    {
        var all = plans.SelectMany(plan => plan.OrderTimesUtc.Select(time => (Plan: plan, Time: time))).OrderBy(order => order.Time).ToList();
        var number = 0;
        foreach (var chunk in all.Chunk(ORDERS_AT_ONCE))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drafts = chunk.Select(order => factory.Create(order.Plan, homeStores[order.Plan.CustomerId], order.Time, ++number)).ToList();
            await orders.InsertAsync(drafts.Select(draft => draft.Order).ToList(), false);
            foreach (var draft in drafts)
            {
                foreach (var item in draft.Items)
                    item.OrderId = draft.Order.Id;
            }

            _itemCount += await InsertChunkedAsync(orderItems, drafts.SelectMany(draft => draft.Items));
            _reviewCount += await InsertChunkedAsync(reviews, drafts.SelectMany(draft => draft.Reviews));
            await InsertChunkedAsync(discountUsages, drafts.Where(draft => draft.UsedCoupon).Select(draft => new DiscountUsageHistory
            {
                DiscountId = discountId,
                OrderId = draft.Order.Id,
                CreatedOnUtc = draft.Order.CreatedOnUtc
            }));
            progress?.Report(new DemoProgress("Orders", number, all.Count));
        }
    }

    private async Task WriteRatingsAsync(IReadOnlyList<Offer> offers)
    {
        var ratings = reviews.Table.Where(review => review.IsApproved)
            .GroupBy(review => review.ProductId)
            .Select(group => new { ProductId = group.Key, Sum = group.Sum(review => review.Rating), Count = group.Count() })
            .ToList()
            .ToDictionary(rating => rating.ProductId);
        var rated = offers.Select(offer => offer.Product).Where(product => ratings.ContainsKey(product.Id)).ToList();
        foreach (var product in rated)
        {
            product.ApprovedRatingSum = ratings[product.Id].Sum;
            product.ApprovedTotalReviews = ratings[product.Id].Count;
        }

        await products.UpdateAsync(rated, false);
    }

    private static async Task<int> InsertChunkedAsync<TEntity>(IRepository<TEntity> repository, IEnumerable<TEntity> rows) where TEntity : BaseEntity
    {
        var count = 0;
        foreach (var chunk in rows.Chunk(ChunkSize))
        {
            await repository.InsertAsync(chunk, false);
            count += chunk.Length;
        }

        return count;
    }
}
