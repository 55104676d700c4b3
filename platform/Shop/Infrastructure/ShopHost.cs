using Autofac.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Nop.Core.Events;
using Nop.Core.Infrastructure;
using Nop.Data;
using Nop.Services.Stores;
using Nop.Web.Framework.Infrastructure;
using Shop.CommandLine;
using Shop.Data;
using Shop.Data.Migrations;
using Shop.Demo;
using Shop.Plugins;
using Shop.Services.Common;
using Shop.Services.ScheduleTasks;
using Shop.Services.Security;

namespace Shop.Infrastructure;

/// <summary>Builds the shop and answers requests until it is stopped; builds it anew when a restart is asked for.</summary>
internal static class ShopHost
{
    private const string DATABASE_FILE = "shop.db";
    private const string DEFAULT_URL = "http://localhost:5000";

    /// <summary>The plugin that a new shop has from the start.</summary>
    private const string FIRST_PLUGIN = "Misc.Segments";

    public static async Task ServeAsync(ShopOptions options, CancellationToken cancellationToken = default)
    {
        while (await ServeOnceAsync(options, cancellationToken))
        {
        }
    }

    /// <summary>The shop, ready to be started: its database made, its plugins installed.</summary>
    public static async Task<WebApplication> BuildAsync(ShopOptions options, ShopPaths? places = null)
    {
        var paths = places ?? PathsOf(options);
        PluginAssemblies.Find(paths.Plugins);
        var plugins = PluginCatalogue.Load(paths, FIRST_PLUGIN);
        var engine = DatabaseEngine.For(options.Database ?? Path.Combine(paths.Data, DATABASE_FILE), ShopModel.Of(plugins.Assemblies));
        await engine.CreateDatabaseAsync();
        await MigrationManager.CreateCoreTablesAsync(engine);
        DataSettingsManager.Installed = true;

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ShopHost).Assembly.GetName().Name,
            ContentRootPath = paths.Content
        });
        builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
        builder.WebHost.UseUrls(options.Urls ?? DEFAULT_URL);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // The output of the other verbs is for their results alone.
        if (options.Verb != ShopVerb.Serve)
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<TaskTimer>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<TaskTimer>());
        builder.Services.AddNopWebFramework();
        ShopPages.Add(builder.Services, plugins);
        builder.Services.AddShop(engine, plugins, paths, options.Clock, builder.Configuration);

        var app = builder.Build();
        app.Services.UseNopWebFramework();
        app.Services.GetRequiredService<ShopRestart>().Use(app.Lifetime.StopApplication);
        ShopPages.Use(app, paths, plugins);
        await PrepareAsync(app, options);
        return app;
    }

    /// <summary>The shop's services, for work without answering requests. Its database is made, its plugins are installed, no demo data is added.</summary>
    /// <exception cref="InputException">A shop is needed that is there already, and there is none.</exception>
    public static async Task<OpenShop> OpenAsync(ShopOptions options)
    {
        if (options is { Verb: ShopVerb.Evaluate, Database: null } && !File.Exists(Path.Combine(DataFolder(options), DATABASE_FILE)))
            throw new InputException($"There is no shop in '{DataFolder(options)}' yet: import or generate one first, or name its folder with --data.");
        var app = await BuildAsync(options);
        if (options.Verb == ShopVerb.Evaluate && app.Services.GetRequiredService<PluginCatalogue>().Find(FIRST_PLUGIN) is not { Installed: true })
            throw new InputException($"The plugin '{FIRST_PLUGIN}' is not installed in this shop, so that nothing can be evaluated.");
        var scope = app.Services.CreateAsyncScope();
        return new OpenShop(scope.ServiceProvider, async () =>
        {
            await scope.DisposeAsync();
            await app.DisposeAsync();
        });
    }

    private static async Task<bool> ServeOnceAsync(ShopOptions options, CancellationToken cancellationToken)
    {
        await using var app = await BuildAsync(options);
        await app.StartAsync(cancellationToken);
        app.Services.GetRequiredService<TaskTimer>().Start();
        Console.WriteLine($"The shop answers at {string.Join(", ", app.Urls)}, its admin at {app.Urls.First().TrimEnd('/')}/Admin. Ctrl+C stops it.");
        await app.WaitForShutdownAsync(cancellationToken);
        return app.Services.GetRequiredService<ShopRestart>().Requested;
    }

    private static async Task PrepareAsync(WebApplication app, ShopOptions options)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        NewAccount.Announce(await services.GetRequiredService<BasicData>().EnsureAsync(), options.Verb == ShopVerb.Serve ? Console.Out : Console.Error);
        await services.GetRequiredService<IStoreService>().UseAddressAsync(services.GetRequiredService<IRepository<Nop.Core.Domain.Stores.Store>>(),
            options.Urls);
        await FillAsync(services, options);
        await CoreTasks.EnsureAsync(services);

        var plugins = services.GetRequiredService<PluginService>();
        await plugins.InstallAsync();
        await plugins.UpdateAsync();
        var types = services.GetRequiredService<ITypeFinder>();
        await services.GetRequiredService<PermissionService>().InsertPermissionsAsync(ShopRegistrations.Permissions(types));
        await services.GetRequiredService<IEventPublisher>().PublishAsync(new AppStartedEvent());
    }

    private static async Task FillAsync(IServiceProvider services, ShopOptions options)
    {
        var generator = services.GetRequiredService<DemoGenerator>();
        if (options.Verb != ShopVerb.Serve || !generator.IsShopEmpty())
            return;
        Console.WriteLine("Making up a shop full of customers and orders...");
        var size = new DemoOptions(options.Customers, options.Orders, options.Seed);
        await ProgressBars.RunAsync(Console.Error, progress => generator.GenerateAsync(size, progress));
    }

    /// <summary>The folders that the options and the place of the program give.</summary>
    public static ShopPaths PathsOf(ShopOptions options)
    {
        var content = ContentFolder();
        var data = DataFolder(options);
        Directory.CreateDirectory(data);
        return new ShopPaths(data, content, AppContext.BaseDirectory);
    }

    private static string DataFolder(ShopOptions options)
    {
        return Path.GetFullPath(options.DataFolder ?? Path.Combine(ContentFolder(), "App_Data"));
    }

    // The project's folder where it is at hand, so that the data outlives a clean build; the program's own folder elsewhere.
    private static string ContentFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Shop.csproj")))
                return folder.FullName;
            var project = Path.Combine(folder.FullName, "platform", "Shop");
            if (File.Exists(Path.Combine(project, "Shop.csproj")))
                return project;
        }

        return AppContext.BaseDirectory;
    }
}
