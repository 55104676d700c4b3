using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>What is done for whom.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Firing">The firing.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Customer">The customer.</param>
/// <param name="NowUtc">Now.</param>
public sealed record TriggerContext(SegmentTrigger Trigger, TriggerFiring Firing, Segment Segment, Customer Customer, DateTime NowUtc)
{
    /// <summary>Until when what is given is good, in UTC; null for ever.</summary>
    public DateTime? ValidUntilUtc => Trigger.ValidDays > 0 ? NowUtc.AddDays(Trigger.ValidDays) : null;
}

/// <summary>What became of it.</summary>
/// <param name="Outcome">What was done, or why not.</param>
/// <param name="MadeId">The number of what was made; 0 for nothing.</param>
/// <param name="Detail">The code that was given, if any.</param>
public sealed record TriggerResult(FiringOutcome Outcome, int MadeId = 0, string? Detail = null)
{
    /// <summary>Whether the customer has got it; else there was a good reason why not.</summary>
    public bool IsDone => Outcome < FiringOutcome.LeftAgain;
}
