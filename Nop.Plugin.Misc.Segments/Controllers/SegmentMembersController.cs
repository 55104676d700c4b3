using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Audiences.Export;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models;
using Nop.Services.Helpers;
using Nop.Services.Logging;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>Gives the members of a segment out as a file.</summary>
public class SegmentMembersController(
    DisplayFormats formats,
    ICustomerActivityService activityService,
    IDateTimeHelper dateTimeHelper,
    INotificationService notificationService,
    ISegmentService segmentService,
    MemberDownloadModelFactory modelFactory,
    MemberExporter exporter,
    TimeProvider timeProvider) : SegmentsAdminController
{
    /// <summary>The file.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ViewPermission)]
    [CheckPermission(SegmentsDefaults.ExportPermission)]
    public async Task<IActionResult> Download(MemberDownloadModel model)
    {
        if (await segmentService.GetByIdAsync(model.SegmentId) is not { } segment)
            return RedirectToAction("List", "Segment");

        if (!Enum.IsDefined(model.Kind))
            return await RefuseAsync(segment, "Plugins.Misc.Segments.Export.Kind.Required");

        var format = MemberFileFormat.Of(model.Kind);
        var columns = format.FixedColumns ?? [.. MemberColumns.All.Where(column => model.Columns.Contains(column.Name))];
        if (columns.Count == 0)
            return await RefuseAsync(segment, "Plugins.Misc.Segments.Export.Columns.Required");

        // Before the file, so that none leaves the shop without a word about it.
        await activityService.InsertActivityAsync(SegmentsDefaults.ExportActivity, await formats.FormatAsync(
            "Plugins.Misc.Segments.Export.Log", segment.Name, await formats.TextAsync($"Plugins.Misc.Segments.Export.Kind.{model.Kind}")), segment);

        var titles = new List<string>();
        foreach (var column in columns)
            titles.Add(format.FixedColumns is null ? await modelFactory.GetTitleAsync(column) : column.Name);
        var timeZone = await dateTimeHelper.GetCurrentTimeZoneAsync();
        return new MemberFileResult(format.ContentType, FileNameOf(segment, format, timeZone), (output, cancellationToken) =>
            exporter.WriteAsync(segment.Id, format, columns, titles, timeZone, output, cancellationToken));
    }

    private async Task<IActionResult> RefuseAsync(Segment segment, string key)
    {
        notificationService.ErrorNotification(await formats.TextAsync(key));
        return RedirectToAction("Details", "Segment", new { id = segment.Id });
    }

    private string FileNameOf(Segment segment, MemberFileFormat format, TimeZoneInfo timeZone)
    {
        var today = TimeZoneInfo.ConvertTimeFromUtc(timeProvider.GetUtcNow().UtcDateTime, timeZone);
        return FormattableString.Invariant($"members-{PlainFileName.Of(segment.Name)}-{today:yyyy-MM-dd}{format.Extension}");
    }
}
