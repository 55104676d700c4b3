using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Customers;
using Nop.Services.Messages;
using Nop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>Gives a gift card, and mails its code. A gift card does not run out.</summary>
public class GiftCardAction(IGiftCardService giftCardService, ICustomerService customerService, TriggerMailer mailer, TriggerRecipients recipients, TriggerValues values) : ITriggerAction
{
    /// <summary>The shop's number for a card that is only a code.</summary>
    private const int Virtual = 0;

    /// <inheritdoc />
    public TriggerAction Action => TriggerAction.GiftCard;

    /// <inheritdoc />
    public async Task<TriggerResult> DoAsync(TriggerContext context)
    {
        if (await mailer.FindRefusalAsync(context) is { } refusal)
            return new TriggerResult(refusal);

        var store = await recipients.FindStoreAsync(context.Customer);
        var card = new GiftCard
        {
            GiftCardTypeId = Virtual,
            Amount = context.Trigger.Amount,
            IsGiftCardActivated = true,
            GiftCardCouponCode = giftCardService.GenerateGiftCardCode(),
            RecipientName = await customerService.GetCustomerFullNameAsync(context.Customer),
            RecipientEmail = context.Customer.Email,
            SenderName = store.Name,
            Message = context.Segment.Name,
            IsRecipientNotified = true,
            CreatedOnUtc = context.NowUtc
        };
        await giftCardService.InsertGiftCardAsync(card);
        await mailer.SendAsync(context,
            new Token("Coupon.Code", card.GiftCardCouponCode),
            new Token("Coupon.Value", await values.MoneyAsync(card.Amount, context.Customer)),
            new Token("Coupon.ExpiresOn", string.Empty));
        return new TriggerResult(FiringOutcome.GiftCardGiven, card.Id, card.GiftCardCouponCode);
    }
}
