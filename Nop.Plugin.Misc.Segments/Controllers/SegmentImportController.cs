using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Transfer;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Models.Transfer;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Transfer;
using Nop.Plugin.Misc.Segments.Transfer.Import;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>
/// The page on which segments are imported. The files stay with the browser and are posted with each question, so that nothing half-done is kept in
/// the shop, and any node can answer.
/// </summary>
public class SegmentImportController(
    ImportPlanner planner,
    SegmentImporter importer,
    ImportModelFactory modelFactory,
    DisplayFormats formats,
    INotificationService notificationService) : SegmentsAdminController
{
    /// <summary>The page.</summary>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Index() => PluginView("Transfer/Import", await modelFactory.PreparePageAsync(new ImportUrls(
        Url.Action(nameof(Check))!, Url.Action(nameof(Run))!, Url.Action("Choices", "SegmentEditor")!, Url.Action("List", "Segment")!)));

    /// <summary>What importing files will do: <see cref="ImportCheckModel"/>.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Check(List<IFormFile>? files, string? decisions) =>
        Answer(await modelFactory.PrepareAsync(await planner.PlanAsync(await ReadAsync(files), ImportDecisions.Read(decisions))));

    /// <summary>Imports files: <see cref="ImportDoneModel"/>, or <see cref="ImportCheckModel"/> where something is still to be settled.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Run(List<IFormFile>? files, string? decisions)
    {
        var decided = ImportDecisions.Read(decisions);
        var plan = await planner.PlanAsync(await ReadAsync(files), decided);
        if (!plan.IsReady)
            return Answer(await modelFactory.PrepareAsync(plan));
        try
        {
            var imported = await importer.ImportAsync(plan, decided.Activate);
            notificationService.SuccessNotification(await DoneAsync(plan, decided.Activate));
            return Answer(new ImportDoneModel(imported.Count == 1
                ? Url.Action("Details", "Segment", new { id = imported[0].Id })!
                : Url.Action("List", "Segment")!));
        }
        catch (DefinitionException e)
        {
            var problems = e.Errors.Select(error => new FileProblem(string.Empty, null, error.Path, null, error.Message)).ToList();
            return Answer(await modelFactory.PrepareAsync(ImportPlan.Refused(problems)));
        }
    }

    private async Task<string> DoneAsync(ImportPlan plan, bool activate)
    {
        var replaced = plan.Order.Count(index => plan.Segments[index].IsReplacement);
        var added = plan.Order.Count - replaced;
        var said = new List<string>();
        if (added > 0)
            said.Add(await formats.FormatAsync(ImportTexts.Prefix + (activate ? "Done.AddedActive" : "Done.Added"), added));
        if (replaced > 0)
            said.Add(await formats.FormatAsync(ImportTexts.Prefix + "Done.Replaced", replaced));
        return string.Join(' ', said);
    }

    /// <summary>Reads no more of a file than it takes to see that it is too large.</summary>
    private static async Task<IReadOnlyList<ChosenFile>> ReadAsync(List<IFormFile>? files)
    {
        var chosen = new List<ChosenFile>();
        foreach (var file in files ?? [])
        {
            await using var stream = file.OpenReadStream();
            var buffer = new byte[(int)Math.Min(file.Length, SegmentFile.MaximumSize + 1)];
            await stream.ReadExactlyAsync(buffer);
            chosen.Add(new ChosenFile(Path.GetFileName(file.FileName), buffer));
        }

        return chosen;
    }

    private ContentResult Answer<T>(T value) => Content(EditorJson.Write(value), "application/json");
}
