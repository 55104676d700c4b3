using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The e-mails that wait to be sent, and those that were.</summary>
public sealed class QueuedEmailController(
    IDateTimeHelper dateTimeHelper,
    ILocalizationService localizationService,
    IQueuedEmailService queuedEmailService,
    IRepository<QueuedEmail> emails) : AdminController
{
    [CheckPermission(StandardPermission.System.MANAGE_MESSAGE_QUEUE)]
    public IActionResult List()
    {
        var model = new QueuedEmailSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.System.MANAGE_MESSAGE_QUEUE)]
    public async Task<IActionResult> QueuedEmailList(QueuedEmailSearchModel searchModel)
    {
        var query = emails.Table;
        if (!string.IsNullOrWhiteSpace(searchModel.SearchToEmail))
            query = query.Where(e => e.To.Contains(searchModel.SearchToEmail));

        var page = await query.OrderByDescending(e => e.Id).ToPagedListAsync(searchModel.Page - 1, searchModel.PageSize);
        var rows = new List<QueuedEmailModel>();
        foreach (var email in page)
            rows.Add(await ModelAsync(email));

        return Json(new QueuedEmailListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.System.MANAGE_MESSAGE_QUEUE)]
    public async Task<IActionResult> Edit(int id)
    {
        return await queuedEmailService.GetQueuedEmailByIdAsync(id) is { } email
            ? View(await ModelAsync(email))
            : RedirectToAction(nameof(List));
    }

    private async Task<QueuedEmailModel> ModelAsync(QueuedEmail email)
    {
        return new QueuedEmailModel
        {
            Id = email.Id,
            From = email.From,
            To = email.To,
            Subject = email.Subject,
            Body = email.Body,
            Priority = await localizationService.GetLocalizedEnumAsync(email.Priority),
            SentTries = email.SentTries,
            CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(email.CreatedOnUtc, DateTimeKind.Utc),
            SentOn = email.SentOnUtc is { } sent ? await dateTimeHelper.ConvertToUserTimeAsync(sent, DateTimeKind.Utc) : null
        };
    }
}
