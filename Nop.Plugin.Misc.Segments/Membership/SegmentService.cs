using Nop.Core;
using Nop.Core.Caching;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>The segments themselves, and who is in them.</summary>
public class SegmentService(
    SegmentRows rows,
    SegmentEraser eraser,
    SegmentGraph graph,
    RefreshRuns runs,
    QuietSegments quietSegments,
    MembershipLock membershipLock,
    CurrentMerchant merchant,
    IRepository<Segment> segments,
    IRepository<SegmentMember> members,
    IShortTermCacheManager shortTermCache,
    ActiveSegments activeSegments,
    DrainSignal signal,
    RoleQueue roleQueue,
    TimeProvider timeProvider) : ISegmentService
{
    private static readonly CacheKey SegmentIdsKey = new("Nop.segments.ofcustomer.{0}");

    private DateTime UtcNow => timeProvider.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public Task<Segment?> GetByIdAsync(int segmentId) => rows.GetAsync(segmentId);

    /// <inheritdoc />
    public Task<IList<Segment>> GetAllAsync(bool activeOnly = false) => segments.GetAllAsync(query =>
        query.Where(segment => !activeOnly || segment.Active).OrderBy(segment => segment.Name).ThenBy(segment => segment.Id));

    /// <inheritdoc />
    public Task<IPagedList<Segment>> SearchAsync(string? name, int pageIndex, int pageSize) => segments.GetAllPagedAsync(query =>
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            var part = name.Trim();
            query = query.Where(segment => segment.Name.Contains(part));
        }

        return query.OrderBy(segment => segment.Name).ThenBy(segment => segment.Id);
    }, pageIndex, pageSize);

    /// <inheritdoc />
    public async Task InsertAsync(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        segment.CreatedOnUtc = segment.UpdatedOnUtc = UtcNow;
        MakeComputing(segment);
        var merchantId = await merchant.GetIdAsync();
        await rows.AddAsync(segment, async added =>
        {
            await quietSegments.AddAsync(added.Id);
            await runs.RequestAsync(added.Id, MembershipChangeReason.Edit, merchantId);
        });
        TellOthers();
    }

    /// <inheritdoc />
    public async Task UpdateAsync(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var (refreshes, changes, isAnother) = (false, false, false);
        var merchantId = await merchant.GetIdAsync();
        var stored = await rows.ChangeAsync(segment.Id, row =>
        {
            refreshes = NeedsRefresh(row, segment);
            changes = refreshes || row.Active != segment.Active;
            isAnother = !SegmentStates.HasSameRules(row, segment) || (segment.Active && !row.Active);
            if (refreshes)
                MakeComputing(row);
            row.Name = segment.Name;
            row.Description = segment.Description;
            row.Active = segment.Active;
            row.Definition = segment.Definition;
            row.IncludeGuests = segment.IncludeGuests;
            row.UpdatedOnUtc = UtcNow;
        }, async row =>
        {
            if (isAnother)
                await quietSegments.AddAsync(row.Id);
            if (refreshes)
                await runs.RequestAsync(row.Id, MembershipChangeReason.Edit, merchantId);
            if (changes)
                await RequestDependentsAsync(row.Id, merchantId);
        }, publishEvent: true) ?? throw new NopException("The segment has been deleted.");
        CopyState(stored, segment);
        TellOthers();
        if (changes)
            roleQueue.AddAll(segment.Id);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        await eraser.EraseAsync(segment);
        activeSegments.Forget();
        roleQueue.AddAll(segment.Id);
    }

    /// <inheritdoc />
    public async Task<Segment> CopyAsync(Segment segment, string newName)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var copy = new Segment
        {
            Name = newName,
            Description = segment.Description,
            Definition = segment.Definition,
            IncludeGuests = segment.IncludeGuests,
            Active = false
        };
        await InsertAsync(copy);
        return copy;
    }

    /// <inheritdoc />
    public async Task RequestRefreshAsync(int segmentId)
    {
        var merchantId = await merchant.GetIdAsync();
        await rows.ChangeAsync(segmentId, MakeComputing, row => runs.RequestAsync(row.Id, MembershipChangeReason.Edit, merchantId));
        signal.Send();
    }

    /// <inheritdoc />
    public Task<bool> CancelRefreshAsync(int segmentId) => membershipLock.RunAsync(async () =>
    {
        // Not while a range is at work: it would store how far it is over the end of the run.
        if (await runs.EndOpenAsync(segmentId, RefreshRunState.Cancelled) == 0)
            return false;
        await rows.ChangeAsync(segmentId, row => (row.State, row.StateReason) = (SegmentState.Stopped, null));
        return true;
    });

    /// <inheritdoc />
    public async Task<IReadOnlySet<int>> GetSegmentIdsAsync(int customerId) =>
        await shortTermCache.GetAsync(() => ReadSegmentIdsAsync(customerId), SegmentIdsKey, customerId);

    /// <inheritdoc />
    public async Task<bool> IsMemberAsync(int segmentId, int customerId) => (await GetSegmentIdsAsync(customerId)).Contains(segmentId);

    /// <inheritdoc />
    public IQueryable<int> MemberIds(int segmentId) =>
        members.Table.Where(member => member.SegmentId == segmentId).Select(member => member.CustomerId);

    private async Task<HashSet<int>> ReadSegmentIdsAsync(int customerId)
    {
        var ids = from member in members.Table
                  join segment in segments.Table on member.SegmentId equals segment.Id
                  where member.CustomerId == customerId && segment.Active
                  select member.SegmentId;
        return [.. await ids.ToListAsync()];
    }

    /// <summary>Has the segments looked at that build on one that changed; stored with the change, so that it is done even after a crash.</summary>
    private async Task RequestDependentsAsync(int segmentId, int merchantId)
    {
        foreach (var dependent in await graph.FindDependentsAsync(segmentId))
            if (dependent.Segment.Active)
                await rows.ChangeAsync(dependent.Segment.Id, MakeComputing, async row =>
                {
                    await quietSegments.AddAsync(row.Id);
                    await runs.RequestAsync(row.Id, MembershipChangeReason.Edit, merchantId);
                });
    }

    // A segment that failed, or for which something is missing, is looked at again too: the merchant may just have seen to the cause.
    private static bool NeedsRefresh(Segment stored, Segment changed) =>
        stored.Definition != changed.Definition || stored.IncludeGuests != changed.IncludeGuests || (changed.Active && !stored.Active)
        || stored.State != SegmentState.Ready;

    private static void MakeComputing(Segment segment)
    {
        segment.State = SegmentState.Computing;
        segment.StateReason = null;
    }

    private static void CopyState(Segment from, Segment to)
    {
        to.StateId = from.StateId;
        to.StateReason = from.StateReason;
        to.MemberCount = from.MemberCount;
        to.PopulationCount = from.PopulationCount;
        to.RefreshedOnUtc = from.RefreshedOnUtc;
        to.RefreshMilliseconds = from.RefreshMilliseconds;
        to.CreatedOnUtc = from.CreatedOnUtc;
        to.UpdatedOnUtc = from.UpdatedOnUtc;
    }

    private void TellOthers()
    {
        activeSegments.Forget();
        signal.Send();
    }
}
