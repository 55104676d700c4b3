using System.Reflection;
using Nop.Services.Events;

namespace Shop.Infrastructure;

/// <summary>What is registered of an assembly by the kind of its types.</summary>
internal static class PluginRegistrations
{
    /// <summary>Each interface of a consumer by itself: a class that hears two events is made twice.</summary>
    public static void AddConsumers(this IServiceCollection services, IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
            foreach (var consumer in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>)))
                services.AddScoped(consumer, type);
    }
}
