using Nop.Core.Domain.Discounts;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Services.Discounts;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>
/// Keeps what triggers leave behind from growing for ever: the log of what never counts again, and discounts of customers' own that ran out unused.
/// </summary>
public class FiringSweeper(
    IRepository<TriggerFiring> firings,
    IRepository<SegmentTrigger> triggers,
    IRepository<Discount> discounts,
    IRepository<DiscountUsageHistory> uses,
    IDiscountService discountService,
    SegmentsSettings settings,
    TimeProvider timeProvider)
{
    /// <summary>So long after it ran out nobody asks about a code any more.</summary>
    private const int DaysAfterEnd = 30;

    private const int Page = 200;

    /// <summary>Clears up some of it; the next time goes on.</summary>
    public async Task SweepAsync()
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        await DeleteCouponsAsync(now.AddDays(-DaysAfterEnd));
        if (settings.HistoryDays > 0)
            await DeleteFiringsAsync(now.AddDays(-settings.HistoryDays));
    }

    /// <summary>What is done stays where the trigger asks whether a customer has had it.</summary>
    private async Task DeleteFiringsAsync(DateTime beforeUtc)
    {
        foreach (var trigger in await triggers.Table.ToListAsync())
        {
            var (id, done) = (trigger.Id, (int)FiringState.Done);
            var keepsDone = trigger.Repeat == TriggerRepeat.Once || (trigger.Repeat == TriggerRepeat.AtMostOnceIn && trigger.RepeatDays > settings.HistoryDays);
            await firings.DeleteAsync(firing => firing.TriggerId == id && firing.EndedOnUtc < beforeUtc && (!keepsDone || firing.StateId != done));
        }
    }

    private async Task DeleteCouponsAsync(DateTime beforeUtc)
    {
        var given = (int)FiringOutcome.CouponGiven;
        var made = firings.Table.Where(firing => firing.OutcomeId == given && firing.MadeId > 0).Select(firing => firing.MadeId);
        var expired = await discounts.Table
            .Where(discount => made.Contains(discount.Id) && discount.EndDateUtc < beforeUtc && !uses.Table.Any(use => use.DiscountId == discount.Id))
            .OrderBy(discount => discount.Id).Take(Page).ToListAsync();
        foreach (var discount in expired)
            await discountService.DeleteDiscountAsync(discount);
    }
}
