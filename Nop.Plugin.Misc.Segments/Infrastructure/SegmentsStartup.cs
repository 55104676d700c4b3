using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nop.Core.Infrastructure;
using Nop.Plugin.Misc.Segments.Infrastructure.Installation;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers the plugin's services.</summary>
public class SegmentsStartup : INopStartup
{
    /// <summary>After the shop's own services.</summary>
    public int Order => 3001;

    /// <inheritdoc />
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<LocaleFiles>();
        services.AddScoped<LocaleInstaller>();
        services.AddScoped<SegmentsInstaller>();
        services.AddSegmentRules();
        AddMembership(services);
        services.AddSegmentPages();
        services.AddSegmentHealth();
        services.AddSegmentEditor();
        services.AddSegmentTransfer();
        services.AddMemberExport();
        services.AddEmailLists();
        services.AddSegmentTriggers();
        services.AddSegmentRoles();
    }

    /// <inheritdoc />
    public void Configure(IApplicationBuilder application)
    {
    }

    private static void AddMembership(IServiceCollection services)
    {
        services.AddSingleton<MembershipGates>();
        services.AddSingleton<DrainSignal>();
        services.AddSingleton<PluginState>();
        services.AddSingleton<ActiveSegments>();
        services.AddSingleton<QueueDrainer>();
        services.AddSingleton<PopulationCounts>();
        services.AddScoped<DirtyCustomerMarker>();
        services.AddScoped<CurrentMerchant>();
        services.AddScoped<MembershipLock>();
        services.AddScoped<MembershipPublisher>();
        services.AddScoped<MembershipStep>();
        services.AddScoped<MembershipHistory>();
        services.AddScoped<PoisonIsolation>();
        services.AddScoped<RangeRefresher>();
        services.AddScoped<RefreshRuns>();
        services.AddScoped<SegmentStates>();
        services.AddScoped<SetAsideCustomers>();
        services.AddScoped<SetAsideRetry>();
        services.AddScoped<SegmentRows>();
        services.AddScoped<SegmentEraser>();
        services.AddScoped<ICustomerEraser, MembershipEraser>();
        services.AddScoped<MembershipWriter>();
        services.AddScoped<SegmentGraph>();
        services.AddScoped<SegmentRefresher>();
        services.AddScoped<QueueBatch>();
        services.AddScoped<SegmentsTask>();
        services.AddScoped<ISegmentService, SegmentService>();
        services.AddScoped<IMembershipUpdater, MembershipUpdater>();
        services.AddHostedService<DrainWorker>();
    }
}
