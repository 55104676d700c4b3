namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// What happens one at a time in this process. Evaluating and writing is one step: otherwise an older evaluation could overwrite a newer one.
/// Between processes the tables' keys and the retry hold.
/// </summary>
public sealed class MembershipGates
{
    /// <summary>Evaluating some customers and writing the difference.</summary>
    public SemaphoreSlim Writing { get; } = new(1, 1);

    /// <summary>Taking rows from the queue.</summary>
    public SemaphoreSlim Draining { get; } = new(1, 1);

    /// <summary>Full refreshes that nobody waits for.</summary>
    public SemaphoreSlim Refreshing { get; } = new(1, 1);

    /// <summary>Changing the row of a segment.</summary>
    public SemaphoreSlim Rows { get; } = new(1, 1);
}
