using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Cms;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Stores;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Catalog;
using Nop.Services.Configuration;
using Nop.Services.Customers;
using Nop.Services.Discounts;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Orders;
using Nop.Services.Security;
using Shop.Demo;
using Shop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Platform;

/// <summary>What the shop's services do, above all in which order they say so.</summary>
internal sealed class ShopServiceTests
{
    private readonly Events _events = new();
    private TestDatabase _database = null!;
    private AsyncServiceScope _scope;

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync(configure: services => services.AddSingleton<IEventPublisher>(_events));
        _scope = _database.Shop.CreateScope();
        await Get<BasicData>().EnsureAsync();
        _events.Heard.Clear();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task An_order_from_the_cart_fires_what_a_shop_fires()
    {
        var (customer, product) = (await CustomerAsync("a@example.com"), await ProductAsync(10));
        await Get<ShoppingCart>().AddAsync(customer, product.Id, 2, 1);
        _events.Heard.Clear();

        var order = await Get<OrderProcessing>().PlaceFromCartAsync(customer, 1, true);

        Assert.That(_events.Heard, Is.EqualTo(new[]
        {
            "EntityInserted<Address>", "EntityInserted<Order>", "EntityUpdated<Order>", "EntityInserted<OrderItem>", "ShoppingCartItemMovedToOrderItem",
            "EntityUpdated<Customer>", "ClearShoppingCart", "EntityInserted<OrderNote>", "ResetCheckoutData", "OrderPlaced",
            "EntityUpdated<Order>", "EntityInserted<OrderNote>", "OrderStatusChanged", "OrderPaid"
        }));
        Assert.That((order!.OrderTotal, order.OrderStatus, order.PaymentStatus, order.CustomOrderNumber),
            Is.EqualTo((20m, OrderStatus.Processing, PaymentStatus.Paid, order.Id.ToString())));
        Assert.That(await Get<ShoppingCart>().ItemsAsync(customer, 1), Is.Empty);
    }

    [Test]
    public async Task Cancelling_refunding_and_deleting_say_so()
    {
        var (customer, product) = (await CustomerAsync("a@example.com"), await ProductAsync(10));
        var processing = Get<OrderProcessing>();
        var order = await processing.PlaceAsync(customer, 1, [new OrderLine(product.Id, 3, 10)], false);
        await processing.MarkAsPaidAsync(order);
        await processing.PartiallyRefundAsync(order, 5);
        Assert.That((order.RefundedAmount, order.PaymentStatus), Is.EqualTo((5m, PaymentStatus.PartiallyRefunded)));
        _events.Heard.Clear();

        await processing.PartiallyRefundAsync(order, 25);
        await processing.CancelAsync(order);
        await processing.DeleteAsync(order);

        Assert.That(order.PaymentStatus, Is.EqualTo(PaymentStatus.Refunded));
        Assert.That(_events.Heard.Where(e => !e.Contains("OrderNote")), Is.EqualTo(new[]
        {
            "EntityUpdated<Order>", "OrderRefunded", "EntityUpdated<Order>", "OrderStatusChanged", "EntityDeleted<Order>"
        }));
        Assert.That(async () => await processing.CancelAsync(order), Throws.InstanceOf<NopException>());
    }

    [Test]
    public async Task Settings_keep_lists_and_go_away()
    {
        var settings = Get<ISettingService>();
        await settings.SaveSettingAsync(new WidgetSettings { ActiveWidgetSystemNames = ["a", "b"] });
        Assert.That((await settings.LoadSettingAsync<WidgetSettings>()).ActiveWidgetSystemNames, Is.EqualTo(new[] { "a", "b" }));
        await settings.SetSettingAsync("x.y", 12.5m);
        Assert.That(await settings.GetSettingByKeyAsync("X.Y", 0m), Is.EqualTo(12.5m));
        await settings.DeleteSettingAsync<WidgetSettings>();
        Assert.That(await Get<IRepository<Core.Domain.Configuration.Setting>>().Table.AnyAsync(s => s.Name.StartsWith("widgetsettings.")), Is.False);
    }

    [Test]
    public async Task Texts_exist_for_each_language_and_vanish_by_prefix()
    {
        var texts = Get<ILocalizationService>();
        var german = (await Get<ILanguageService>().GetAllLanguagesAsync()).First(l => l.UniqueSeoCode == "de").Id;
        await texts.AddOrUpdateLocaleResourceAsync(new Dictionary<string, string> { ["Plugins.X.Name"] = "Name", ["Plugins.Y"] = "Y" });
        await texts.AddOrUpdateLocaleResourceAsync(new Dictionary<string, string> { ["plugins.x.name"] = "Bezeichnung" }, german);

        Assert.That(await texts.GetResourceAsync("plugins.X.NAME"), Is.EqualTo("Name"));
        Assert.That(await texts.GetResourceAsync("Plugins.X.Name", german), Is.EqualTo("Bezeichnung"));
        await texts.DeleteLocaleResourcesAsync("Plugins.X");
        Assert.That(await texts.GetResourceAsync("Plugins.X.Name"), Is.EqualTo("Plugins.X.Name"));
        Assert.That(await Get<IRepository<LocaleStringResource>>().Table.CountAsync(), Is.EqualTo(3));
        Assert.That(await texts.GetLocalizedEnumAsync(PaymentStatus.PartiallyRefunded), Is.EqualTo("Partially Refunded"));
    }

