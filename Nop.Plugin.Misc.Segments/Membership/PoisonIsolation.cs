using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Finds the customers whose data a segment's rules fail on: halves whom it looks at until it knows them, sets these aside and does all others. When the
/// rules fail even with nobody to look at, it is the segment that is broken, and that is thrown.
/// </summary>
public class PoisonIsolation(
    ISegmentEvaluator evaluator, MembershipStep step, SegmentStates states, MembershipLock membershipLock, MembershipPublisher publisher, SetAsideCustomers setAside)
{
    /// <summary>So many at most are set aside at once: with more, something else is wrong.</summary>
    private const int Limit = 20;

    private static readonly CustomerScope Nobody = CustomerScope.Of([-1]);

    /// <summary>Looks at customers that could not be looked at together.</summary>
    /// <returns>Who entered and left.</returns>
    public async Task<MembershipDifference> UpdateAsync(
        Segment segment, SegmentDefinition definition, CustomerScope scope, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        var work = new Work(segment, definition, reason, cancellationToken);
        await UpdateAsync(work, scope, checkedRules: false);
        return new MembershipDifference(segment.Id, work.Entered, work.Left, reason, work.LastOnUtc);
    }

    private async Task UpdateAsync(Work work, CustomerScope scope, bool checkedRules)
    {
        try
        {
            var difference = await membershipLock.RunAsync(() => StepAsync(work, scope), work.CancellationToken);
            await publisher.PublishAsync([difference]);
            work.Add(difference);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!checkedRules)
                await evaluator.FindMatchesAsync(work.Definition, work.Segment.IncludeGuests, Nobody, work.CancellationToken);
            if (Timeouts.IsOne(exception) || work.SetAside >= Limit)
                throw;

            if (scope.Single is { } customerId)
            {
                work.SetAside++;
                await setAside.AddAsync(work.Segment.Id, customerId, exception);
                return;
            }

            foreach (var half in scope.Halves())
                await UpdateAsync(work, half, checkedRules: true);
        }
    }

    private async Task<MembershipDifference> StepAsync(Work work, CustomerScope scope)
    {
        var (segment, definition, reason, cancellationToken) = (work.Segment, work.Definition, work.Reason, work.CancellationToken);
        MembershipDifference difference;
        if (scope.Ids is { } ids)
        {
            difference = await step.UpdateListAsync(segment, definition, scope, reason, cancellationToken);
            await setAside.RemoveAsync(segment.Id, ids.ToList());
        }
        else
        {
            difference = await step.UpdateRangeAsync(segment, definition, scope, reason, cancellationToken);
            await setAside.RemoveRangeAsync(segment.Id, scope.From, scope.To);
        }

        await states.CountAsync([difference]);
        return difference;
    }

    private sealed class Work(Segment segment, SegmentDefinition definition, MembershipChangeReason reason, CancellationToken cancellationToken)
    {
        public Segment Segment { get; } = segment;
        public SegmentDefinition Definition { get; } = definition;
        public MembershipChangeReason Reason { get; } = reason;
        public CancellationToken CancellationToken { get; } = cancellationToken;
        public List<int> Entered { get; } = [];
        public List<int> Left { get; } = [];
        public DateTime LastOnUtc { get; private set; }
        public int SetAside { get; set; }

        public void Add(MembershipDifference difference)
        {
            Entered.AddRange(difference.Entered);
            Left.AddRange(difference.Left);
            LastOnUtc = difference.OccurredOnUtc;
        }
    }
}
