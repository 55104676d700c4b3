using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// How many customers there are, as refreshes need it: for the share that a segment is, where some minutes do not matter, so that ten segments that are
/// refreshed one after the other count once.
/// </summary>
public sealed class PopulationCounts(TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly Dictionary<bool, (int Count, long CountedAt)> _counts = [];
    private readonly Lock _lock = new();

    /// <summary>The number of customers, at most five minutes old.</summary>
    public async Task<int> GetAsync(ISegmentEvaluator evaluator, bool includeGuests, CancellationToken cancellationToken)
    {
        lock (_lock)
            if (_counts.TryGetValue(includeGuests, out var known) && timeProvider.GetElapsedTime(known.CountedAt) is { Ticks: >= 0 } age && age < Lifetime)
                return known.Count;

        var countedAt = timeProvider.GetTimestamp();
        var count = await evaluator.CountPopulationAsync(includeGuests, cancellationToken);
        lock (_lock)
            _counts[includeGuests] = (count, countedAt);
        return count;
    }
}