    [TestCase("en", ExpectedResult = "€1,234.50")]
    [TestCase("de", ExpectedResult = "1.234,50 €")]
    public async Task<string> Prices_are_written_the_readers_way(string code)
    {
        var language = (await Get<ILanguageService>().GetAllLanguagesAsync()).First(l => l.UniqueSeoCode == code);
        return await Get<IPriceFormatter>().FormatPriceAsync(1234.5m, true, "EUR", language.Id, false);
    }

    [Test]
    public async Task A_discount_in_the_cart_takes_the_best_and_says_why_not()
    {
        var (customer, product) = (await CustomerAsync("a@example.com"), await ProductAsync(50));
        var discounts = Get<IDiscountService>();
        await discounts.InsertDiscountAsync(new Discount
        {
            Name = "Tenth",
            IsActive = true,
            DiscountType = DiscountType.AssignedToOrderTotal,
            UsePercentage = true,
            DiscountPercentage = 10
        });
        await discounts.InsertDiscountAsync(new Discount
        {
            Name = "Seven",
            IsActive = true,
            DiscountType = DiscountType.AssignedToOrderSubTotal,
            DiscountAmount = 7
        });
        await Get<ShoppingCart>().AddAsync(customer, product.Id, 2, 1);

        var cart = await Get<ShoppingCart>().LoadAsync(customer, 1);

        Assert.That((cart.Subtotal, cart.Discount, cart.Total), Is.EqualTo((100m, 10m, 90m)));
        Assert.That(cart.Discounts.Single(d => d.Applied).Discount.Name, Is.EqualTo("Tenth"));
    }

