using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Directory;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Models.Triggers;
using Nop.Services.Directory;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Factories.Triggers;

/// <summary>Prepares what the pages of triggers show.</summary>
public sealed class TriggerModelFactory(
    CurrencySettings currencySettings,
    DisplayFormats formats,
    FiringList firingList,
    ICurrencyService currencyService,
    IPermissionService permissionService,
    ISegmentService segmentService,
    TriggerChoices choices,
    TriggerService triggerService,
    TriggerTemplates templates,
    TriggerTexts texts)
{
    private const int HoursOfDay = 24;

    /// <summary>The triggers on the page of a segment.</summary>
    public async Task<TriggersModel> PrepareRowsAsync(int segmentId)
    {
        var triggers = await triggerService.GetBySegmentAsync(segmentId);
        var counts = await firingList.CountAsync([.. triggers.Select(trigger => trigger.Id)]);
        var rows = new List<TriggerRowModel>();
        foreach (var trigger in triggers)
            rows.Add(new TriggerRowModel
            {
                Id = trigger.Id,
                Name = trigger.Name,
                Active = trigger.Active,
                Sentence = await texts.GetSentenceAsync(trigger),
                Counts = await texts.GetCountsAsync(trigger.Id, counts),
                HasFailures = counts.ContainsKey((trigger.Id, FiringState.Failed))
            });
        return new TriggersModel(segmentId, rows, await permissionService.AuthorizeAsync(SegmentsDefaults.ManagePermission));
    }

    /// <summary>The form of a new trigger.</summary>
    public async Task<TriggerModel> PrepareNewAsync(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var model = await PreparePageAsync(new TriggerModel { SegmentId = segment.Id }, null);
        model.MessageTemplateId = model.Page.FittingTemplates.GetValueOrDefault(KeyOf(TriggerAction.Mail, false));
        return model;
    }

    /// <summary>The form of a trigger.</summary>
    public Task<TriggerModel> PrepareAsync(SegmentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var inDays = trigger.DelayHours % HoursOfDay == 0;
        return PreparePageAsync(new TriggerModel
        {
            Id = trigger.Id,
            SegmentId = trigger.SegmentId,
            Name = trigger.Name,
            Active = trigger.Active,
            OnLeaving = trigger.OnLeaving,
            ActionId = trigger.ActionId,
            Delay = inDays ? trigger.DelayHours / HoursOfDay : trigger.DelayHours,
            DelayInDays = inDays,
            RepeatId = trigger.RepeatId,
            RepeatDays = trigger.RepeatDays > 0 ? trigger.RepeatDays : new TriggerModel().RepeatDays,
            IncludesFill = trigger.IncludesFill,
            SubscribersOnly = trigger.SubscribersOnly || !trigger.Action.Mails(),
            MessageTemplateId = trigger.MessageTemplateId,
            Points = trigger.Points,
            DiscountId = trigger.DiscountId,
            Amount = trigger.Amount,
            ValidDays = trigger.ValidDays,
            CustomerRoleId = trigger.CustomerRoleId,
            Url = trigger.Url
        }, trigger);
    }

    /// <summary>Fills in what the page shows beside the fields.</summary>
    /// <param name="model">The fields.</param>
    /// <param name="trigger">The trigger as it is stored; null for a new one.</param>
    public async Task<TriggerModel> PreparePageAsync(TriggerModel model, SegmentTrigger? trigger)
    {
        ArgumentNullException.ThrowIfNull(model);
        var all = await templates.GetAllAsync();
        var page = model.Page = new TriggerPageModel
        {
            SegmentName = (await segmentService.GetByIdAsync(model.SegmentId))?.Name ?? string.Empty,
            Currency = (await currencyService.GetCurrencyByIdAsync(currencySettings.PrimaryStoreCurrencyId))?.CurrencyCode ?? string.Empty,
            Actions = await ItemsAsync<TriggerAction>("Action"),
            Repeats = await ItemsAsync<TriggerRepeat>("Repeat"),
            Units = [new SelectListItem(await TextAsync("Unit.Hours"), bool.FalseString), new SelectListItem(await TextAsync("Unit.Days"), bool.TrueString)],
            Discounts = [await NoneAsync(), .. await DiscountsAsync()],
            Roles = [await NoneAsync(), .. (await choices.GetRolesAsync()).Select(role => Item(role.Name, role.Id))]
        };
        var templateItems = new List<SelectListItem>();
        foreach (var template in all)
            templateItems.Add(Item(template.IsActive
                ? await texts.GetTitleAsync(template)
                : await formats.FormatAsync("Plugins.Misc.Segments.Trigger.Template.Off", await texts.GetTitleAsync(template)), template.Id));
        page.FittingTemplates = Enum.GetValues<TriggerAction>().Where(action => action.Mails())
            .SelectMany(action => new[] { (Action: action, Leaving: false), (Action: action, Leaving: true) })
            .ToDictionary(
                kind => KeyOf(kind.Action, kind.Leaving),
                kind => all.FirstOrDefault(template => template.Name == TriggerTemplates.FittingFor(kind.Action, kind.Leaving))?.Id ?? TriggerModel.OwnTemplate);
        var hasOwn = trigger is not null && all.Any(template => template.Name == TriggerTemplates.OwnNameOf(trigger));
        if (!hasOwn)
            templateItems.Add(Item(await TextAsync("Template.New"), TriggerModel.OwnTemplate));
        page.Templates = templateItems;
        if (trigger is not null)
            await PrepareStoredAsync(page, trigger, hasOwn);
        return model;
    }

    private async Task PrepareStoredAsync(TriggerPageModel page, SegmentTrigger trigger, bool hasOwn)
    {
        var counts = await firingList.CountAsync([trigger.Id]);
        page.Sentence = await texts.GetSentenceAsync(trigger);
        page.Counts = await texts.GetCountsAsync(trigger.Id, counts);
        page.Failed = counts.GetValueOrDefault((trigger.Id, FiringState.Failed));
        page.Secret = trigger.Action == TriggerAction.Webhook ? trigger.Secret : null;
        page.IsEnrolling = trigger.EnrolFromCustomerId is not null;
        page.CanEnrol = !trigger.OnLeaving && !page.IsEnrolling;
        if (trigger.Action.Mails() && await permissionService.AuthorizeAsync(StandardPermission.ContentManagement.MESSAGE_TEMPLATES_VIEW))
        {
            page.EditableTemplateId = trigger.MessageTemplateId;
            page.CanHaveOwnTemplate = !hasOwn;
        }

        page.Firings = new FiringSearchModel { TriggerId = trigger.Id };
        page.Firings.SetGridPageSize();
    }

    private async Task<List<SelectListItem>> DiscountsAsync()
    {
        var items = new List<SelectListItem>();
        foreach (var discount in await choices.GetDiscountsAsync())
        {
            var value = discount.UsePercentage
                ? (discount.DiscountPercentage / 100).ToString("0.##%", CultureInfo.CurrentCulture)
                : await formats.MoneyAsync(discount.DiscountAmount);
            items.Add(Item($"{discount.Name} ({value})", discount.Id));
        }

        return items;
    }

    private async Task<List<SelectListItem>> ItemsAsync<T>(string name) where T : struct, Enum
    {
        var items = new List<SelectListItem>();
        foreach (var value in Enum.GetValues<T>())
            items.Add(Item(await TextAsync($"{name}.{value}"), Convert.ToInt32(value, CultureInfo.InvariantCulture)));
        return items;
    }

    private async Task<SelectListItem> NoneAsync() => Item(await TextAsync("Choose"), 0);

    private static SelectListItem Item(string text, int value) => new(text, value.ToString(CultureInfo.InvariantCulture));

    private static string KeyOf(TriggerAction action, bool onLeaving) => FormattableString.Invariant($"{(int)action}{(onLeaving ? "-leaving" : null)}");

    private Task<string> TextAsync(string name) => formats.TextAsync($"Plugins.Misc.Segments.Trigger.{name}");
}
