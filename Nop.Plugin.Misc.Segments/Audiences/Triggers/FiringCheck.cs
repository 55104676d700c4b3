using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Looks right before something is done whether it is still to be done: the customer may have left again in the meantime.</summary>
public class FiringCheck(IRepository<SegmentTrigger> triggers, IRepository<Segment> segments, IRepository<SegmentMember> members, IRepository<Customer> customers)
{
    /// <summary>What is to be done for whom; or why it is not.</summary>
    public async Task<(TriggerContext? Context, FiringOutcome Refusal)> FindAsync(TriggerFiring firing, DateTime nowUtc)
    {
        if (await triggers.GetByIdAsync(firing.TriggerId) is not { Active: true } trigger)
            return (null, FiringOutcome.TriggerOff);
        if (await segments.GetByIdAsync(trigger.SegmentId) is not { Active: true } segment)
            return (null, FiringOutcome.SegmentOff);
        if (await customers.GetByIdAsync(firing.CustomerId) is not { Deleted: false, Active: true } customer)
            return (null, FiringOutcome.CustomerGone);

        var (segmentId, customerId) = (segment.Id, customer.Id);
        var member = await members.Table.FirstOrDefaultAsync(row => row.SegmentId == segmentId && row.CustomerId == customerId);
        if (trigger.OnLeaving)
            return member is null ? (new TriggerContext(trigger, firing, segment, customer, nowUtc), FiringOutcome.None) : (null, FiringOutcome.CameBack);

        // Who left and entered again meanwhile has a firing of its own, or none by the trigger's rule.
        return member is not null && member.EnteredOnUtc <= firing.OccurredOnUtc
            ? (new TriggerContext(trigger, firing, segment, customer, nowUtc), FiringOutcome.None)
            : (null, FiringOutcome.LeftAgain);
    }
}
