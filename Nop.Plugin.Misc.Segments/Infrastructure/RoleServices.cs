using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Factories;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what gives customer roles to members.</summary>
public static class RoleServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSegmentRoles(this IServiceCollection services)
    {
        services.AddSingleton<RoleQueue>();
        services.AddScoped<GivableRoles>();
        services.AddScoped<RoleCounts>();
        services.AddScoped<RoleDifference>();
        services.AddScoped<RoleMappings>();
        services.AddScoped<RoleReaders>();
        services.AddScoped<RoleSync>();
        services.AddScoped<SegmentRoles>();
        services.AddScoped<SegmentRoleModelFactory>();
        return services.AddScoped<IAudienceWork, RoleWork>();
    }
}
