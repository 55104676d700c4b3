using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>What in the shop a trigger may be about.</summary>
public class TriggerChoices(
    IRepository<Discount> discounts,
    IRepository<DiscountRequirement> requirements,
    IRepository<TriggerFiring> firings,
    GivableRoles givableRoles,
    TimeProvider timeProvider)
{
    private const int GivenCoupon = (int)FiringOutcome.CouponGiven;

    /// <summary>
    /// The discounts after which customers' own can be made, by name: they are for the whole order, its subtotal or its shipping, have no requirements and
    /// have not run out. Those that triggers made are none.
    /// </summary>
    public async Task<IReadOnlyList<Discount>> GetDiscountsAsync()
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        var made = firings.Table.Where(firing => firing.OutcomeId == GivenCoupon).Select(firing => firing.MadeId);
        var limited = requirements.Table.Where(requirement => !requirement.IsGroup).Select(requirement => requirement.DiscountId);
        var open = await discounts.Table
            .Where(discount => (discount.EndDateUtc == null || discount.EndDateUtc > now) && !limited.Contains(discount.Id) && !made.Contains(discount.Id))
            .OrderBy(discount => discount.Name).ThenBy(discount => discount.Id)
            .ToListAsync();
        return open.FindAll(CouponAction.CanCopy);
    }

    /// <summary>
    /// The roles that can be given and taken, by name: none that the shop itself gives, none that opens the admin area, and none that follows a segment.
    /// </summary>
    public Task<IReadOnlyList<CustomerRole>> GetRolesAsync() => givableRoles.GetFreeAsync();
}
