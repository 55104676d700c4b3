using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;
using Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what triggers need.</summary>
public static class TriggerServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSegmentTriggers(this IServiceCollection services)
    {
        services.AddScoped<QuietSegments>();
        services.AddScoped<TriggerOutbox>();
        services.AddScoped<TriggerService>();
        services.AddScoped<TriggerEnrolment>();
        services.AddScoped<TriggerRunner>();
        services.AddScoped<IAudienceWork>(provider => provider.GetRequiredService<TriggerRunner>());
        services.AddScoped<TriggerRecipients>();
        services.AddScoped<TriggerValues>();
        services.AddScoped<TriggerMailer>();
        services.AddScoped<FiringCheck>();
        services.AddScoped<FiringSweeper>();
        services.AddScoped<FiringStep>();

        services.AddSingleton<WebhookClient>();
        services.AddScoped<WebhookSender>();
        services.AddScoped<WebhookBatch>();

        return services.AddTriggerAction<MailAction>()
            .AddTriggerAction<RewardPointsAction>()
            .AddTriggerAction<CouponAction>()
            .AddTriggerAction<GiftCardAction>()
            .AddTriggerAction<AddRoleAction>()
            .AddTriggerAction<RemoveRoleAction>();
    }

    private static IServiceCollection AddTriggerAction<T>(this IServiceCollection services) where T : class, ITriggerAction =>
        services.AddScoped<ITriggerAction, T>();
}
