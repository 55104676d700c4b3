using Nop.Core.Caching;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>
/// Answers for all requirements at once, from one query a request: what they ask, which segments can be relied on, and where the customer is a member.
/// Nothing is kept beyond the request, so that every node of a farm answers from what is stored now. Wherever the answer is not certain, it is no: a
/// discount costs money.
/// </summary>
public sealed class SegmentRequirementChecker(
    IRepository<RequirementSegment> requirements,
    IRepository<RequirementMode> modes,
    IRepository<Segment> segments,
    IRepository<SegmentMember> members,
    IShortTermCacheManager cache) : ISegmentRequirementChecker
{
    private static readonly CacheKey MetKey = new("Nop.segments.requirementsmet.{0}");

    /// <inheritdoc />
    public async Task<IReadOnlySet<int>> FindMetAsync(int customerId) =>
        customerId > 0 ? await cache.GetAsync(() => ReadMetAsync(customerId), MetKey, customerId) : new HashSet<int>();

    private async Task<HashSet<int>> ReadMetAsync(int customerId)
    {
        var own = members.Table.Where(member => member.CustomerId == customerId);
        var standings = from requirement in requirements.Table
                        join mode in modes.Table on requirement.DiscountRequirementId equals mode.DiscountRequirementId into itsMode
                        from mode in itsMode.DefaultIfEmpty()
                        join segment in segments.Table on requirement.SegmentId equals segment.Id into itsSegment
                        from segment in itsSegment.DefaultIfEmpty()
                        join member in own on requirement.SegmentId equals member.SegmentId into itsMember
                        from member in itsMember.DefaultIfEmpty()
                        select new Standing
                        {
                            RequirementId = requirement.DiscountRequirementId,
                            Excluded = requirement.Excluded,
                            MatchId = mode.MatchId,
                            Active = segment.Active,
                            RefreshedOnUtc = segment.RefreshedOnUtc,
                            MemberId = member.CustomerId
                        };
        return (await standings.ToListAsync())
            .GroupBy(standing => standing.RequirementId)
            .Where(requirement => IsMet([.. requirement]))
            .Select(requirement => requirement.Key)
            .ToHashSet();
    }

    private static bool IsMet(List<Standing> standings) =>
        RequirementChoices.MatchOf(standings[0].MatchId ?? 0, standings.Exists(s => s.Excluded)) switch
        {
            SegmentMatch.Any => standings.Exists(s => s.IsReliable && s.IsMember),
            SegmentMatch.All => standings.TrueForAll(s => s.IsReliable && s.IsMember),
            // "In none of them" is known only when all of them are known.
            SegmentMatch.None => standings.TrueForAll(s => s.IsReliable && !s.IsMember),
            _ => false
        };

    /// <summary>How the customer stands to one segment of one requirement. Nullable, where the row may be joined to nothing.</summary>
    private sealed class Standing
    {
        public int RequirementId { get; init; }
        public bool Excluded { get; init; }
        public int? MatchId { get; init; }
        public bool? Active { get; init; }
        public DateTime? RefreshedOnUtc { get; init; }
        public int? MemberId { get; init; }

        public bool IsReliable => Active is true && RefreshedOnUtc is not null;

        public bool IsMember => MemberId > 0;
    }
}
