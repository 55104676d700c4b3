using Shop.CommandLine.OnlineRetail;

namespace Shop.Demo;

/// <summary>Registers what fills a shop.</summary>
internal static class DemoServices
{
    public static IServiceCollection AddDemoData(this IServiceCollection services)
    {
        return services
            .AddScoped<BasicData>()
            .AddScoped<CatalogueData>()
            .AddScoped<PromotionData>()
            .AddScoped<DemoGenerator>()
            .AddScoped<RetailImporter>();
    }
}
