using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nop.Core.Domain.Messages;
using Nop.Core.Events;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The templates of the mails that the shop sends by itself.</summary>
public sealed class MessageTemplateController(
    IEventPublisher eventPublisher,
    ILanguageService languageService,
    ILocalizationService localizationService,
    ILocalizedEntityService localizedEntityService,
    IMessageTemplateService messageTemplateService,
    INotificationService notificationService) : AdminController
{
    [CheckPermission(StandardPermission.ContentManagement.MESSAGE_TEMPLATES_VIEW)]
    public IActionResult List()
    {
        var model = new MessageTemplateSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.ContentManagement.MESSAGE_TEMPLATES_VIEW)]
    public async Task<IActionResult> MessageTemplateList(MessageTemplateSearchModel searchModel)
    {
        var page = (await messageTemplateService.GetAllMessageTemplatesAsync(0, searchModel.SearchKeywords)).ToPagedList(searchModel);
        var rows = page.Select(t => new MessageTemplateModel { Id = t.Id, Name = t.Name, Subject = t.Subject, IsActive = t.IsActive }).ToList();
        return Json(new MessageTemplateListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.ContentManagement.MESSAGE_TEMPLATES_VIEW)]
    public async Task<IActionResult> Edit(int id)
    {
        if (await messageTemplateService.GetMessageTemplateByIdAsync(id) is not { } template)
            return RedirectToAction(nameof(List));

        var model = new MessageTemplateModel
        {
            Id = template.Id,
            Subject = template.Subject,
            Body = template.Body,
            IsActive = template.IsActive,
            DelayBeforeSend = template.DelayBeforeSend ?? 0,
            DelayPeriodId = template.DelayPeriodId
        };
        foreach (var language in await languageService.GetAllLanguagesAsync(true))
        {
            model.Locales.Add(new MessageTemplateTextModel
            {
                LanguageId = language.Id,
                Subject = await localizationService.GetLocalizedAsync(template, t => t.Subject, language.Id, false, false),
                Body = await localizationService.GetLocalizedAsync(template, t => t.Body, language.Id, false, false)
            });
        }

        return View(await PrepareAsync(model, template));
    }

    [HttpPost]
    [ParameterBasedOnFormName("save-continue", "continueEditing")]
    [CheckPermission(StandardPermission.ContentManagement.MESSAGE_TEMPLATES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Edit(MessageTemplateModel model, bool continueEditing)
    {
        if (await messageTemplateService.GetMessageTemplateByIdAsync(model.Id) is not { } template)
            return RedirectToAction(nameof(List));

        var required = await localizationService.GetResourceAsync("Admin.Common.Required");
        if (string.IsNullOrWhiteSpace(model.Subject))
            ModelState.AddModelError(nameof(model.Subject), required);
        if (string.IsNullOrWhiteSpace(model.Body))
            ModelState.AddModelError(nameof(model.Body), required);
        if (!ModelState.IsValid)
            return View(await PrepareAsync(model, template));

        template.Subject = model.Subject;
        template.Body = model.Body;
        template.IsActive = model.IsActive;
        template.DelayBeforeSend = model.DelayBeforeSend > 0 ? model.DelayBeforeSend : null;
        template.DelayPeriodId = model.DelayPeriodId;
        await messageTemplateService.UpdateMessageTemplateAsync(template);
        foreach (var text in model.Locales)
        {
            await localizedEntityService.SaveLocalizedValueAsync(template, t => t.Subject, text.Subject, text.LanguageId);
            await localizedEntityService.SaveLocalizedValueAsync(template, t => t.Body, text.Body, text.LanguageId);
        }

        notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.ContentManagement.MessageTemplates.Updated"));
        return continueEditing ? RedirectToAction(nameof(Edit), new { id = template.Id }) : RedirectToAction(nameof(List));
    }

    [HttpPost]
    [CheckPermission(StandardPermission.ContentManagement.MESSAGE_TEMPLATES_CREATE_EDIT_DELETE)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await messageTemplateService.GetMessageTemplateByIdAsync(id) is { } template)
        {
            await messageTemplateService.DeleteMessageTemplateAsync(template);
            notificationService.SuccessNotification(await localizationService.GetResourceAsync("Admin.ContentManagement.MessageTemplates.Deleted"));
        }

        return RedirectToAction(nameof(List));
    }

    // The shop knows no tokens of a template that is not its own: only what the consumers add to the empty groups is shown.
    private async Task<MessageTemplateModel> PrepareAsync(MessageTemplateModel model, MessageTemplate template)
    {
        var tokens = new AdditionalTokensAddedEvent { TokenGroups = [] };
        await eventPublisher.PublishAsync(tokens);
        model.Name = template.Name;
        model.Description = await localizationService.GetResourceAsync($"Admin.ContentManagement.MessageTemplates.Description.{template.Name}");
        model.AllowedTokens = string.Join(", ", tokens.AdditionalTokens);
        foreach (var period in Enum.GetValues<MessageDelayPeriod>())
            model.AvailableDelayPeriods.Add(new SelectListItem(await localizationService.GetLocalizedEnumAsync(period), $"{(int)period}"));
        foreach (var text in model.Locales)
            text.LanguageName = (await languageService.GetLanguageByIdAsync(text.LanguageId))?.Name;
        return model;
    }
}
