using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Newtonsoft.Json.Serialization;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Infrastructure;
using Nop.Data;
using Nop.Services.Plugins;
using Nop.Services.ScheduleTasks;
using Nop.Web.Framework.Mvc.Routing;
using Shop.Plugins;
using Shop.Services.Common;
using ILogger = Nop.Services.Logging.ILogger;

namespace Shop.Infrastructure;

/// <summary>How requests are answered: files, the shop's pages, the plugins' pages.</summary>
internal static class ShopPages
{
    public static void Add(IServiceCollection services, PluginCatalogue plugins)
    {
        services.AddAntiforgery(options => options.Cookie.Name = ".Shop.Antiforgery");
        services.AddControllersWithViews(options => options.ModelBinderProviders.Insert(0, new InvariantNumberBinderProvider()))
            .AddNewtonsoftJson(options => options.SerializerSettings.ContractResolver = new DefaultContractResolver())
            .ConfigureApplicationPartManager(parts => AddParts(parts, plugins));
    }

    public static void Use(WebApplication app, ShopPaths paths, PluginCatalogue plugins)
    {
        app.UseExceptionHandler(error => error.Run(ShowErrorAsync));
        UseFiles(app, paths, plugins);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(SpeakAsync);
        app.Use(NoteActivityAsync);
        app.UseAuthorization();
        var types = app.Services.GetRequiredService<ITypeFinder>();
        foreach (var startup in ShopRegistrations.Startups(types))
            startup.Configure(app);

        foreach (var routes in types.FindClassesOfType<IRouteProvider>().Select(t => (IRouteProvider)Activator.CreateInstance(t)!)
            .OrderByDescending(r => r.Priority))
            routes.RegisterRoutes(app);
        app.MapPost("/scheduletask/runtask", RunTaskAsync);
        app.MapControllerRoute("areaRoute", "{area:exists}/{controller=Home}/{action=Index}/{id?}");
        app.MapControllerRoute("Default", "{controller=Home}/{action=Index}/{id?}");
    }

    // Parts of plugins that are referenced to build but not loaded are taken out again.
    private static void AddParts(ApplicationPartManager parts, PluginCatalogue plugins)
    {
        var known = plugins.All.Where(d => d.AssemblyFileName is not null).Select(d => Path.GetFileNameWithoutExtension(d.AssemblyFileName)).ToList();
        foreach (var part in parts.ApplicationParts.Where(p => p.Name.StartsWith("Nop.Plugin.", StringComparison.Ordinal)
            || known.Any(k => p.Name.StartsWith(k, StringComparison.OrdinalIgnoreCase))).ToList())
            parts.ApplicationParts.Remove(part);
        foreach (var descriptor in plugins.All.Where(d => d.ReferencedAssembly is not null))
        {
            parts.ApplicationParts.Add(new AssemblyPart(descriptor.ReferencedAssembly));
            AddViews(parts, descriptor);
        }
    }

    // A real shop compiles a plugin's loose views when they are first shown; here they were compiled with the shop.
    private static void AddViews(ApplicationPartManager parts, PluginDescriptor descriptor)
    {
        var name = Path.GetFileNameWithoutExtension(descriptor.AssemblyFileName) + ".Views";
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")))
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(System.Reflection.Assembly.Load(name)));
    }

    private static void UseFiles(WebApplication app, ShopPaths paths, PluginCatalogue plugins)
    {
        var own = app.Environment.WebRootFileProvider;
        app.UseStaticFiles(new StaticFileOptions { FileProvider = own });
        // Unknown kinds of files, as views and programs are, are not served.
        var kinds = new FileExtensionContentTypeProvider();
        kinds.Mappings.Remove(".dll");
        kinds.Mappings.Remove(".exe");
        var folders = plugins.All.Select(d => Path.GetDirectoryName(d.OriginalAssemblyFile)!).ToList();
        foreach (var folder in folders)
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                RequestPath = $"/Plugins/{Path.GetFileName(folder)}",
                ContentTypeProvider = kinds,
                OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "public,max-age=31536000"
            });

        // Kept for a year, they need a version in their address: that is looked up here.
        app.Environment.WebRootFileProvider = new CompositeFileProvider([own, .. folders.Select(folder => new PluginFiles(folder))]);
    }

    // The visitor's language decides how numbers and dates are written.
    private static async Task SpeakAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null && await context.RequestServices.GetRequiredService<IWorkContext>()
            .GetWorkingLanguageAsync() is { LanguageCulture.Length: > 0 } language)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.LanguageCulture);
        await next(context);
    }

    // Once a minute at most, and without an event: it would be by far the most frequent one.
    private static async Task NoteActivityAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null && HttpMethods.IsGet(context.Request.Method))
        {
            var customer = await context.RequestServices.GetRequiredService<IWorkContext>().GetCurrentCustomerAsync();
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            if (customer.LastActivityDateUtc.AddMinutes(1) < now)
            {
                customer.LastActivityDateUtc = now;
                await context.RequestServices.GetRequiredService<IRepository<Customer>>().UpdateAsync(customer, false);
            }
        }

        await next(context);
    }

    private static async Task RunTaskAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var tasks = context.RequestServices.GetRequiredService<IScheduleTaskService>();
        if (await tasks.GetTaskByTypeAsync(form["taskType"].ToString()) is { } task)
            await context.RequestServices.GetRequiredService<IScheduleTaskRunner>().ExecuteAsync(task);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task ShowErrorAsync(HttpContext context)
    {
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } exception)
            await context.RequestServices.GetRequiredService<ILogger>().ErrorAsync(exception.Message, exception);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<!doctype html><html lang=\"en\"><title>Error</title>" +
            "<h1>We're sorry, an internal error occurred.</h1><p>It has been logged.</p></html>");
    }
}
