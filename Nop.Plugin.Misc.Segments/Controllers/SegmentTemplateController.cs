using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Factories.Editor;
using Nop.Plugin.Misc.Segments.Factories.Templates;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Models.Templates;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Templates;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The gallery of templates that new segments start from.</summary>
public class SegmentTemplateController(
    GalleryModelFactory modelFactory,
    EditorCheck check,
    ISegmentEvaluator evaluator,
    SegmentsSettings settings) : SegmentsAdminController
{
    /// <summary>The gallery.</summary>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Index() => PluginView("Templates/Gallery", await modelFactory.PrepareAsync(new GalleryUrls(
        Url.Action(nameof(Count))!, Url.Action("Choices", "SegmentEditor")!, Url.Action("Create", "SegmentEditor")!)));

    /// <summary>
    /// How many customers a template finds: <see cref="TemplateCountModel"/>, <see cref="TemplateOpenModel"/> or <see cref="RefusalModel"/>. What was filled
    /// in is posted under the names of the inputs.
    /// </summary>
    /// <param name="template">The template's name.</param>
    /// <param name="population">Whether it is also asked how many customers there are at all.</param>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Count(string? template, bool population)
    {
        if (TemplateCatalogue.Find(template) is not { } found)
            return NotFound();

        var (json, open) = found.Fill(ValuesOf(await Request.ReadFormAsync()));
        if (open.Count > 0)
            return Answer(new TemplateOpenModel(open));
        var (definition, errors) = await check.ReadAsync(json.ToJsonString());
        if (definition is null)
            return Answer(new RefusalModel(errors));
        try
        {
            var guests = settings.IncludeGuestsByDefault;
            return Answer(new TemplateCountModel(
                await evaluator.CountAsync(definition, guests, HttpContext.RequestAborted),
                population ? await evaluator.CountPopulationAsync(guests, HttpContext.RequestAborted) : null));
        }
        catch (OperationCanceledException) when (HttpContext.RequestAborted.IsCancellationRequested)
        {
            // The numbers have changed meanwhile: nobody reads this answer.
            return new EmptyResult();
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ValuesOf(IFormCollection form) =>
        form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)field.Value.OfType<string>().ToList());

    private ContentResult Answer<T>(T value) => Content(EditorJson.Write(value), "application/json");
}
