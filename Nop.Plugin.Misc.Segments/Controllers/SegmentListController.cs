using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Audiences.Lists;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Lists;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Models.Lists;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>
/// Lists of e-mail addresses: their page, and what the card on a segment's page does. A file stays with the browser and is posted again when it is
/// confirmed, so that nothing half-done is kept in the shop.
/// </summary>
public class SegmentListController(
    ListCommands commands,
    ListStore store,
    ListModelFactory modelFactory,
    ISegmentService segmentService,
    DisplayFormats formats,
    INotificationService notificationService) : SegmentsAdminController
{
    /// <summary>Room for the largest file and the fields beside it, so that a larger one can be told that it is too large.</summary>
    private const long MaximumRequest = AddressFile.MaximumSize + 1024 * 1024;

    /// <summary>The page of all lists.</summary>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Index() => PluginView("Lists/Index", await modelFactory.PreparePageAsync());

    /// <summary>What a file holds: <see cref="ListCheckModel"/>.</summary>
    [HttpPost]
    [RequestSizeLimit(MaximumRequest), RequestFormLimits(MultipartBodyLengthLimit = MaximumRequest)]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Check(IFormFile? file) => Answer(await modelFactory.PrepareCheckAsync(await ReadAsync(file)));

    /// <summary>Makes a list of a file and puts it around the rules of a segment, if one is given: <see cref="ListDoneModel"/>.</summary>
    [HttpPost]
    [RequestSizeLimit(MaximumRequest), RequestFormLimits(MultipartBodyLengthLimit = MaximumRequest)]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Import(int segmentId, bool isExcluded, string? name, IFormFile? file)
    {
        var read = await ReadAsync(file);
        if (read.Problem is { } problem)
            return Refuse(await modelFactory.DescribeAsync(problem));
        if (segmentId == 0)
            return Finish(await commands.AddAsync(name, read.Emails), 0);
        return await segmentService.GetByIdAsync(segmentId) is { } segment
            ? Finish(await commands.ImportAsync(segment, isExcluded, name, read.Emails), segmentId)
            : Refuse(await formats.TextAsync(ListCommands.Prefix + "Gone"));
    }

    /// <summary>Puts the addresses of a file in the place of those on a list: <see cref="ListDoneModel"/>.</summary>
    [HttpPost]
    [RequestSizeLimit(MaximumRequest), RequestFormLimits(MultipartBodyLengthLimit = MaximumRequest)]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Replace(int segmentId, int listId, IFormFile? file)
    {
        var read = await ReadAsync(file);
        if (read.Problem is { } problem)
            return Refuse(await modelFactory.DescribeAsync(problem));
        return await store.GetByIdAsync(listId) is { } list
            ? Finish(await commands.ReplaceAsync(list, read.Emails), segmentId)
            : Refuse(await formats.TextAsync(ListCommands.Prefix + "Gone"));
    }

    /// <summary>Takes a list off a segment.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Remove(int segmentId, int listId)
    {
        if (await segmentService.GetByIdAsync(segmentId) is { } segment && await store.GetByIdAsync(listId) is { } list)
            Tell(await commands.RemoveAsync(segment, list));
        return Redirect(PageOf(segmentId));
    }

    /// <summary>Gives a list another name.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Rename(int listId, string? name)
    {
        if (await store.GetByIdAsync(listId) is { } list)
            Tell(await commands.RenameAsync(list, name));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Deletes a list that no segment names.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Delete(int listId)
    {
        if (await store.GetByIdAsync(listId) is { } list)
            Tell(await commands.DeleteAsync(list));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Reads no more than it takes to see that a file is too large.</summary>
    private static async Task<AddressFile> ReadAsync(IFormFile? file)
    {
        if (file is null)
            return AddressReader.Read([]);
        await using var stream = file.OpenReadStream();
        var content = new byte[(int)Math.Min(file.Length, AddressFile.MaximumSize + 1)];
        await stream.ReadExactlyAsync(content);
        return AddressReader.Read(content);
    }

    private ContentResult Finish(ListOutcome outcome, int segmentId)
    {
        if (!outcome.Done)
            return Refuse(outcome.Message);
        Tell(outcome);
        return Answer(new ListDoneModel(PageOf(segmentId), null));
    }

    private void Tell(ListOutcome outcome)
    {
        if (outcome.Done)
            notificationService.SuccessNotification(outcome.Message);
        else
            notificationService.ErrorNotification(outcome.Message);
    }

    private string PageOf(int segmentId) => segmentId == 0
        ? Url.Action(nameof(Index))!
        : Url.Action(nameof(SegmentController.Details), "Segment", new { id = segmentId })!;

    private ContentResult Refuse(string problem) => Answer(new ListDoneModel(null, problem));

    private ContentResult Answer<T>(T value) => Content(EditorJson.Write(value), "application/json");
}