    [Test]
    public async Task A_requirement_whose_plugin_is_gone_closes_the_discount_alone()
    {
        var customer = await CustomerAsync("a@example.com");
        var discount = new Discount { Name = "d", IsActive = true };
        var discounts = Get<IDiscountService>();
        await discounts.InsertDiscountAsync(discount);
        Assert.That((await discounts.ValidateDiscountAsync(discount, customer, [])).IsValid, Is.True);
        var group = new DiscountRequirement { DiscountId = discount.Id, IsGroup = true, InteractionType = RequirementGroupInteractionType.And };
        await discounts.InsertDiscountRequirementAsync(group);
        await discounts.InsertDiscountRequirementAsync(new DiscountRequirement
        {
            DiscountId = discount.Id,
            ParentId = group.Id,
            DiscountRequirementRuleSystemName = "gone"
        });
        await Get<Core.Caching.IStaticCacheManager>().ClearAsync();

        Assert.That((await discounts.ValidateDiscountAsync(discount, customer, [])).IsValid, Is.False);
        await discounts.DeleteDiscountAsync(discount);
        Assert.That(await discounts.GetAllDiscountRequirementsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_campaign_reaches_subscribers_of_active_customers()
    {
        var gone = await CustomerAsync("gone@example.com");
        gone.Active = false;
        await Get<ICustomerService>().UpdateCustomerAsync(gone);
        var type = (await Get<INewsLetterSubscriptionTypeService>().GetAllNewsLetterSubscriptionTypesAsync())[0].Id;
        foreach (var email in new[] { "gone@example.com", "nobody@example.com" })
            await Get<INewsLetterSubscriptionService>().InsertNewsLetterSubscriptionAsync(
                new NewsLetterSubscription { Email = email, Active = true, StoreId = 1, TypeId = type, NewsLetterSubscriptionGuid = Guid.NewGuid() });
        var account = (await Get<IEmailAccountService>().GetAllEmailAccountsAsync())[0];
        var to = await Get<INewsLetterSubscriptionService>().GetAllNewsLetterSubscriptionsAsync(isActive: true);

        var sent = await Get<ICampaignService>().SendCampaignAsync(new Campaign { Subject = "Hello", Body = "%Store.Name% & %NewsLetterSubscription.Email%" },
            account, to);

        Assert.That((to.TotalCount, sent), Is.EqualTo((2, 1)));
        Assert.That(_events.Heard, Has.Member("EmailSubscribed"));
        Assert.That(await Get<IRepository<QueuedEmail>>().Table.Select(e => e.Body).SingleAsync(), Is.EqualTo("Northgate & nobody@example.com"));
    }

    [Test]
    public async Task Points_are_spent_oldest_first_and_only_their_rest_expires()
    {
        var (customer, points) = (await CustomerAsync("a@example.com"), Get<IRewardPointService>());
        await points.AddRewardPointsHistoryEntryAsync(customer, 100, 1, "old", activatingDate: DateTime.UtcNow.AddDays(-9), endDate: DateTime.UtcNow.AddDays(-1));
        var given = await points.AddRewardPointsHistoryEntryAsync(customer, 50, 1, "new", endDate: DateTime.UtcNow.AddDays(9));
        await points.AddRewardPointsHistoryEntryAsync(customer, 30, 1, "later", activatingDate: DateTime.UtcNow.AddDays(1));
        await points.AddRewardPointsHistoryEntryAsync(customer, -20, 1, "spent");

        Assert.That(await points.GetRewardPointsBalanceAsync(customer.Id, 1), Is.EqualTo(30));
        var rows = await points.GetRewardPointsHistoryAsync(customer.Id);
        Assert.That(rows.Select(h => h.Message), Is.EqualTo(new[] { "spent", "new", "old" }), "what is not activated is not shown");
        Assert.That(rows.Select(h => (h.PointsBalance, h.ValidPoints)), Is.EqualTo(new (int?, int?)[] { (30, null), (50, 30), (null, 100) }));
        Assert.That(rows[1].Id, Is.EqualTo(given));
        Assert.That(_events.Heard, Has.Exactly(4).EqualTo("EntityInserted<RewardPointsHistory>"));
        Assert.That(async () => await points.AddRewardPointsHistoryEntryAsync(customer, 1, 0), Throws.ArgumentException);
    }

    [Test]
    public async Task A_gift_card_has_a_code_and_is_found_by_it()
    {
        var cards = Get<IGiftCardService>();
        var codes = Enumerable.Range(0, 100).Select(_ => cards.GenerateGiftCardCode()).ToList();
        Assert.That(codes, Is.Unique.And.All.Length.EqualTo(13));
        var card = new GiftCard { Amount = 5, GiftCardCouponCode = codes[0], IsGiftCardActivated = true, RecipientName = "Ada", CreatedOnUtc = DateTime.UtcNow };
        await cards.InsertGiftCardAsync(card);
        await cards.InsertGiftCardAsync(new GiftCard { Amount = 9, GiftCardCouponCode = codes[1], RecipientName = "Bob", CreatedOnUtc = DateTime.UtcNow });

        Assert.That((await cards.GetAllGiftCardsAsync(giftCardCouponCode: codes[0])).Select(c => c.Id), Is.EqualTo(new[] { card.Id }));
        Assert.That((await cards.GetAllGiftCardsAsync(recipientName: "Bo")).Select(c => c.Amount), Is.EqualTo(new[] { 9m }));
        Assert.That((await cards.GetAllGiftCardsAsync(isGiftCardActivated: true)).Select(c => c.Id), Is.EqualTo(new[] { card.Id }));
        Assert.That((await cards.GetGiftCardByIdAsync(card.Id)).GiftCardType, Is.EqualTo(GiftCardType.Virtual));
    }

    [Test]
    public async Task A_mail_speaks_the_language_that_its_template_knows()
    {
        var languages = await Get<ILanguageService>().GetAllLanguagesAsync();
        var (german, english) = (languages.First(l => l.UniqueSeoCode == "de").Id, languages.First(l => l.UniqueSeoCode == "en").Id);
        var template = new MessageTemplate { Name = "Test", Subject = "Hello %Name%", Body = "Welcome", IsActive = true };
        await Get<IMessageTemplateService>().InsertMessageTemplateAsync(template);
        await Get<ILocalizedEntityService>().SaveLocalizedValueAsync(template, t => t.Subject, "Hallo %Name%", german);

        Assert.That(await SubjectAsync(german), Is.EqualTo("Hallo <b>"));
        Assert.That(await SubjectAsync(english), Is.EqualTo("Hello <b>"));
        await Get<ILocalizedEntityService>().SaveLocalizedValueAsync(template, t => t.Subject, "", german);
        Assert.That(await SubjectAsync(german), Is.EqualTo("Hello <b>"), "what is emptied is gone");

        async Task<string> SubjectAsync(int language)
        {
            var account = (await Get<IEmailAccountService>().GetAllEmailAccountsAsync())[0];
            var id = await Get<IWorkflowMessageService>().SendNotificationAsync(template, account, language, [new Token("Name", "<b>")], "a@example.com", "A");
            return (await Get<IQueuedEmailService>().GetQueuedEmailByIdAsync(id)).Subject;
        }
    }

    [Test]
    public async Task A_template_limited_to_a_store_is_in_no_other()
    {
        var templates = Get<IMessageTemplateService>();
        var template = new MessageTemplate { Name = "Test", Subject = "S", Body = "B", LimitedToStores = true };
        await templates.InsertMessageTemplateAsync(template);
        await Get<IRepository<StoreMapping>>().InsertAsync(new StoreMapping { EntityId = template.Id, EntityName = nameof(MessageTemplate), StoreId = 1 });

        Assert.That(await templates.GetMessageTemplatesByNameAsync("Test", 1), Has.Count.EqualTo(1));
        Assert.That(await templates.GetMessageTemplatesByNameAsync("Test", 2), Is.Empty);
        Assert.That(await templates.GetMessageTemplatesByNameAsync("Test"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Permissions_belong_to_roles_until_they_are_deleted()
    {
        var customers = Get<ICustomerService>();
        var admins = await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.AdministratorsRoleName);
        var clerks = await customers.GetCustomerRoleBySystemNameAsync(BasicData.ClerksRoleName);
        var permissions = Get<global::Shop.Services.Security.PermissionService>();
        await permissions.InsertPermissionsAsync([new Ours()]);
        await permissions.InsertPermissionsAsync([new Ours()]);
        var admin = await customers.GetCustomerByEmailAsync(BasicData.AdminEmail);

        Assert.That(await permissions.AuthorizeAsync("Ours.View", admins.Id), Is.True);
        Assert.That(await permissions.AuthorizeAsync("Ours.View", admin), Is.True);
        Assert.That(await permissions.AuthorizeAsync("Ours.View", clerks.Id), Is.False);
        await permissions.DeletePermissionAsync("Ours.View");
        Assert.That(await permissions.AuthorizeAsync("Ours.View", admin), Is.False);
    }

    [Test]
    public async Task Guests_who_left_nothing_vanish_without_a_word()
    {
        var customers = Get<ICustomerService>();
        var guests = await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.GuestsRoleName);
        var (idle, buyer, registered) = (await CustomerAsync("a@example.com"), await CustomerAsync("b@example.com"), await CustomerAsync("c@example.com"));
        foreach (var guest in new[] { idle, buyer })
            await customers.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = guest.Id, CustomerRoleId = guests.Id });
        await Get<OrderProcessing>().PlaceAsync(buyer, 1, [new OrderLine((await ProductAsync(1)).Id, 1, 1)], true);
        foreach (var customer in new[] { idle, buyer, registered })
        {
            customer.CreatedOnUtc = customer.LastActivityDateUtc = new DateTime(2020, 1, 1);
            await customers.UpdateCustomerAsync(customer);
        }

        _events.Heard.Clear();
        await ActivatorUtilities.CreateInstance<global::Shop.Services.Customers.DeleteGuestsTask>(_scope.ServiceProvider).ExecuteAsync();

        Assert.That((await customers.GetCustomersByIdsAsync([idle.Id, buyer.Id, registered.Id])).Select(c => c.Id),
            Is.EqualTo(new[] { buyer.Id, registered.Id }));
        Assert.That(_events.Heard, Is.Empty);
    }

    private T Get<T>() where T : notnull
    {
        return _scope.ServiceProvider.GetRequiredService<T>();
    }

    private async Task<Customer> CustomerAsync(string email)
    {
        var customer = new Customer
        {
            Email = email,
            Active = true,
            CustomerGuid = Guid.NewGuid(),
            CreatedOnUtc = DateTime.UtcNow,
            LastActivityDateUtc = DateTime.UtcNow
        };
        await Get<ICustomerService>().InsertCustomerAsync(customer);
        return customer;
    }

    private async Task<Product> ProductAsync(decimal price)
    {
        var product = new Product { Name = "Bike", Price = price, Published = true, CreatedOnUtc = DateTime.UtcNow, UpdatedOnUtc = DateTime.UtcNow };
        await Get<IRepository<Product>>().InsertAsync(product);
        return product;
    }

    private sealed class Ours : IPermissionConfigManager
    {
        public IList<PermissionConfig> AllConfigs => [new PermissionConfig("Ours. View", "Ours.View", "Customers", NopCustomerDefaults.AdministratorsRoleName)];
    }

    private sealed class Events : IEventPublisher
    {
        public List<string> Heard { get; } = [];

        public Task PublishAsync<TEvent>(TEvent @event)
        {
            Publish(@event);
            return Task.CompletedTask;
        }

        public void Publish<TEvent>(TEvent @event)
        {
            var name = typeof(TEvent).Name.Split('`')[0].Replace("Event", "");
            Heard.Add(typeof(TEvent).IsGenericType ? $"{name}<{typeof(TEvent).GetGenericArguments()[0].Name}>" : name);
        }
    }
}
