using Microsoft.Extensions.DependencyInjection;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>What consumers have to know about all active segments together.</summary>
/// <param name="Installed">Whether the plugin is installed.</param>
/// <param name="Sources">What at least one of them reads.</param>
/// <param name="IncludeGuests">Whether one of them takes guests in.</param>
/// <param name="RoleIds">The roles that segments give or are taking back, active or not.</param>
public sealed record ActiveSegmentsFacts(bool Installed, RuleSources Sources, bool IncludeGuests, IReadOnlySet<int> RoleIds);

/// <summary>Keeps those facts for so short that another node's change is seen within seconds, and this node's at once. What another node lets pass until then
/// is made good by <see cref="SegmentRefresher.Settling"/>.</summary>
public sealed class ActiveSegments(IServiceScopeFactory scopeFactory, PluginState state, TimeProvider timeProvider)
{
    /// <summary>How old the facts may be.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private int _generation;
    private volatile Entry? _entry;

    /// <summary>The facts, at most fifteen seconds old.</summary>
    public async Task<ActiveSegmentsFacts> GetFactsAsync()
    {
        if (_entry is { } entry && timeProvider.GetElapsedTime(entry.ReadAt) < Lifetime)
            return entry.Facts;

        var generation = Volatile.Read(ref _generation);
        var readAt = timeProvider.GetTimestamp();
        var facts = await ReadAsync();
        // What was read before a change is not kept after it.
        if (generation == Volatile.Read(ref _generation))
            _entry = new Entry(facts, readAt);
        return facts;
    }

    /// <summary>Something about the segments has changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _entry = null;
    }

    private async Task<ActiveSegmentsFacts> ReadAsync()
    {
        if (!await state.IsInstalledAsync())
            return new ActiveSegmentsFacts(false, RuleSources.None, false, new HashSet<int>());

        await using var scope = scopeFactory.CreateAsyncScope();
        var active = (await scope.ServiceProvider.GetRequiredService<SegmentGraph>().LoadAsync()).Where(node => node.Segment.Active).ToList();
        var roleIds = await scope.ServiceProvider.GetRequiredService<IRepository<SegmentRole>>().Table.Select(role => role.CustomerRoleId).ToListAsync();
        return new ActiveSegmentsFacts(
            true,
            active.Aggregate(RuleSources.None, (all, node) => all | node.Sources),
            active.Any(node => node.Segment.IncludeGuests),
            roleIds.ToHashSet());
    }

    private sealed record Entry(ActiveSegmentsFacts Facts, long ReadAt);
}
