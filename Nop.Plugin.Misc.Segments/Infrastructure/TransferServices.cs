using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Factories.Transfer;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Export;
using Nop.Plugin.Misc.Segments.Transfer.Import;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what moves segments from shop to shop.</summary>
public static class TransferServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSegmentTransfer(this IServiceCollection services)
    {
        services.AddScoped<ForeignDefinitionReader>();
        services.AddScoped<SegmentExporter>();
        services.AddScoped<ImportPlanner>();
        services.AddScoped<SegmentImporter>();
        services.AddScoped<ImportTexts>();
        services.AddScoped<ImportModelFactory>();
        return services;
    }
}
