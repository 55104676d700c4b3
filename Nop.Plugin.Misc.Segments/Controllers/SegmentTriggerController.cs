using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Factories.Triggers;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Triggers;
using Nop.Services.Messages;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.Segments.Controllers;

/// <summary>The pages of triggers.</summary>
public class SegmentTriggerController(
    DisplayFormats formats,
    FiringModelFactory firingModelFactory,
    INotificationService notificationService,
    ISegmentService segmentService,
    TriggerCommands commands,
    TriggerForm form,
    TriggerModelFactory modelFactory,
    TriggerPreviewFactory previewFactory,
    TriggerService triggerService,
    WebhookTrial webhookTrial) : SegmentsAdminController
{
    /// <summary>The form of a new trigger.</summary>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Create(int segmentId) => await segmentService.GetByIdAsync(segmentId) is { } segment
        ? PluginView("Trigger/Create", await modelFactory.PrepareNewAsync(segment))
        : ToList();

    /// <summary>Adds a trigger.</summary>
    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Create(TriggerModel model, bool continueEditing)
    {
        if (await segmentService.GetByIdAsync(model.SegmentId) is null)
            return ToList();
        model.Id = 0;
        if (!await CheckAsync(model))
            return PluginView("Trigger/Create", await modelFactory.PreparePageAsync(model, null));

        var trigger = await commands.AddAsync(model);
        await TellAsync("Saved");
        // The secret of a webhook, and a mail that is still to be written, are on its page.
        return continueEditing || trigger.Action == TriggerAction.Webhook || model.MessageTemplateId == TriggerModel.OwnTemplate
            ? RedirectToAction(nameof(Edit), new { id = trigger.Id })
            : ToSegment(trigger.SegmentId);
    }

    /// <summary>The page of a trigger.</summary>
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Edit(int id) => await triggerService.GetAsync(id) is { } trigger
        ? PluginView("Trigger/Edit", await modelFactory.PrepareAsync(trigger))
        : ToList();

    /// <summary>Changes a trigger.</summary>
    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Edit(TriggerModel model, bool continueEditing)
    {
        if (await triggerService.GetAsync(model.Id) is not { } trigger)
            return ToList();
        model.SegmentId = trigger.SegmentId;
        if (!await CheckAsync(model))
            return PluginView("Trigger/Edit", await modelFactory.PreparePageAsync(model, trigger));

        await commands.ChangeAsync(trigger, model);
        await TellAsync("Saved");
        return continueEditing || model.MessageTemplateId == TriggerModel.OwnTemplate
            ? RedirectToAction(nameof(Edit), new { id = trigger.Id })
            : ToSegment(trigger.SegmentId);
    }

    /// <summary>Deletes a trigger.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await triggerService.GetAsync(id) is not { } trigger)
            return ToList();

        await commands.DeleteAsync(trigger);
        await TellAsync("Deleted");
        return ToSegment(trigger.SegmentId);
    }

    /// <summary>Has a trigger fire, too, for those who are members now.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public Task<IActionResult> Enrol(int id) => ChangeAsync(id, async trigger =>
    {
        await triggerService.EnrolMembersAsync(trigger);
        await TellAsync("Enrolled");
    });

    /// <summary>Has tried again what was given up.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public Task<IActionResult> Retry(int id) => ChangeAsync(id, async trigger =>
    {
        var count = await triggerService.RetryAsync(trigger.Id);
        notificationService.SuccessNotification(count == 1
            ? await formats.TextAsync("Plugins.Misc.Segments.Trigger.Retried.One")
            : await formats.FormatAsync("Plugins.Misc.Segments.Trigger.Retried", formats.Number(count)));
    });

    /// <summary>Gives a trigger a mail of its own and opens it where the shop has its mails written.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> OwnTemplate(int id)
    {
        if (await triggerService.GetAsync(id) is not { } trigger || !trigger.Action.Mails())
            return ToList();
        if (!await form.MayAsync(trigger.Action))
            return AccessDeniedView();

        await commands.GiveOwnTemplateAsync(trigger);
        return RedirectToAction("Edit", "MessageTemplate", new { id = trigger.MessageTemplateId });
    }

    /// <summary>For how many customers the trigger would do something, as the form stands.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Preview(TriggerModel model)
    {
        // What cannot be read counts as it was before: the preview is no judge of the form.
        ModelState.Clear();
        var stored = await triggerService.GetAsync(model.Id);
        if (await segmentService.GetByIdAsync(stored?.SegmentId ?? model.SegmentId) is not { } segment)
            return NotFound();

        var trigger = stored ?? new SegmentTrigger();
        model.SegmentId = segment.Id;
        TriggerForm.Fill(trigger, model);
        return Json(await previewFactory.PrepareAsync(segment, trigger, stored is null && model.EnrolMembers));
    }

    /// <summary>Calls the saved address of a webhook with news that say that they are a test.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    [CheckPermission(SegmentsDefaults.ExportPermission)]
    public async Task<IActionResult> Test(int id, CancellationToken cancellationToken)
    {
        if (await triggerService.GetAsync(id) is not { Action: TriggerAction.Webhook } trigger
            || await segmentService.GetByIdAsync(trigger.SegmentId) is not { } segment)
            return NotFound();
        return Json(await webhookTrial.RunAsync(trigger, segment, cancellationToken));
    }

    /// <summary>A page of the grid of what a trigger did.</summary>
    [HttpPost]
    [CheckPermission(SegmentsDefaults.ManagePermission)]
    public async Task<IActionResult> Firings(FiringSearchModel searchModel) => Json(await firingModelFactory.PrepareListModelAsync(searchModel));

    private async Task<bool> CheckAsync(TriggerModel model)
    {
        foreach (var (field, message) in await form.FindErrorsAsync(model))
            if (ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
                ModelState.AddModelError(field, message);
        return ModelState.IsValid;
    }

    private async Task<IActionResult> ChangeAsync(int id, Func<SegmentTrigger, Task> change)
    {
        if (await triggerService.GetAsync(id) is not { } trigger)
            return ToList();
        if (!await form.MayAsync(trigger.Action))
            return AccessDeniedView();

        await change(trigger);
        return RedirectToAction(nameof(Edit), new { id });
    }

    private async Task TellAsync(string what) => notificationService.SuccessNotification(await formats.TextAsync($"Plugins.Misc.Segments.Trigger.{what}"));

    private IActionResult ToList() => RedirectToAction(nameof(SegmentController.List), "Segment");

    private IActionResult ToSegment(int segmentId) => RedirectToAction(nameof(SegmentController.Details), "Segment", new { id = segmentId });
}
