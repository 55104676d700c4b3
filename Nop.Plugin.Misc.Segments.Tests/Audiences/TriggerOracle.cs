using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What a trigger has to do, by plain lists.</summary>
internal sealed class TriggerOracle(SegmentTrigger trigger)
{
    public SegmentTrigger Trigger { get; } = trigger;

    public List<TriggerFiring> Firings { get; } = [];

    public void Move(int customerId, bool isIn, DateTime now)
    {
        var own = Firings.Where(firing => firing.CustomerId == customerId).ToList();
        if (isIn == Trigger.OnLeaving)
        {
            foreach (var firing in own.Where(firing => firing.State == FiringState.Waiting))
                firing.State = FiringState.Cancelled;
            return;
        }

        var got = own.Where(firing => firing.State == FiringState.Done).ToList();
        var again = Trigger.Repeat switch
        {
            TriggerRepeat.Once => got.Count == 0,
            TriggerRepeat.AtMostOnceIn => got.TrueForAll(firing => now - firing.EndedOnUtc >= TimeSpan.FromDays(Trigger.RepeatDays)),
            _ => true
        };
        if (again)
            Firings.Add(new TriggerFiring { CustomerId = customerId, OccurredOnUtc = now, DueOnUtc = now.AddHours(Trigger.DelayHours) });
    }

    public void Run(DateTime now)
    {
        foreach (var firing in Firings.Where(firing => firing.State == FiringState.Waiting && firing.DueOnUtc <= now))
            (firing.State, firing.EndedOnUtc) = (FiringState.Done, now);
    }
}
