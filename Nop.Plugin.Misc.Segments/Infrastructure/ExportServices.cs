using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Factories;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what writes the members of a segment into a file.</summary>
public static class ExportServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddMemberExport(this IServiceCollection services)
    {
        services.AddTransient<PlaceNames>();
        services.AddScoped<MemberReader>();
        services.AddScoped<MemberExporter>();
        services.AddScoped<MemberDownloadModelFactory>();
        return services;
    }
}
