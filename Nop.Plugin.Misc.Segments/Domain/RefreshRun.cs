using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// One full refresh of one segment: asked for, on its way, or over. How far it is is stored together with what it wrote, so that it goes on where it
/// stopped, whatever stopped it.
/// </summary>
public class RefreshRun : BaseEntity
{
    /// <summary>The segment.</summary>
    public int SegmentId { get; set; }

    /// <summary>The number behind <see cref="State"/>.</summary>
    public int StateId { get; set; }

    /// <summary>The number behind <see cref="Reason"/>.</summary>
    public int ReasonId { get; set; }

    /// <summary>The customer (a merchant) who asked for it; 0 when the shop did by itself.</summary>
    public int RequestedByCustomerId { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTime RequestedOnUtc { get; set; }

    /// <summary>When it began; null before.</summary>
    public DateTime? StartedOnUtc { get; set; }

    /// <summary>When it was last seen to go on; null before it began.</summary>
    public DateTime? SeenOnUtc { get; set; }

    /// <summary>When it was over, however it ended; null before.</summary>
    public DateTime? EndedOnUtc { get; set; }

    /// <summary>Which rules it looks for: a hash; 64 characters. Empty before it began.</summary>
    public string RulesKey { get; set; } = string.Empty;

    /// <summary>The first customer id that it looks at.</summary>
    public int FirstCustomerId { get; set; }

    /// <summary>The last customer id that it looks at.</summary>
    public int LastCustomerId { get; set; }

    /// <summary>The customer id with which it goes on; more than the last when it has seen all.</summary>
    public long NextCustomerId { get; set; }

    /// <summary>How many customers there are to look at.</summary>
    public int CustomerCount { get; set; }

    /// <summary>How many entered so far.</summary>
    public int Entered { get; set; }

    /// <summary>How many left so far.</summary>
    public int Left { get; set; }

    /// <summary>How long it has worked so far, in milliseconds; the time between a crash and its going on is not counted.</summary>
    public int WorkMilliseconds { get; set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Error { get; set; }

    /// <summary>How it stands.</summary>
    public RefreshRunState State
    {
        get => (RefreshRunState)StateId;
        set => StateId = (int)value;
    }

    /// <summary>What it was asked for by.</summary>
    public MembershipChangeReason Reason
    {
        get => (MembershipChangeReason)ReasonId;
        set => ReasonId = (int)value;
    }
}
