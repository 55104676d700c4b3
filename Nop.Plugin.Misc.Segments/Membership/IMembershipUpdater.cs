using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Makes stored membership what the rules say. Only the difference is written, with its history.</summary>
public interface IMembershipUpdater
{
    /// <summary>
    /// Looks at every customer, range by range; takes up what was broken off before. When it fails, or when something that the rules name is gone, the members stay and the segment's state says why:
    /// nothing is thrown then, but for cancellation.
    /// </summary>
    Task<RefreshResult> RefreshAsync(int segmentId, MembershipChangeReason reason, CancellationToken cancellationToken = default);

    /// <summary>Looks again at customers who were set aside, in one segment.</summary>
    Task RetryAsync(int segmentId, IReadOnlyCollection<int> customerIds, CancellationToken cancellationToken = default);

    /// <summary>Looks at these customers in every active segment whose rules read one of the sources.</summary>
    Task UpdateCustomersAsync(
        IReadOnlyCollection<int> customerIds, RuleSources sources, MembershipChangeReason reason, CancellationToken cancellationToken = default);
}
