using Nop.Core.Domain.Discounts;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Discounts;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>
/// Gives a discount of the customer's own: a copy of the one that the trigger names, with a code that works for one order. The code is mailed.
/// </summary>
public class CouponAction(IDiscountService discountService, TriggerMailer mailer, TriggerValues values) : ITriggerAction
{
    private const int LongestName = 200;

    /// <inheritdoc />
    public TriggerAction Action => TriggerAction.Coupon;

    /// <summary>
    /// Whether a discount can be copied for customers: what it is for has to stand in the discount itself, so not one for chosen products, categories or manufacturers.
    /// </summary>
    public static bool CanCopy(Discount discount) =>
        discount.DiscountType is DiscountType.AssignedToOrderTotal or DiscountType.AssignedToOrderSubTotal or DiscountType.AssignedToShipping;

    /// <inheritdoc />
    public async Task<TriggerResult> DoAsync(TriggerContext context)
    {
        if (await mailer.FindRefusalAsync(context) is { } refusal)
            return new TriggerResult(refusal);
        if (await discountService.GetDiscountByIdAsync(context.Trigger.DiscountId) is not { } model)
            throw new TriggerException(TriggerFault.DiscountGone);
        if (!CanCopy(model))
            throw new TriggerException(TriggerFault.DiscountForProducts, model.Name);
        if ((await discountService.GetAllDiscountRequirementsAsync(model.Id)).Any(requirement => !requirement.IsGroup))
            throw new TriggerException(TriggerFault.DiscountHasRequirements, model.Name);

        var until = Earlier(context.ValidUntilUtc, model.EndDateUtc);
        var copy = new Discount
        {
            Name = Shorten($"{model.Name}: {context.Segment.Name}"),
            AdminComment = $"{context.Trigger.Name}: {context.Customer.Email}",
            DiscountType = model.DiscountType,
            UsePercentage = model.UsePercentage,
            DiscountPercentage = model.DiscountPercentage,
            DiscountAmount = model.DiscountAmount,
            MaximumDiscountAmount = model.MaximumDiscountAmount,
            MaximumDiscountedQuantity = model.MaximumDiscountedQuantity,
            IsCumulative = model.IsCumulative,
            StartDateUtc = model.StartDateUtc,
            EndDateUtc = until,
            RequiresCouponCode = true,
            CouponCode = CouponCodes.New(),
            DiscountLimitation = DiscountLimitationType.NTimesOnly,
            LimitationTimes = 1,
            IsActive = true,
            VendorId = model.VendorId
        };
        await discountService.InsertDiscountAsync(copy);
        await mailer.SendAsync(context,
            new Token("Coupon.Code", copy.CouponCode),
            new Token("Coupon.Value", copy.UsePercentage ? await values.PercentAsync(copy.DiscountPercentage, context.Customer) : await values.MoneyAsync(copy.DiscountAmount, context.Customer)),
            new Token("Coupon.ExpiresOn", until is null ? string.Empty : await values.DayAsync(until.Value, context.Customer)));
        return new TriggerResult(FiringOutcome.CouponGiven, copy.Id, copy.CouponCode);
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other is null ? one ?? other : one < other ? one : other;

    private static string Shorten(string name) => name.Length > LongestName ? name[..LongestName] : name;
}
