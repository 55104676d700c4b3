using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The list of segments and the page of one of them.</summary>
public class SegmentController(
    DisplayFormats formats,
    HistoryModelFactory historyModelFactory,
    INotificationService notificationService,
    ISegmentService segmentService,
    MemberModelFactory memberModelFactory,
    SegmentCommands commands,
    SegmentModelFactory segmentModelFactory) : SegmentsAdminController
{
    /// <summary>The list.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public IActionResult Index() => RedirectToAction(nameof(List));

    /// <summary>The list.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> List() => PluginView("Segment/List", await segmentModelFactory.PrepareSearchModelAsync());

    /// <summary>A page of the list's grid.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> List(SegmentSearchModel searchModel) => Json(await segmentModelFactory.PrepareListModelAsync(searchModel));

    /// <summary>The page of one segment.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Details(int id) => await segmentService.GetByIdAsync(id) is { } segment
        ? PluginView("Segment/Details", await segmentModelFactory.PrepareDetailsModelAsync(segment))
        : RedirectToAction(nameof(List));

    /// <summary>How the segment fares now: asked for again and again while its members are being found.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Status(int id) => await segmentService.GetByIdAsync(id) is { } segment
        ? Json(await segmentModelFactory.PrepareModelAsync(segment))
        : NotFound();

    /// <summary>The figures of the tiles.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Figures(int id) => await segmentService.GetByIdAsync(id) is { } segment
        ? Json(await segmentModelFactory.PrepareFiguresModelAsync(segment))
        : NotFound();

    /// <summary>A page of the members' grid.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Members(MemberSearchModel searchModel)
    {
        var (sort, descending) = await ReadOrderAsync();
        return Json(await memberModelFactory.PrepareListModelAsync(searchModel, sort, descending));
    }

    /// <summary>A page of the grid of who entered and left.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Changes(ChangeSearchModel searchModel) => Json(await historyModelFactory.PrepareListModelAsync(searchModel));

    /// <summary>The line of daily counts, as a part of the page.</summary>
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public async Task<IActionResult> Trend(int id) => await segmentService.GetByIdAsync(id) is { } segment
        ? PartialView($"{SegmentsDefaults.PluginFolder}/Views/Segment/_Trend.cshtml", await historyModelFactory.PrepareTrendModelAsync(segment))
        : NotFound();

    /// <summary>Finds the members again, in the background.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Refresh(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return RedirectToAction(nameof(List));

        await segmentService.RequestRefreshAsync(segment.Id);
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Stops the refresh that waits or goes on.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Stop(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return RedirectToAction(nameof(List));

        if (await segmentService.CancelRefreshAsync(segment.Id))
            notificationService.SuccessNotification(await formats.TextAsync("Plugins.Misc.Segments.Progress.Stopped"));
        else
            notificationService.WarningNotification(await formats.TextAsync("Plugins.Misc.Segments.Progress.NothingToStop"));
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Makes a second segment with the same rules and opens it for editing.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Copy(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return RedirectToAction(nameof(List));

        var copy = await commands.CopyAsync(segment);
        notificationService.SuccessNotification(await formats.TextAsync("Plugins.Misc.Segments.Copy.Done"));
        return RedirectToAction("Edit", "SegmentEditor", new { id = copy.Id });
    }

    /// <summary>Deletes a segment from its own page.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return RedirectToAction(nameof(List));

        var result = await commands.DeleteAsync(segment);
        if (!result.Deleted)
        {
            notificationService.ErrorNotification(result.Message);
            return RedirectToAction(nameof(Details), new { id });
        }

        notificationService.SuccessNotification(await formats.FormatAsync("Plugins.Misc.Segments.Delete.Done", segment.Name));
        if (result.Message is not null)
            notificationService.WarningNotification(result.Message);
        return RedirectToAction(nameof(List));
    }

    /// <summary>Deletes a segment from a row of the list.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> DeleteRow(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return new NullJsonResult();

        var result = await commands.DeleteAsync(segment);
        return result.Message is null ? new NullJsonResult() : ErrorJson(result.Message);
    }

    /// <summary>The order that the grid asks for, as DataTables posts it: the number of a column, and the columns' names.</summary>
    private async Task<(MemberSort Sort, bool Descending)> ReadOrderAsync()
    {
        var form = await Request.ReadFormAsync();
        var column = int.TryParse(form["order[0][column]"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? form[$"columns[{number}][data]"].ToString()
            : string.Empty;
        var sort = column switch
        {
            nameof(MemberModel.Email) => MemberSort.Email,
            nameof(MemberModel.Orders) => MemberSort.Orders,
            nameof(MemberModel.Spent) => MemberSort.Spent,
            nameof(MemberModel.LastOrder) => MemberSort.LastOrder,
            nameof(MemberModel.Entered) => MemberSort.Entered,
            _ => MemberSort.Name
        };
        return (sort, form["order[0][dir]"] == "desc");
    }
}
