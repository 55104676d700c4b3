using Microsoft.AspNetCore.Mvc;
using Nop.Services.Helpers;
using Nop.Services.Messages;
using Nop.Services.Security;
using Nop.Services.Stores;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The list of newsletter subscriptions.</summary>
public sealed class NewsLetterSubscriptionController(
    IDateTimeHelper dateTimeHelper,
    INewsLetterSubscriptionService subscriptionService,
    INewsLetterSubscriptionTypeService subscriptionTypeService,
    IStoreService storeService) : AdminController
{
    [CheckPermission(StandardPermission.Promotions.SUBSCRIBERS_VIEW)]
    public IActionResult List()
    {
        var model = new NewsLetterSubscriptionSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Promotions.SUBSCRIBERS_VIEW)]
    public async Task<IActionResult> SubscriptionList(NewsLetterSubscriptionSearchModel searchModel)
    {
        var page = await subscriptionService.GetAllNewsLetterSubscriptionsAsync(email: searchModel.SearchEmail,
            pageIndex: searchModel.Page - 1, pageSize: searchModel.PageSize);
        var stores = (await storeService.GetAllStoresAsync()).ToDictionary(s => s.Id, s => s.Name);
        var types = (await subscriptionTypeService.GetAllNewsLetterSubscriptionTypesAsync()).ToDictionary(t => t.Id, t => t.Name);
        var rows = new List<NewsLetterSubscriptionModel>();
        foreach (var subscription in page)
        {
            rows.Add(new NewsLetterSubscriptionModel
            {
                Id = subscription.Id,
                Email = subscription.Email,
                Active = subscription.Active,
                StoreName = stores.GetValueOrDefault(subscription.StoreId),
                SubscriptionTypeName = types.GetValueOrDefault(subscription.TypeId),
                CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(subscription.CreatedOnUtc, DateTimeKind.Utc)
            });
        }

        return Json(new NewsLetterSubscriptionListModel().PrepareToGrid(searchModel, page, () => rows));
    }
}
