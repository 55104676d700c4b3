using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Explanation;
using Nop.Plugin.Misc.Segments.Factories.Triggers;
using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what the admin's pages, discounts and campaigns need.</summary>
public static class PagesServices
{
    /// <summary>Adds the services. Has to come after the shop's own, because it takes the place of the campaign service.</summary>
    public static IServiceCollection AddSegmentPages(this IServiceCollection services)
    {
        services.AddSingleton<AudienceSignal>();
        services.AddHostedService<AudienceWorker>();
        services.AddScoped<SegmentUses>();

        services.AddScoped<ProductPriceCacheWarning>();
        services.AddScoped<RequirementChoices>();
        services.AddScoped<RequirementSweeper>();
        services.AddScoped<ISegmentRequirementChecker, SegmentRequirementChecker>();

        services.AddScoped<CampaignChoices>();
        services.AddScoped<CampaignForm>();
        services.AddScoped<CampaignRecipients>();
        services.AddScoped<CampaignSender>();
        services.AddScoped<CampaignSendings>();
        services.AddScoped<ICustomerEraser, DeliveryEraser>();
        services.AddScoped<MemberAddresses>();
        services.AddScoped<RecipientConditions>();
        services.AddScoped<ICampaignService, SegmentCampaignService>();

        services.AddScoped<SegmentStatistics>();
        services.AddScoped<MemberList>();
        services.AddScoped<MemberTrend>();
        services.AddScoped<ChangeList>();
        services.AddScoped<CustomerSearch>();

        services.AddScoped<DisplayFormats>();
        services.AddScoped<RefreshRunList>();
        services.AddScoped<RefreshTexts>();
        services.AddScoped<SegmentTexts>();
        services.AddScoped<CampaignModelFactory>();
        services.AddScoped<SegmentModelFactory>();
        services.AddScoped<SegmentUsesModelFactory>();
        services.AddScoped<MemberModelFactory>();
        services.AddScoped<HistoryModelFactory>();
        services.AddScoped<ExplanationModelFactory>();
        services.AddScoped<NearlyModelFactory>();
        services.AddScoped<SettingsModelFactory>();
        services.AddScoped<SettingsSaver>();
        services.AddScoped<SegmentCommands>();
        services.AddScoped<FiringList>();
        services.AddScoped<FiringModelFactory>();
        services.AddScoped<TriggerChoices>();
        services.AddScoped<TriggerCommands>();
        services.AddScoped<TriggerForm>();
        services.AddScoped<TriggerModelFactory>();
        services.AddScoped<TriggerPreviewFactory>();
        services.AddScoped<TriggerReach>();
        services.AddScoped<TriggerTemplates>();
        services.AddScoped<TriggerTexts>();
        services.AddScoped<WebhookTrial>();
        services.AddScoped<SegmentListItems>();
        return services;
    }
}
