using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Logging;
using Nop.Data;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The shop's log.</summary>
public sealed class LogController(IDateTimeHelper dateTimeHelper, ILocalizationService localizationService, IRepository<Log> logs) : AdminController
{
    [CheckPermission(StandardPermission.System.MANAGE_SYSTEM_LOG)]
    public IActionResult List()
    {
        var model = new LogSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.System.MANAGE_SYSTEM_LOG)]
    public async Task<IActionResult> LogList(LogSearchModel searchModel)
    {
        var query = logs.Table;
        if (!string.IsNullOrWhiteSpace(searchModel.Message))
            query = query.Where(l => l.ShortMessage.Contains(searchModel.Message) || l.FullMessage.Contains(searchModel.Message));

        var page = await query.OrderByDescending(l => l.Id).ToPagedListAsync(searchModel.Page - 1, searchModel.PageSize);
        var rows = new List<LogModel>();
        foreach (var log in page)
        {
            var row = await ModelAsync(log);
            row.FullMessage = null;
            rows.Add(row);
        }

        return Json(new LogListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    [CheckPermission(StandardPermission.System.MANAGE_SYSTEM_LOG)]
    public async Task<IActionResult> View(int id)
    {
        return await logs.GetByIdAsync(id) is { } log ? View(await ModelAsync(log)) : RedirectToAction(nameof(List));
    }

    private async Task<LogModel> ModelAsync(Log log)
    {
        return new LogModel
        {
            Id = log.Id,
            LogLevel = await localizationService.GetLocalizedEnumAsync(log.LogLevel),
            ShortMessage = log.ShortMessage,
            FullMessage = log.FullMessage,
            PageUrl = log.PageUrl,
            CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(log.CreatedOnUtc, DateTimeKind.Utc)
        };
    }
}
