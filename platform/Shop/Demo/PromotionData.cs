using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Messages;
using Nop.Data;

namespace Shop.Demo;

/// <summary>Writes the discounts and the campaign that a demo shop starts with.</summary>
public sealed class PromotionData(IRepository<Campaign> campaigns, IRepository<Discount> discounts)
{
    public const string CouponCode = "SAVE10";

    /// <returns>The id of the discount with the coupon.</returns>
    internal async Task<int> WriteAsync(DateTime opened, int subscriptionTypeId)
    {
        var coupon = new Discount
        {
            Name = "10 % off with a coupon",
            DiscountType = DiscountType.AssignedToOrderTotal,
            UsePercentage = true,
            DiscountPercentage = OrderFactory.CouponPercentage,
            RequiresCouponCode = true,
            CouponCode = CouponCode,
            StartDateUtc = opened,
            IsActive = true
        };
        await discounts.InsertAsync(coupon, false);
        await discounts.InsertAsync(new Discount
        {
            Name = "Thank you: 15 off",
            AdminComment = "Ready to be limited to a group of customers.",
            DiscountType = DiscountType.AssignedToOrderTotal,
            DiscountAmount = 15,
            IsActive = false
        }, false);

        await campaigns.InsertAsync(new Campaign
        {
            Name = "What is new this month",
            Subject = "New at %Store.Name%",
            Body = "<p>Hello,</p><p>new things have arrived: have a look at <a href=\"%Store.URL%\">%Store.Name%</a>.</p>",
            NewsLetterSubscriptionTypeId = subscriptionTypeId,
            CreatedOnUtc = opened
        }, false);
        return coupon.Id;
    }
}
