namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// What happens one at a time in this process, so that what waits here holds no connection to the database. Between processes the
/// <see cref="MembershipLock"/> holds.
/// </summary>
public sealed class MembershipGates
{
    /// <summary>Evaluating some customers and writing the difference.</summary>
    public SemaphoreSlim Writing { get; } = new(1, 1);

    /// <summary>Taking rows from the queue.</summary>
    public SemaphoreSlim Draining { get; } = new(1, 1);

    /// <summary>Whether the rows of the locks are known to be there.</summary>
    public bool LocksAreThere { get; set; }

    /// <summary>Full refreshes that nobody waits for.</summary>
    public SemaphoreSlim Refreshing { get; } = new(1, 1);
}
