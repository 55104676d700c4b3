using System.Reflection;
using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Configuration;
using Nop.Core.Infrastructure;
using Nop.Services.Catalog;
using Nop.Services.Cms;
using Nop.Services.Common;
using Nop.Services.Configuration;
using Nop.Services.Customers;
using Nop.Services.Directory;
using Nop.Services.Discounts;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Logging;
using Nop.Services.Messages;
using Nop.Services.Orders;
using Nop.Services.Plugins;
using Nop.Services.ScheduleTasks;
using Nop.Services.Security;
using Nop.Services.Stores;
using Nop.Web.Framework.Mvc.Routing;
using Shop.Data;
using Shop.Demo;
using Shop.Plugins;
using Shop.Services.Catalog;
using Shop.Services.Common;
using Shop.Services.Configuration;
using Shop.Services.Customers;
using Shop.Services.Directory;
using Shop.Services.Discounts;
using Shop.Services.Localization;
using Shop.Services.Logging;
using Shop.Services.Messages;
using Shop.Services.Orders;
using Shop.Services.ScheduleTasks;
using Shop.Services.Security;
using ILogger = Nop.Services.Logging.ILogger;

namespace Shop.Infrastructure;

/// <summary>Every service of the shop and its plugins that works without a web server too.</summary>
internal static class ShopRegistrations
{
    public static void AddShop(this IServiceCollection services, DatabaseEngine engine, PluginCatalogue plugins, ShopPaths paths, TimeProvider clock,
        IConfiguration configuration)
    {
        var types = new AssemblyTypeFinder(plugins.Assemblies);
        services.AddShopData(engine, clock);
        services.AddSingleton(plugins);
        services.AddSingleton(paths);
        services.AddSingleton<ITypeFinder>(types);
        services.AddSingleton<ShopRestart>();
        services.AddLogging();
        services.AddDemoData();
        AddServices(services);
        AddPlugins(services);
        AddSettings(services, types);
        services.AddConsumers(types.GetAssemblies());
        AddStartups(services, types, configuration);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ILocker, MemoryLocker>();
        services.AddSingleton<INopFileProvider, FileProvider>();
        services.AddScoped<ISettingService, SettingService>();
        services.AddScoped<IGenericAttributeService, GenericAttributeService>();
        services.AddScoped<ILocalizationService, LocalizationService>();
        services.AddScoped<ILocalizedEntityService, LocalizedEntityService>();
        services.AddScoped<ILanguageService, LanguageService>();
        services.AddScoped<ICountryService, CountryService>();
        services.AddScoped<ICurrencyService, CurrencyService>();
        services.AddScoped<IStoreService, StoreService>();
        services.AddScoped<IStoreMappingService, StoreMappingService>();
        services.AddScoped<IStoreContext, StoreContext>();
        services.AddScoped<IWorkContext, WorkContext>();
        services.AddScoped<IWebHelper, WebHelper>();
        services.AddScoped<IDateTimeHelper, DateTimeHelper>();
        services.AddScoped<ILogger, ShopLogger>();
        services.AddScoped<ICustomerActivityService, CustomerActivityService>();
        services.AddScoped<PermissionService>();
        services.AddScoped<IPermissionService>(provider => provider.GetRequiredService<PermissionService>());
        services.AddScoped<ICategoryService, CategoryService>();
        services.AddScoped<IProductService, ProductService>();
        services.AddScoped<IManufacturerService, ManufacturerService>();
        services.AddScoped<ProductFiling>();
        services.AddScoped<ProductReviews>();
        services.AddScoped<IPriceFormatter, PriceFormatter>();
        services.AddScoped<ICustomerService, CustomerService>();
        services.AddScoped<Visitors>();
        services.AddScoped<CustomerErasure>();
        services.AddScoped<IDiscountService, DiscountService>();
        services.AddScoped<IOrderService, OrderService>();
        services.AddScoped<IRewardPointService, RewardPointService>();
        services.AddScoped<IGiftCardService, GiftCardService>();
        services.AddScoped<ShoppingCart>();
        services.AddScoped<OrderProcessing>();
        services.AddScoped<RecurringOrders>();
        services.AddScoped<OrderImport>();
        services.AddScoped<INewsLetterSubscriptionService, NewsLetterSubscriptionService>();
        services.AddScoped<INewsLetterSubscriptionTypeService, NewsLetterSubscriptionTypeService>();
        services.AddScoped<ICampaignService, CampaignService>();
        services.AddScoped<IQueuedEmailService, QueuedEmailService>();
        services.AddScoped<IEmailAccountService, EmailAccountService>();
        services.AddScoped<IEmailSender, LoggingEmailSender>();
        services.AddScoped<IMessageTemplateService, MessageTemplateService>();
        services.AddScoped<IMessageTokenProvider, MessageTokenProvider>();
        services.AddScoped<IWorkflowMessageService, WorkflowMessageService>();
        services.AddScoped<ITokenizer, Tokenizer>();
        services.AddScoped<IScheduleTaskService, ScheduleTaskService>();
        services.AddScoped<IScheduleTaskRunner, ScheduleTaskRunner>();
        services.AddScoped<INopUrlHelper, NopUrlHelper>();
    }

    private static void AddPlugins(IServiceCollection services)
    {
        services.AddScoped<PluginService>();
        services.AddScoped(typeof(IPluginManager<>), typeof(PluginManager<>));
        services.AddScoped<IDiscountPluginManager, DiscountPluginManager>();
        services.AddScoped<IWidgetPluginManager, WidgetPluginManager>();
    }

    // Loaded anew for every scope, for the current store.
    private static void AddSettings(IServiceCollection services, ITypeFinder types)
    {
        foreach (var type in types.FindClassesOfType<ISettings>())
            services.AddScoped(type, provider => provider.GetRequiredService<ISettingService>()
                .LoadSettingAsync(type, provider.GetRequiredService<IStoreContext>().GetCurrentStore()?.Id ?? 0).GetAwaiter().GetResult());
    }

    private static void AddStartups(IServiceCollection services, ITypeFinder types, IConfiguration configuration)
    {
        foreach (var startup in Startups(types))
            startup.ConfigureServices(services, configuration);
    }

    public static IEnumerable<INopStartup> Startups(ITypeFinder types)
    {
        return types.FindClassesOfType<INopStartup>().Select(t => (INopStartup)Activator.CreateInstance(t)!).OrderBy(s => s.Order);
    }

    public static IEnumerable<IPermissionConfigManager> Permissions(ITypeFinder types)
    {
        return types.FindClassesOfType<IPermissionConfigManager>().Select(t => (IPermissionConfigManager)Activator.CreateInstance(t)!);
    }
}
