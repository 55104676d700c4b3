using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Health;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Health;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The page that says whether all segments keep themselves true, and what to do where they do not.</summary>
public class SegmentHealthController(
    DisplayFormats formats,
    HealthModelFactory modelFactory,
    IMembershipUpdater membershipUpdater,
    INotificationService notificationService,
    RefreshGridFactory refreshGridFactory,
    SetAsideCustomers setAside,
    SetAsideGridFactory setAsideGridFactory,
    SetAsideRetry setAsideRetry) : SegmentsAdminController
{
    /// <summary>The page.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Index()
    {
        var model = await modelFactory.PrepareModelAsync();
        model.SetAsideSearch = SetAsideGridFactory.PrepareSearchModel();
        model.RefreshSearch = RefreshGridFactory.PrepareSearchModel();
        return PluginView("Health/Index", model);
    }

    /// <summary>A page of the grid of refreshes.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Refreshes(RefreshSearchModel searchModel) => Json(await refreshGridFactory.PrepareListModelAsync(searchModel));

    /// <summary>A page of the grid of customers who are set aside.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> SetAside(SetAsideSearchModel searchModel) => Json(await setAsideGridFactory.PrepareListModelAsync(searchModel));

    /// <summary>Looks at one customer who is set aside once more.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Retry(int segmentId, int customerId)
    {
        if (await setAside.AnyAsync(segmentId, customerId))
            await membershipUpdater.RetryAsync(segmentId, [customerId], HttpContext.RequestAborted);
        if (await setAside.AnyAsync(segmentId, customerId))
            notificationService.WarningNotification(await formats.TextAsync("Plugins.Misc.Segments.Health.SetAside.StillFails"));
        else
            notificationService.SuccessNotification(await formats.TextAsync("Plugins.Misc.Segments.Health.SetAside.Works"));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Looks at all customers who are set aside once more.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> RetryAll()
    {
        await setAsideRetry.RetryAsync(HttpContext.RequestAborted);
        if (await setAside.CountAsync() is > 0 and var left)
            notificationService.WarningNotification(await formats.FormatAsync("Plugins.Misc.Segments.Health.SetAside.SomeStillFail", formats.Number(left)));
        else
            notificationService.SuccessNotification(await formats.TextAsync("Plugins.Misc.Segments.Health.SetAside.AllWork"));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes one customer off the list.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Dismiss(int segmentId, int customerId)
    {
        await setAside.RemoveAsync(segmentId, [customerId]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes all customers off the list.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> DismissAll()
    {
        await setAside.RemoveAllAsync();
        return RedirectToAction(nameof(Index));
    }
}
