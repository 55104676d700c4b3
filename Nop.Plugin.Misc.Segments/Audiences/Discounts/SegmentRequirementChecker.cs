using Nop.Core.Caching;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>
/// Answers from three sets that are read once a request: what each requirement asks, which segments can be relied on, and where the customer is a
/// member. Wherever the answer is not certain, it is no: a discount costs money.
/// </summary>
public sealed class SegmentRequirementChecker(
    RequirementChoices choices,
    IRepository<Segment> segments,
    ISegmentService segmentService,
    IShortTermCacheManager cache) : ISegmentRequirementChecker
{
    private static readonly CacheKey ReliableKey = new("Nop.segments.reliable");

    /// <inheritdoc />
    public async Task<bool> IsSatisfiedAsync(int requirementId, int customerId)
    {
        if (customerId <= 0)
            return false;

        var choice = await choices.GetAsync(requirementId);
        if (choice.SegmentIds.Count == 0)
            return false;

        // "In none of them" is known only when all of them are known.
        var reliable = await cache.GetAsync(ReadReliableAsync, ReliableKey);
        if (choice.Excluded && !choice.SegmentIds.All(reliable.Contains))
            return false;

        var own = await segmentService.GetSegmentIdsAsync(customerId);
        return choice.Excluded
            ? !choice.SegmentIds.Any(own.Contains)
            : choice.SegmentIds.Any(id => reliable.Contains(id) && own.Contains(id));
    }

    private async Task<HashSet<int>> ReadReliableAsync() =>
        [.. await segments.Table.Where(s => s.Active && s.RefreshedOnUtc != null).Select(s => s.Id).ToListAsync()];
}
