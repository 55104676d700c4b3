using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Plugin.Misc.Segments.Audiences.Discounts;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Infrastructure.Installation;
using Nop.Services.Cms;
using Nop.Services.Common;
using Nop.Services.Discounts;
using Nop.Services.Localization;
using Nop.Services.Logging;
using Nop.Services.Plugins;
using Nop.Web.Framework.Mvc.Routing;

namespace Nop.Plugin.Misc.Segments;

/// <summary>
/// What the shop knows the plugin by: its installation, its widgets, and its rule for discounts. A shop makes one of these very often, for every
/// price: services are looked up only where they are needed.
/// </summary>
public class SegmentsPlugin(IHttpContextAccessor httpContextAccessor, IServiceScopeFactory scopeFactory)
    : BasePlugin, IMiscPlugin, IWidgetPlugin, IDiscountRequirementRule
{
    /// <inheritdoc />
    public bool HideInWidgetList => true;

    /// <inheritdoc />
    public override string? GetConfigurationPageUrl() => UrlOf(SegmentsDefaults.ConfigurationRoute, null);

    /// <inheritdoc />
    public string? GetConfigurationUrl(int discountId, int? discountRequirementId) =>
        UrlOf(SegmentsDefaults.RequirementRoute, new { discountId, discountRequirementId });

    /// <inheritdoc />
    public Task<IList<string>> GetWidgetZonesAsync() => Task.FromResult<IList<string>>([.. SegmentWidgets.ByZone.Keys]);

    /// <inheritdoc />
    public Type? GetWidgetViewComponent(string widgetZone) => SegmentWidgets.ByZone.GetValueOrDefault(widgetZone);

    /// <inheritdoc />
    public Task<DiscountRequirementValidationResult> CheckRequirementAsync(DiscountRequirementValidationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var customerId = request.Customer?.Id ?? 0;
        return httpContextAccessor.HttpContext is { } context && RequirementAnswers.Recall(context, customerId) is { } answers
            ? answers.To(request.DiscountRequirementId)
            : FindAnswerAsync(request.DiscountRequirementId, customerId);
    }

    /// <inheritdoc />
    public override async Task InstallAsync()
    {
        await InScopeAsync(services => services.GetRequiredService<SegmentsInstaller>().InstallAsync());
        await base.InstallAsync();
    }

    /// <inheritdoc />
    public override async Task UpdateAsync(string currentVersion, string targetVersion)
    {
        // An exception here would keep the shop's own start-up from ending.
        try
        {
            await InScopeAsync(services => services.GetRequiredService<SegmentsInstaller>().UpdateAsync());
        }
        catch (Exception exception)
        {
            await InScopeAsync(services => services.GetRequiredService<ILogger>()
                .ErrorAsync($"Customer segments could not be brought from version {currentVersion} to {targetVersion} in full.", exception));
        }
    }

    /// <inheritdoc />
    public override async Task UninstallAsync()
    {
        await InScopeAsync(services => services.GetRequiredService<SegmentsInstaller>().UninstallAsync());
        await base.UninstallAsync();
    }

    private async Task<DiscountRequirementValidationResult> FindAnswerAsync(int requirementId, int customerId)
    {
        var answers = await InRequestAsync(async services => new RequirementAnswers(
            customerId,
            await services.GetRequiredService<ISegmentRequirementChecker>().FindMetAsync(customerId),
            await services.GetRequiredService<ILocalizationService>().GetResourceAsync($"{SegmentsDefaults.ResourcePrefix}.Requirement.NotMet")));
        if (httpContextAccessor.HttpContext is { } context)
            answers.Remember(context);
        return await answers.To(requirementId);
    }

    private string? UrlOf(string route, object? values)
    {
        if (httpContextAccessor.HttpContext?.RequestServices is not { } services)
            return null;
        return services.GetRequiredService<INopUrlHelper>().RouteUrl(route, values, services.GetRequiredService<IWebHelper>().GetCurrentRequestProtocol());
    }

    // The request's own services hold what was already looked up for this request.
    private async Task<T> InRequestAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        if (httpContextAccessor.HttpContext?.RequestServices is { } services)
            return await work(services);
        await using var scope = scopeFactory.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
