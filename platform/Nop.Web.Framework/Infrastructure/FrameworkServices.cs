using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Configuration;
using Nop.Core.Infrastructure;
using Nop.Web.Framework.Factories;
using Nop.Web.Framework.UI;
using Nop.Web.Framework.WebOptimizer;

namespace Nop.Web.Framework.Infrastructure;

/// <summary>What the shop must register and start for the framework's types to work.</summary>
internal static class FrameworkServices
{
    public static IServiceCollection AddNopWebFramework(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<INopHtmlHelper, PageParts>();
        services.AddScoped<IWidgetModelFactory, WidgetModels>();
        services.AddSingleton<INopAssetHelper, NoBundles>();
        services.AddSingleton(new AppSettings());
        return services;
    }

    /// <summary>Lets attributes and models find services: those of the request, else those of the root.</summary>
    public static void UseNopWebFramework(this IServiceProvider root)
    {
        EngineContext.Replace(new RequestEngine(root));
    }

    private sealed class RequestEngine : IEngine
    {
        private readonly IServiceProvider _root;

        public RequestEngine(IServiceProvider root)
        {
            _root = root;
        }

        public T Resolve<T>(IServiceScope scope = null) where T : class
        {
            return (T)Resolve(typeof(T), scope);
        }

        public object Resolve(Type type, IServiceScope scope = null)
        {
            return Services(scope).GetService(type);
        }

        public object ResolveUnregistered(Type type)
        {
            return ActivatorUtilities.CreateInstance(Services(null), type);
        }

        private IServiceProvider Services(IServiceScope scope)
        {
            return scope?.ServiceProvider ?? _root.GetService<IHttpContextAccessor>()?.HttpContext?.RequestServices ?? _root;
        }
    }
}
