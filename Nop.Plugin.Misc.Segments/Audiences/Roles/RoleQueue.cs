namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>
/// What <see cref="RoleWork"/> has to look at in this process, and wakes it. Nothing is lost with it but promptness: at the next start, and by the schedule task,
/// everything is looked at.
/// </summary>
public sealed class RoleQueue(AudienceSignal signal)
{
    /// <summary>Customers of one segment that are kept one by one; of more than these everybody is looked at.</summary>
    private const int MaximumIds = 20_000;

    private readonly object _gate = new();
    private Dictionary<int, HashSet<int>> _moved = [];
    private HashSet<int> _whole = [];
    private Dictionary<int, int> _passes = [];
    private bool _everything = true;

    /// <summary>These have entered or left a segment.</summary>
    public void Add(int segmentId, IReadOnlyList<int> customerIds)
    {
        if (customerIds.Count == 0)
            return;
        lock (_gate)
            if (!_whole.Contains(segmentId))
            {
                if (!_moved.TryGetValue(segmentId, out var ids))
                    _moved[segmentId] = ids = [];
                ids.UnionWith(customerIds);
                if (ids.Count > MaximumIds)
                {
                    _moved.Remove(segmentId);
                    _whole.Add(segmentId);
                }
            }

        signal.Send();
    }

    /// <summary>Something about a whole segment has changed.</summary>
    public void AddAll(int segmentId)
    {
        lock (_gate)
        {
            _moved.Remove(segmentId);
            _whole.Add(segmentId);
        }

        signal.Send();
    }

    /// <summary>A role is to be looked at from this customer on.</summary>
    public void GoOn(int roleId, int fromCustomerId)
    {
        lock (_gate)
            _passes[roleId] = fromCustomerId;
        signal.Send();
    }

    /// <summary>Takes all that waits.</summary>
    public RoleTasks Take()
    {
        lock (_gate)
        {
            var tasks = new RoleTasks(_everything, _moved, _whole, _passes);
            (_everything, _moved, _whole, _passes) = (false, [], [], []);
            return tasks;
        }
    }
}

/// <summary>What is to be looked at.</summary>
/// <param name="Everything">Whether it is all roles.</param>
/// <param name="Moved">By segment, who entered or left it.</param>
/// <param name="Whole">The segments of which everybody is looked at.</param>
/// <param name="Passes">By role, from which customer on everybody is looked at.</param>
public sealed record RoleTasks(
    bool Everything, IReadOnlyDictionary<int, HashSet<int>> Moved, IReadOnlySet<int> Whole, IReadOnlyDictionary<int, int> Passes);
