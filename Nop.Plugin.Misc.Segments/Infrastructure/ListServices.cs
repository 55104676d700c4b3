using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences.Lists;
using Nop.Plugin.Misc.Segments.Factories.Lists;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what imports lists of e-mail addresses.</summary>
public static class ListServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddEmailLists(this IServiceCollection services)
    {
        services.AddScoped<ListStore>();
        services.AddScoped<ListUsers>();
        services.AddScoped<ListCommands>();
        services.AddScoped<ICustomerEraser, ListEraser>();
        services.AddScoped<ListModelFactory>();
        return services;
    }
}
