using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Models.Triggers;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Reads the form of a trigger: what is wrong with it, field by field, and the trigger that it describes.</summary>
public sealed class TriggerForm(
    DisplayFormats formats, IPermissionService permissionService, SegmentsSettings settings, TriggerChoices choices, TriggerTemplates templates)
{
    private const int LongestName = 200;
    private const int LongestUrl = 1_000;
    private const int HoursOfDay = 24;
    private const int MostDelayDays = 365;
    private const int MostDays = 3_650;
    private const int MostPoints = 1_000_000;
    private const decimal MostMoney = 100_000;
    private const string CodeToken = "%Coupon.Code%";

    /// <summary>What is wrong: the fields and what to say of them. Nothing is wrong where nothing is said.</summary>
    public async Task<IReadOnlyList<(string Field, string Message)>> FindErrorsAsync(TriggerModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var errors = new List<(string Field, string Message)>();
        if (string.IsNullOrWhiteSpace(model.Name))
            errors.Add((nameof(model.Name), await TextAsync("Name.Required")));
        else if (model.Name.Trim().Length > LongestName)
            errors.Add((nameof(model.Name), await RangeAsync("Name.Long", LongestName)));
        var mostDelay = MostDelayDays * (model.DelayInDays ? 1 : HoursOfDay);
        if (model.Delay < 0 || model.Delay > mostDelay)
            errors.Add((nameof(model.Delay), await RangeAsync("Delay.Range", mostDelay)));
        if (!Enum.IsDefined((TriggerRepeat)model.RepeatId))
            errors.Add((nameof(model.RepeatId), await TextAsync("Required")));
        if (model.RepeatId == (int)TriggerRepeat.AtMostOnceIn && model.RepeatDays is < 1 or > MostDays)
            errors.Add((nameof(model.RepeatDays), await RangeAsync("Days.Range", MostDays)));
        if (Enum.IsDefined((TriggerAction)model.ActionId))
            errors.AddRange(await FindActionErrorsAsync(model, (TriggerAction)model.ActionId));
        else
            errors.Add((nameof(model.ActionId), await TextAsync("Required")));
        return errors;
    }

    /// <summary>Whether the visitor may have the shop do this by itself.</summary>
    public Task<bool> MayAsync(TriggerAction action) => permissionService.AuthorizeAsync(TriggerKinds.PermissionFor(action));

    /// <summary>Brings what the form says into a trigger. What the action has no use for is emptied.</summary>
    public static void Fill(SegmentTrigger trigger, TriggerModel model)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(model);
        var action = (TriggerAction)model.ActionId;
        trigger.SegmentId = model.SegmentId;
        trigger.Name = model.Name?.Trim() ?? string.Empty;
        trigger.Active = model.Active;
        trigger.OnLeaving = model.OnLeaving;
        trigger.Action = action;
        trigger.DelayHours = model.Delay * (model.DelayInDays ? HoursOfDay : 1);
        trigger.Repeat = (TriggerRepeat)model.RepeatId;
        trigger.RepeatDays = trigger.Repeat == TriggerRepeat.AtMostOnceIn ? model.RepeatDays : 0;
        trigger.IncludesFill = model.IncludesFill;
        trigger.SubscribersOnly = action.Mails() && model.SubscribersOnly;
        trigger.MessageTemplateId = action.Mails() ? Math.Max(0, model.MessageTemplateId) : 0;
        trigger.Points = action == TriggerAction.RewardPoints ? model.Points : 0;
        trigger.DiscountId = action == TriggerAction.Coupon ? model.DiscountId : 0;
        trigger.Amount = action == TriggerAction.GiftCard ? model.Amount : 0;
        trigger.ValidDays = action.Expires() ? model.ValidDays : 0;
        trigger.CustomerRoleId = action.ChangesRole() ? model.CustomerRoleId : 0;
        trigger.Url = action == TriggerAction.Webhook ? model.Url?.Trim() : null;
    }

    private async Task<List<(string Field, string Message)>> FindActionErrorsAsync(TriggerModel model, TriggerAction action)
    {
        var errors = new List<(string Field, string Message)>();
        if (!await MayAsync(action))
            errors.Add((nameof(model.ActionId), await formats.FormatAsync("Plugins.Misc.Segments.Trigger.Error.NotAllowed",
                await formats.TextAsync($"Security.Permission.{TriggerKinds.PermissionFor(action)}"))));
        if (action.Mails() && await FindTemplateErrorAsync(model, action) is { } template)
            errors.Add((nameof(model.MessageTemplateId), template));
        if (action == TriggerAction.RewardPoints && model.Points is < 1 or > MostPoints)
            errors.Add((nameof(model.Points), await RangeAsync("Points.Range", MostPoints)));
        if (action == TriggerAction.Coupon && !(await choices.GetDiscountsAsync()).Any(discount => discount.Id == model.DiscountId))
            errors.Add((nameof(model.DiscountId), await TextAsync("Discount.Required")));
        if (action == TriggerAction.GiftCard && model.Amount is <= 0 or > MostMoney)
            errors.Add((nameof(model.Amount), await formats.FormatAsync("Plugins.Misc.Segments.Trigger.Error.Amount.Range", await formats.MoneyAsync(MostMoney))));
        if (action.Expires() && model.ValidDays is < 0 or > MostDays)
            errors.Add((nameof(model.ValidDays), await RangeAsync("ValidDays.Range", MostDays)));
        if (action.ChangesRole() && !(await choices.GetRolesAsync()).Any(role => role.Id == model.CustomerRoleId))
            errors.Add((nameof(model.CustomerRoleId), await TextAsync("Role.Required")));
        if (action == TriggerAction.Webhook && (WebhookAddress.Read(model.Url, settings) is null || model.Url!.Trim().Length > LongestUrl))
            errors.Add((nameof(model.Url), await TextAsync("Url.Wrong")));
        return errors;
    }

    private async Task<string?> FindTemplateErrorAsync(TriggerModel model, TriggerAction action)
    {
        if (model.MessageTemplateId == TriggerModel.OwnTemplate)
            return null;
        if ((await templates.GetAllAsync()).FirstOrDefault(template => template.Id == model.MessageTemplateId) is not { } template)
            return await TextAsync("Template.Required");
        if (!template.IsActive)
            return await TextAsync("Template.Off");
        return action.GivesCode() && template.Body?.Contains(CodeToken, StringComparison.OrdinalIgnoreCase) != true
            ? await formats.FormatAsync("Plugins.Misc.Segments.Trigger.Error.Template.NoCode", CodeToken)
            : null;
    }

    private Task<string> RangeAsync(string name, int most) => formats.FormatAsync($"Plugins.Misc.Segments.Trigger.Error.{name}", formats.Number(most));

    private Task<string> TextAsync(string name) => formats.TextAsync($"Plugins.Misc.Segments.Trigger.Error.{name}");
}
