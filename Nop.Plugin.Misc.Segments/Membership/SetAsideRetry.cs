namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Looks again at the customers for whom a segment could not be evaluated.</summary>
public class SetAsideRetry(SetAsideCustomers setAside, IMembershipUpdater updater)
{
    private const int Most = 1_000;

    /// <summary>Tries all of them once more; who can be evaluated now is set aside no longer.</summary>
    public async Task RetryAsync(CancellationToken cancellationToken)
    {
        foreach (var segment in (await setAside.GetAllAsync(Most)).GroupBy(row => row.SegmentId, row => row.CustomerId))
            await updater.RetryAsync(segment.Key, segment.ToList(), cancellationToken);
    }
}
