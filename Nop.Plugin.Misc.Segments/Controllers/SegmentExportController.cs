using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Transfer;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Transfer.Export;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>Gives segments out as a file that another shop can import.</summary>
public class SegmentExportController(
    ISegmentService segmentService,
    SegmentExporter exporter,
    DisplayFormats formats,
    INotificationService notificationService) : SegmentsAdminController
{
    /// <summary>The chosen segments, or all when none are chosen.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    public virtual async Task<IActionResult> Export(List<int>? ids)
    {
        var all = await segmentService.GetAllAsync();
        var chosen = ids is { Count: > 0 } ? all.Where(segment => ids.Contains(segment.Id)).ToList() : all;
        if (chosen.Count == 0)
            return RedirectToAction("List", "Segment");

        var file = await exporter.ExportAsync([.. chosen]);
        if (file.Unreadable.Count > 0)
        {
            notificationService.ErrorNotification(await formats.FormatAsync(ImportTexts.Prefix + "Export.Unreadable", string.Join(", ", file.Unreadable)));
            return chosen.Count == 1 ? RedirectToAction("Details", "Segment", new { id = chosen[0].Id }) : RedirectToAction("List", "Segment");
        }

        // The answer is a file: the next page says it.
        if (file.Incomplete.Count > 0)
            notificationService.WarningNotification(await formats.FormatAsync(ImportTexts.Prefix + "Export.Incomplete", string.Join(", ", file.Incomplete)));
        return File(file.Content, "application/json", file.FileName);
    }
}
