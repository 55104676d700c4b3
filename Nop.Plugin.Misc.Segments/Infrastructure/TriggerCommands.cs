using System.Security.Cryptography;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models.Triggers;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>What a merchant does to triggers: adds, changes, deletes them, and gives them mails of their own.</summary>
public sealed class TriggerCommands(
    DisplayFormats formats, ICustomerActivityService activityService, TriggerService triggerService, TriggerTemplates templates)
{
    private const int SecretBytes = 32;

    /// <summary>Adds the trigger that a form without errors describes.</summary>
    public async Task<SegmentTrigger> AddAsync(TriggerModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var trigger = new SegmentTrigger();
        TriggerForm.Fill(trigger, model);
        // It does nothing before it has its mail.
        trigger.Active = model.Active && !WantsOwnTemplate(model);
        AddSecret(trigger);
        await triggerService.InsertAsync(trigger);
        if (WantsOwnTemplate(model))
        {
            trigger.Active = model.Active;
            await GiveOwnTemplateAsync(trigger);
        }

        if (model.EnrolMembers && !trigger.OnLeaving)
            await triggerService.EnrolMembersAsync(trigger);
        await NoteAsync(SegmentsDefaults.AddTriggerActivity, "Added", trigger);
        return trigger;
    }

    /// <summary>Changes a trigger to what a form without errors describes.</summary>
    public async Task ChangeAsync(SegmentTrigger trigger, TriggerModel model)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(model);
        model.SegmentId = trigger.SegmentId;
        TriggerForm.Fill(trigger, model);
        AddSecret(trigger);
        if (WantsOwnTemplate(model))
            await GiveOwnTemplateAsync(trigger);
        else
            await triggerService.UpdateAsync(trigger);
        await NoteAsync(SegmentsDefaults.EditTriggerActivity, "Changed", trigger);
    }

    /// <summary>Gives a trigger a mail of its own, to be reworded.</summary>
    public async Task GiveOwnTemplateAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        trigger.MessageTemplateId = (await templates.CreateForAsync(trigger)).Id;
        await triggerService.UpdateAsync(trigger);
    }

    /// <summary>Deletes a trigger, what is known of what it did, and its own mail.</summary>
    public async Task DeleteAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        await triggerService.DeleteAsync(trigger);
        await templates.DeleteOwnAsync(trigger);
        await NoteAsync(SegmentsDefaults.DeleteTriggerActivity, "Deleted", trigger);
    }

    private static bool WantsOwnTemplate(TriggerModel model) =>
        model.MessageTemplateId == TriggerModel.OwnTemplate && ((TriggerAction)model.ActionId).Mails();

    private static void AddSecret(SegmentTrigger trigger)
    {
        if (trigger.Action == TriggerAction.Webhook && string.IsNullOrEmpty(trigger.Secret))
            trigger.Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
    }

    private async Task NoteAsync(string activity, string what, SegmentTrigger trigger) => await activityService.InsertActivityAsync(
        activity, await formats.FormatAsync($"Plugins.Misc.Segments.Trigger.Log.{what}", trigger.Name), trigger);
}
