using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;
using Nop.Services.Helpers;
using Shop.Data;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>The plugin's evaluator over a database that can be filled with one naive shop after another.</summary>
internal sealed class EvaluatorHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly SettableClock _clock;
    private readonly Moq.Mock<IDateTimeHelper> _dateTimes;
    private readonly SegmentsSettings _settings;

    private EvaluatorHost(TestDatabase database, SettableClock clock, Moq.Mock<IDateTimeHelper> dateTimes, SegmentsSettings settings)
    {
        _database = database;
        _clock = clock;
        _dateTimes = dateTimes;
        _settings = settings;
    }

    public ShopBasics Basics { get; } = ShopBasics.Plain;

    /// <param name="kind">The kind of database.</param>
    /// <param name="addMore">What another plugin's start-up would register.</param>
    public static async Task<EvaluatorHost> CreateAsync(string kind, Action<IServiceCollection>? addMore = null)
    {
        var clock = new SettableClock();
        var dateTimes = new Moq.Mock<IDateTimeHelper>();
        var settings = new SegmentsSettings();
        var database = await TestDatabase.CreateAsync(kind, clock, [typeof(SegmentsPlugin).Assembly], services =>
        {
            services.AddSingleton(settings).AddSingleton(dateTimes.Object);
            addMore?.Invoke(services);
        });

        var host = new EvaluatorHost(database, clock, dateTimes, settings);
        await host.StoreAsync(host.Basics.Roles);
        await host.StoreAsync(host.Basics.Countries);
        await host.StoreAsync(host.Basics.States);
        await host.StoreAsync(host.Basics.Stores);
        await host.StoreAsync(host.Basics.Languages);
        await host.StoreAsync(host.Basics.Currencies);
        await host.StoreAsync(host.Basics.NewsletterTypes);
        await host.StoreAsync(host.Basics.Addresses);
        await host.StoreAsync(host.Basics.Affiliates);
        await host.StoreAsync(host.Basics.Vendors);
        await host.StoreAsync(host.Basics.Manufacturers);
        await host.StoreAsync(host.Basics.Tags);
        await host.StoreAsync(host.Basics.Discounts);
        await host.StoreAsync(host.Basics.Attributes);
        await host.StoreAsync(host.Basics.AttributeValues);
        await host.StoreAsync(host.Basics.Lists);
        await host.StoreAsync(host.Basics.Segments);
        return host;
    }

    /// <summary>Puts a shop in the place of the one before.</summary>
    public async Task LoadAsync(NaiveShop shop)
    {
        await using (var context = Engine.CreateContext())
        {
            // What refers to others goes before them.
            await context.Set<SegmentMember>().ExecuteDeleteAsync();
            await context.Set<CustomerListEntry>().ExecuteDeleteAsync();
            await context.Set<DiscountUsageHistory>().ExecuteDeleteAsync();
            await context.Set<OrderItem>().ExecuteDeleteAsync();
            await context.Set<Order>().ExecuteDeleteAsync();
            await context.Set<ProductReview>().ExecuteDeleteAsync();
            await context.Set<ReturnRequest>().ExecuteDeleteAsync();
            await context.Set<ShoppingCartItem>().ExecuteDeleteAsync();
            await context.Set<RewardPointsHistory>().ExecuteDeleteAsync();
            await context.Set<BackInStockSubscription>().ExecuteDeleteAsync();
            await context.Set<CustomerPassword>().ExecuteDeleteAsync();
            await context.Set<GenericAttribute>().ExecuteDeleteAsync();
            await context.Set<ProductCategory>().ExecuteDeleteAsync();
            await context.Set<ProductManufacturer>().ExecuteDeleteAsync();
            await context.Set<ProductProductTagMapping>().ExecuteDeleteAsync();
            await context.Set<Product>().ExecuteDeleteAsync();
            await context.Set<Category>().ExecuteDeleteAsync();
            await context.Set<CustomerCustomerRoleMapping>().ExecuteDeleteAsync();
            await context.Set<Customer>().ExecuteDeleteAsync();
            await context.Set<NewsLetterSubscription>().ExecuteDeleteAsync();
        }

        await StoreAsync(shop.Categories);
        await StoreAsync(shop.Products);
        await StoreAsync(shop.ProductCategories);
        await StoreAsync(shop.ProductManufacturers);
        await StoreAsync(shop.ProductTags);
        await StoreAsync(shop.Customers);
        await StoreAsync(shop.CustomerRoles);
        await StoreAsync(shop.Passwords);
        await StoreAsync(shop.GenericAttributes);
        await StoreAsync(shop.Orders);
        await StoreAsync(shop.OrderItems);
        await StoreAsync(shop.DiscountUses);
        await StoreAsync(shop.Reviews);
        await StoreAsync(shop.Returns);
        await StoreAsync(shop.CartItems);
        await StoreAsync(shop.RewardPoints);
        await StoreAsync(shop.BackInStock);
        await StoreAsync(shop.Subscriptions);
        await StoreAsync(shop.ListEntries);
        await StoreAsync(shop.SegmentMembers);

        _clock.Now = new DateTimeOffset(shop.Now, TimeSpan.Zero);
        _dateTimes.SetupGet(dateTimes => dateTimes.DefaultStoreTimeZone).Returns(shop.TimeZone);
        _settings.OrderStatusIds = shop.OrderStatusIds;
        _settings.PaymentStatusIds = shop.PaymentStatusIds;
        await _database.Shop.Services.GetRequiredService<IStaticCacheManager>().ClearAsync();
    }

    /// <summary>Asks the plugin's evaluator, as one request would.</summary>
    public Task<T> AskAsync<T>(Func<ISegmentEvaluator, Task<T>> ask) => AskAsync<ISegmentEvaluator, T>(ask);

    /// <summary>Asks any of the plugin's services, as one request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = _database.Shop.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private DatabaseEngine Engine => _database.Shop.Services.GetRequiredService<DatabaseEngine>();

    /// <summary>Stores rows under the ids they have.</summary>
    private async Task StoreAsync<T>(IEnumerable<T> rows) where T : BaseEntity
    {
        await using var context = Engine.CreateContext();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }
}
