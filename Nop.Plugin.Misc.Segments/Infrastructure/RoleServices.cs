using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Roles;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what gives customer roles to members.</summary>
public static class RoleServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSegmentRoles(this IServiceCollection services)
    {
        services.AddSingleton<RoleQueue>();
        services.AddScoped<GivableRoles>();
        services.AddScoped<RoleDifference>();
        services.AddScoped<RoleMappings>();
        services.AddScoped<RoleReaders>();
        services.AddScoped<RoleSync>();
        services.AddScoped<SegmentRoles>();
        return services.AddScoped<IAudienceWork, RoleWork>();
    }
}
