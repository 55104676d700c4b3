using Nop.Core;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Orders;

namespace Shop.Services.Orders;

internal sealed class GiftCardService(IRepository<GiftCard> cards, IRepository<OrderItem> items, IRepository<GiftCardUsageHistory> uses) : IGiftCardService
{
    private const int CODE_LENGTH = 13;

    public string GenerateGiftCardCode()
    {
        return Guid.NewGuid().ToString()[..CODE_LENGTH];
    }

    public async Task<IPagedList<GiftCard>> GetAllGiftCardsAsync(int? purchasedWithOrderId = null, int? usedWithOrderId = null, DateTime? createdFromUtc = null,
        DateTime? createdToUtc = null, bool? isGiftCardActivated = null, string? giftCardCouponCode = null, string? recipientName = null, int pageIndex = 0,
        int pageSize = int.MaxValue)
    {
        var query = cards.Table;
        if (purchasedWithOrderId is { } bought)
            query = query.Where(c => items.Table.Any(i => i.Id == c.PurchasedWithOrderItemId && i.OrderId == bought));
        if (usedWithOrderId is { } used)
            query = query.Where(c => uses.Table.Any(u => u.GiftCardId == c.Id && u.UsedWithOrderId == used));
        if (createdFromUtc is { } from)
            query = query.Where(c => c.CreatedOnUtc >= from);
        if (createdToUtc is { } to)
            query = query.Where(c => c.CreatedOnUtc <= to);
        if (isGiftCardActivated is { } activated)
            query = query.Where(c => c.IsGiftCardActivated == activated);
        if (!string.IsNullOrWhiteSpace(giftCardCouponCode))
            query = query.Where(c => c.GiftCardCouponCode == giftCardCouponCode);
        if (!string.IsNullOrWhiteSpace(recipientName))
            query = query.Where(c => c.RecipientName.Contains(recipientName));
        return await query.OrderByDescending(c => c.CreatedOnUtc).ThenByDescending(c => c.Id).ToPagedListAsync(pageIndex, pageSize);
    }

    public Task<GiftCard> GetGiftCardByIdAsync(int giftCardId)
    {
        return cards.GetByIdAsync(giftCardId, _ => default!);
    }

    public Task InsertGiftCardAsync(GiftCard giftCard)
    {
        return cards.InsertAsync(giftCard);
    }
}
