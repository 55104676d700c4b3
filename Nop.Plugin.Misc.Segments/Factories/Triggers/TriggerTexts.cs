using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;
using Nop.Services.Discounts;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Factories.Triggers;

/// <summary>Says in words what a trigger does and what it did.</summary>
public sealed class TriggerTexts(
    ICustomerService customerService, IDiscountService discountService, IMessageTemplateService templateService, DisplayFormats formats, TriggerService triggerService)
{
    private const int HoursOfDay = 24;

    /// <summary>The trigger in a sentence: when, what, after what time, how often, for whom.</summary>
    public async Task<string> GetSentenceAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        List<string> parts = [await GetActionAsync(trigger), await GetDelayAsync(trigger.DelayHours), await GetRepeatAsync(trigger)];
        if (trigger.Action.Mails())
            parts.Add(await TextAsync($"For.{(trigger.SubscribersOnly ? "Subscribers" : "Everybody")}"));
        return await formats.FormatAsync(
            "Plugins.Misc.Segments.Trigger.Sentence", await TextAsync(trigger.OnLeaving ? "When.Leaves" : "When.Enters"), string.Join(", ", parts));
    }

    /// <summary>How often it was done and so on.</summary>
    public async Task<string> GetCountsAsync(int triggerId, IReadOnlyDictionary<(int TriggerId, FiringState State), int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var parts = new List<string>();
        foreach (var state in new[] { FiringState.Done, FiringState.Waiting, FiringState.Cancelled, FiringState.Failed })
            if (counts.TryGetValue((triggerId, state), out var count))
                parts.Add(await formats.FormatAsync($"Plugins.Misc.Segments.Trigger.Count.{state}", formats.Number(count)));
        return parts.Count == 0 ? await TextAsync("Count.None") : string.Join(" · ", parts);
    }

    /// <summary>The code that was given, or what went wrong.</summary>
    /// <param name="detail">As it is stored, or the message of an exception.</param>
    public async Task<string> GetDetailAsync(string? detail) =>
        TriggerProblem.Read(detail) is { } problem ? await FormatAsync($"Problem.{problem.Fault}", [.. problem.Values]) : detail ?? string.Empty;

    /// <summary>What a template is called for merchants.</summary>
    public async Task<string> GetTitleAsync(MessageTemplate? template) => template switch
    {
        null => await TextAsync("Gone"),
        _ when TriggerTemplates.Defaults.Contains(template.Name) => await TextAsync($"Template.{template.Name[TriggerTemplates.Prefix.Length..]}.Title"),
        _ when TriggerTemplates.FindOwner(template) is { } triggerId && await triggerService.GetAsync(triggerId) is { } owner =>
            await FormatAsync("Template.Own.Title", owner.Name),
        _ => template.Subject
    };

    private async Task<string> GetActionAsync(SegmentTrigger trigger) => trigger.Action switch
    {
        TriggerAction.Mail => await FormatAsync("Do.Mail", await GetTitleAsync(await templateService.GetMessageTemplateByIdAsync(trigger.MessageTemplateId))),
        TriggerAction.RewardPoints => await FormatAsync("Do.RewardPoints", formats.Number(trigger.Points)) + await GetValidityAsync(trigger.ValidDays),
        TriggerAction.Coupon => await FormatAsync("Do.Coupon", (await discountService.GetDiscountByIdAsync(trigger.DiscountId))?.Name ?? await TextAsync("Gone"))
            + await GetValidityAsync(trigger.ValidDays),
        TriggerAction.GiftCard => await FormatAsync("Do.GiftCard", await formats.MoneyAsync(trigger.Amount)),
        TriggerAction.AddRole or TriggerAction.RemoveRole => await FormatAsync(
            $"Do.{trigger.Action}", (await customerService.GetCustomerRoleByIdAsync(trigger.CustomerRoleId))?.Name ?? await TextAsync("Gone")),
        _ => await FormatAsync("Do.Webhook", Uri.TryCreate(trigger.Url, UriKind.Absolute, out var address) ? address.Host : string.Empty)
    };

    private async Task<string> GetValidityAsync(int days) => days > 0 ? $" {await CountAsync("Valid", days)}" : string.Empty;

    private async Task<string> GetDelayAsync(int hours) => hours switch
    {
        <= 0 => await TextAsync("After.None"),
        _ when hours % HoursOfDay == 0 => await CountAsync("After.Days", hours / HoursOfDay),
        _ => await CountAsync("After.Hours", hours)
    };

    private async Task<string> GetRepeatAsync(SegmentTrigger trigger) => trigger.Repeat == TriggerRepeat.AtMostOnceIn
        ? await CountAsync("Often.AtMostOnceIn", trigger.RepeatDays)
        : await TextAsync($"Often.{trigger.Repeat}");

    private Task<string> CountAsync(string name, int count) => count == 1 ? TextAsync($"{name}.One") : FormatAsync(name, formats.Number(count));

    private Task<string> FormatAsync(string name, params object[] values) => formats.FormatAsync($"Plugins.Misc.Segments.Trigger.{name}", values);

    private Task<string> TextAsync(string name) => formats.TextAsync($"Plugins.Misc.Segments.Trigger.{name}");
}
