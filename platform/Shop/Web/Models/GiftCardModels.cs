using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Shop.Web.Models;

/// <summary>A gift card in the list of them.</summary>
public sealed record GiftCardModel : BaseNopEntityModel
{
    public string? Amount { get; set; }
    public string? GiftCardCouponCode { get; set; }
    public string? RecipientName { get; set; }
    public string? RecipientEmail { get; set; }
    public string? Message { get; set; }
    public bool IsGiftCardActivated { get; set; }
    public DateTime CreatedOn { get; set; }
}

public sealed record GiftCardSearchModel : BaseSearchModel
{
    [NopResourceDisplayName("Admin.GiftCards.List.CouponCode")]
    public string? CouponCode { get; set; }

    [NopResourceDisplayName("Admin.GiftCards.List.RecipientName")]
    public string? RecipientName { get; set; }
}

public sealed record GiftCardListModel : BasePagedListModel<GiftCardModel>;
