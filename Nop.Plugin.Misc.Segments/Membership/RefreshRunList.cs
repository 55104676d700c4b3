using Nop.Core;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Reads refreshes to be looked at: nothing is begun or changed here.</summary>
public sealed class RefreshRunList(IRepository<RefreshRun> runs)
{
    private const int Waiting = (int)RefreshRunState.Waiting;
    private const int Running = (int)RefreshRunState.Running;

    /// <summary>Of each of some segments the refresh that goes on; else the one that is asked for; else the one that was over last. Segments without one are missing.</summary>
    public async Task<IReadOnlyDictionary<int, RefreshRun>> GetLatestAsync(IReadOnlyCollection<int> segmentIds)
    {
        var ids = segmentIds.ToList();
        var lastIds = await runs.Table.Where(run => ids.Contains(run.SegmentId))
            .GroupBy(run => run.SegmentId).Select(own => own.Max(run => run.Id)).ToListAsync();
        var rows = await runs.Table
            .Where(run => lastIds.Contains(run.Id) || (ids.Contains(run.SegmentId) && (run.StateId == Waiting || run.StateId == Running))).ToListAsync();
        return rows.GroupBy(run => run.SegmentId).ToDictionary(own => own.Key, own => own.OrderBy(RankOf).ThenByDescending(run => run.Id).First());
    }

    /// <summary>One page of the refreshes of all segments: those that go on, those that are asked for, and the others, the last first.</summary>
    public Task<IPagedList<RefreshRun>> GetPageAsync(int pageIndex, int pageSize) => runs.Table
        .OrderBy(run => run.StateId == Running ? 0 : run.StateId == Waiting ? 1 : 2).ThenByDescending(run => run.Id)
        .ToPagedListAsync(pageIndex, pageSize);

    /// <summary>When a refresh that is not over was last seen to go on; null when there is none.</summary>
    public Task<DateTime?> GetLastSignAsync() => runs.Table.Where(run => run.StateId == Running).OrderByDescending(run => run.SeenOnUtc)
        .Select(run => run.SeenOnUtc).FirstOrDefaultAsync();

    private static int RankOf(RefreshRun run) => run.State switch
    {
        RefreshRunState.Running => 0,
        RefreshRunState.Waiting => 1,
        _ => 2
    };
}
