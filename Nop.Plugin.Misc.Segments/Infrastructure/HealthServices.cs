using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Factories.Health;
using Nop.Plugin.Misc.Segments.Health;
using Nop.Plugin.Misc.Segments.Health.Checks;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers the health page and its checks.</summary>
public static class HealthServices
{
    /// <summary>Adds what the page needs.</summary>
    public static IServiceCollection AddSegmentHealth(this IServiceCollection services)
    {
        services.AddScoped<QueueReader>();
        services.AddScoped<SetAsideList>();
        services.AddScoped<TaskSchedule>();
        services.AddScoped<HealthModelFactory>();
        services.AddScoped<RefreshGridFactory>();
        services.AddScoped<SetAsideGridFactory>();
        services.AddSegmentHealthCheck<ScheduleTaskCheck>();
        services.AddSegmentHealthCheck<SegmentStateCheck>();
        services.AddSegmentHealthCheck<QueueCheck>();
        services.AddSegmentHealthCheck<SlowSegmentCheck>();
        services.AddSegmentHealthCheck<ProductPriceCacheCheck>();
        return services;
    }

    /// <summary>Adds one more check, also from another plugin.</summary>
    public static IServiceCollection AddSegmentHealthCheck<TCheck>(this IServiceCollection services) where TCheck : class, IHealthCheck =>
        services.AddScoped<IHealthCheck, TCheck>();
}
