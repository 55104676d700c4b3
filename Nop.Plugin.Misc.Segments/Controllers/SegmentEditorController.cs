using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories.Editor;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Templates;
using Nop.Services.Localization;
using Nop.Services.Logging;
using Nop.Services.Messages;
using Nop.Web.Framework;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The page on which a segment is made and changed, and what its rule builder asks.</summary>
public class SegmentEditorController(
    EditorCheck check,
    PreviewModelFactory previewFactory,
    SegmentEditorModelFactory modelFactory,
    EditorChoices choices,
    ISegmentService segmentService,
    ICustomerActivityService activityService,
    ILocalizationService localizationService,
    INotificationService notificationService) : SegmentsAdminController
{
    private const string ListController = "Segment";
    private const int MaximumNameLength = 200;
    private const int MaximumDescriptionLength = 1000;

    /// <summary>The page for a new segment.</summary>
    /// <param name="template">The template to start from; what was filled in stands in the address under the names of its inputs.</param>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Create(string? template = null)
    {
        if (TemplateCatalogue.Find(template) is not { } found)
            return PluginView("Segment/Create", await modelFactory.PrepareNewAsync(Urls()));

        var values = Request.Query.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)field.Value.OfType<string>().ToList());
        var name = await localizationService.GetResourceAsync(found.ResourceKey);
        return PluginView("Segment/Create", await modelFactory.PrepareNewAsync(Urls(), name, found.Fill(values).Definition.ToJsonString()));
    }

    /// <summary>Adds a segment.</summary>
    [HttpPost, ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Create(SegmentEditorModel model, bool continueEditing)
    {
        var errors = await ValidateAsync(model);
        if (!ModelState.IsValid)
            return PluginView("Segment/Create", await modelFactory.PrepareBuilderAsync(model, Urls(), errors));

        var segment = new Segment();
        Take(model, segment);
        await segmentService.InsertAsync(segment);
        await LogAsync(SegmentsDefaults.AddActivity, "Log.Added", segment);
        notificationService.SuccessNotification(await TextAsync("Saved.New"));
        return Leave(segment, continueEditing);
    }

    /// <summary>The page for a stored segment.</summary>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Edit(int id)
    {
        if (await segmentService.GetByIdAsync(id) is not { } segment)
            return RedirectToAction(nameof(SegmentController.List), ListController);

        return PluginView("Segment/Edit", await modelFactory.PrepareAsync(segment, Urls(segment.Id)));
    }

    /// <summary>Saves a segment. Its members follow in the background.</summary>
    [HttpPost, ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Edit(SegmentEditorModel model, bool continueEditing)
    {
        if (await segmentService.GetByIdAsync(model.Id) is not { } segment)
            return RedirectToAction(nameof(SegmentController.List), ListController);

        var errors = await ValidateAsync(model);
        if (!ModelState.IsValid)
            return PluginView("Segment/Edit", await modelFactory.PrepareBuilderAsync(model, Urls(segment.Id), errors));

        Take(model, segment);
        await segmentService.UpdateAsync(segment);
        await LogAsync(SegmentsDefaults.EditActivity, "Log.Edited", segment);
        notificationService.SuccessNotification(await TextAsync("Saved"));
        return Leave(segment, continueEditing);
    }

    /// <summary>Who matches the rules as they stand on the page: <see cref="PreviewModel"/>, or <see cref="RefusalModel"/>.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Preview(string? definition, bool includeGuests)
    {
        var (rules, errors) = await check.ReadAsync(definition);
        if (rules is null)
            return Answer(new RefusalModel(errors));
        try
        {
            return Answer(await previewFactory.PrepareAsync(rules, includeGuests, CustomerUrl, HttpContext.RequestAborted));
        }
        catch (OperationCanceledException) when (HttpContext.RequestAborted.IsCancellationRequested)
        {
            // A newer question took its place: nobody reads this answer.
            return new EmptyResult();
        }
    }

    /// <summary>Entries of a list: those that contain a term, those with the given ids, or those that pasted texts mean.</summary>
    /// <param name="list">The name of the list.</param>
    /// <param name="term">What was typed.</param>
    /// <param name="ids">Ids or codes.</param>
    /// <param name="pasted">Texts, one a line: in one value, because a form may not have more than a thousand.</param>
    /// <param name="segment">The segment that is being edited; it is not offered as a condition of its own.</param>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public virtual async Task<IActionResult> Choices(string? list, string? term, List<string>? ids, string? pasted, int segment)
    {
        if (!string.IsNullOrWhiteSpace(pasted))
        {
            var texts = pasted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return Answer(await choices.ResolveAsync(list, texts));
        }

        var found = ids is { Count: > 0 } ? await choices.FindAsync(list, ids) : await choices.SearchAsync(list, (term ?? string.Empty).Trim());
        return Answer(new FoundChoicesModel(list == SegmentChoices.ListName ? found.Where(item => !item.Id.Equals(segment)).ToList() : found));
    }

    /// <summary>Checks what was posted; what is wrong with the rules is given back too, for the builder to show in its place.</summary>
    private async Task<IReadOnlyList<DefinitionError>> ValidateAsync(SegmentEditorModel model)
    {
        model.Name = model.Name?.Trim();
        if (string.IsNullOrEmpty(model.Name))
            ModelState.AddModelError(nameof(model.Name), await TextAsync("Fields.Name.Required"));
        else if (model.Name.Length > MaximumNameLength)
            ModelState.AddModelError(nameof(model.Name), string.Format(await TextAsync("Fields.TooLong"), MaximumNameLength));
        if (model.Description?.Length > MaximumDescriptionLength)
            ModelState.AddModelError(nameof(model.Description), string.Format(await TextAsync("Fields.TooLong"), MaximumDescriptionLength));

        if (string.IsNullOrWhiteSpace(model.Definition))
        {
            ModelState.AddModelError(nameof(model.Definition), await TextAsync("Missing.Rules"));
            return [];
        }

        var (_, errors) = await check.ReadAsync(model.Definition, model.Id);
        if (errors.Count > 0)
            ModelState.AddModelError(nameof(model.Definition), await TextAsync("Fields.Rules.Wrong"));
        return errors;
    }

    private static void Take(SegmentEditorModel model, Segment segment)
    {
        segment.Name = model.Name!;
        segment.Description = string.IsNullOrWhiteSpace(model.Description) ? null : model.Description.Trim();
        segment.Active = model.Active;
        segment.IncludeGuests = model.IncludeGuests;

        // The same rules in other words, such as with other blanks, need no refresh.
        if (!IsSame(segment.Definition, model.Definition!))
            segment.Definition = model.Definition!;
    }

    private static bool IsSame(string stored, string posted)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(posted));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The page of the segment says how far its members are.</summary>
    private IActionResult Leave(Segment segment, bool continueEditing) => continueEditing
        ? RedirectToAction(nameof(Edit), new { id = segment.Id })
        : RedirectToAction(nameof(SegmentController.Details), ListController, new { id = segment.Id });

    private async Task LogAsync(string activity, string text, Segment segment) =>
        await activityService.InsertActivityAsync(activity, string.Format(await TextAsync(text), segment.Name), segment);

    private Task<string> TextAsync(string name) => localizationService.GetResourceAsync(BuilderTexts.Prefix + name);

    private BuilderUrls Urls(int segment = 0) => new(
        Url.Action(nameof(Preview))!, Url.Action(nameof(Choices), new { segment })!, Url.Action("Index", "SegmentTemplate")!);

    private string? CustomerUrl(int id) => Url.Action("Edit", "Customer", new { id, area = AreaNames.ADMIN });

    private ContentResult Answer<T>(T value) => Content(EditorJson.Write(value), "application/json");
}
