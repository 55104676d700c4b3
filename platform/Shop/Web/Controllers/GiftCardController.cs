using Microsoft.AspNetCore.Mvc;
using Nop.Core.Domain.Orders;
using Nop.Services.Catalog;
using Nop.Services.Helpers;
using Nop.Services.Orders;
using Nop.Services.Security;
using Nop.Web.Framework.Models.Extensions;
using Nop.Web.Framework.Mvc.Filters;
using Shop.Web.Models;

namespace Shop.Web.Controllers;

/// <summary>The gift cards that were bought or given.</summary>
public sealed class GiftCardController(IDateTimeHelper dateTimeHelper, IGiftCardService giftCardService, IPriceFormatter priceFormatter) : AdminController
{
    [CheckPermission(StandardPermission.Orders.GIFT_CARDS_VIEW)]
    public IActionResult List()
    {
        var model = new GiftCardSearchModel();
        model.SetGridPageSize();
        return View(model);
    }

    [HttpPost]
    [CheckPermission(StandardPermission.Orders.GIFT_CARDS_VIEW)]
    public async Task<IActionResult> GiftCardList(GiftCardSearchModel searchModel)
    {
        var page = await giftCardService.GetAllGiftCardsAsync(giftCardCouponCode: searchModel.CouponCode, recipientName: searchModel.RecipientName,
            pageIndex: searchModel.Page - 1, pageSize: searchModel.PageSize);
        var rows = new List<GiftCardModel>();
        foreach (var card in page)
            rows.Add(await ModelAsync(card));

        return Json(new GiftCardListModel().PrepareToGrid(searchModel, page, () => rows));
    }

    private async Task<GiftCardModel> ModelAsync(GiftCard card)
    {
        return new GiftCardModel
        {
            Id = card.Id,
            Amount = await priceFormatter.FormatPriceAsync(card.Amount),
            GiftCardCouponCode = card.GiftCardCouponCode,
            RecipientName = card.RecipientName,
            RecipientEmail = card.RecipientEmail,
            Message = card.Message,
            IsGiftCardActivated = card.IsGiftCardActivated,
            CreatedOn = await dateTimeHelper.ConvertToUserTimeAsync(card.CreatedOnUtc, DateTimeKind.Utc)
        };
    }
}
