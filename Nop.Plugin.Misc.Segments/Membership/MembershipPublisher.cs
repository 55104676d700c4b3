using Nop.Core.Events;
using Nop.Plugin.Misc.Segments.Audiences.Roles;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Tells the shop's other plugins, and what gives roles, who entered and left, once that is stored.</summary>
public class MembershipPublisher(IEventPublisher eventPublisher, RoleQueue roleQueue)
{
    /// <summary>Publishes the events of some steps. What a consumer throws is the shop's to log; it never reaches us.</summary>
    public async Task PublishAsync(IEnumerable<MembershipDifference> differences)
    {
        foreach (var difference in differences)
        {
            roleQueue.Add(difference.SegmentId, difference.Left);
            roleQueue.Add(difference.SegmentId, difference.Entered);
            if (difference.Left.Count > 0)
                await eventPublisher.PublishAsync(
                    new CustomersLeftSegmentEvent(difference.SegmentId, difference.Left, difference.Reason, difference.OccurredOnUtc));
            if (difference.Entered.Count > 0)
                await eventPublisher.PublishAsync(
                    new CustomersEnteredSegmentEvent(difference.SegmentId, difference.Entered, difference.Reason, difference.OccurredOnUtc));
        }
    }
}
